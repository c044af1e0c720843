#!/bin/sh
# Makes .venv and installs exactly what the given lock file names, each file checked against its hash.
set -eu

lock=$1
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Vivere needs Python 3.11 or later; “$python” is not one. Name another with: make PYTHON=python3.12 …" >&2
    exit 1
fi

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    echo "Making the environment in .venv …"
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        echo "$python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv." >&2
        exit 1
    fi
fi

if cmp -s "$lock" ".venv/$lock"; then
    exit 0
fi
echo "Installing $(grep -c '^[a-z0-9]' "$lock") packages of $lock …"
uv=$(command -v uv || true)
if [ -z "$uv" ] || ! "$uv" pip install --quiet --python .venv/bin/python --require-hashes -r "$lock" 2>/dev/null; then
    .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock"
fi
rm -f .venv/requirements*.lock
cp "$lock" ".venv/$lock"
