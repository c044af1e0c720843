"""Writes the lock files from pyproject.toml, or with --check tells whether they still fit it.

The locks hold every package for every platform with its hashes and name no registry.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": [],
    "requirements-dev.lock": ["--group", "dev", "--extra", "postgres"],
}
PYTHON = "3.11"  # the oldest that pyproject.toml allows; markers cover the newer ones
UNREACHABLE = ("error sending request", "failed to fetch", "failed to connect", "dns error", "timed out")


class CannotCompile(Exception):
    """uv could not resolve the dependencies; the message is its own."""


def compile_lock(name: str, target: Path) -> None:
    """Resolves one lock into `target`, keeping the versions that it already names. Raises CannotCompile."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *LOCKS[name]]
    command += ["--universal", "--python-version", PYTHON, "--generate-hashes", "--no-header", "--no-annotate"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--quiet", "--output-file", str(target)]
    if "--upgrade" in sys.argv:
        command.append("--upgrade")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ)
    if done.returncode:
        raise CannotCompile(done.stderr.strip())


def check() -> int:
    """0 when the locks are what pyproject.toml gives, or when no package index answers; else 1."""
    stale = []
    with tempfile.TemporaryDirectory() as folder:
        for name in LOCKS:
            fresh = Path(shutil.copy(ROOT / name, folder))
            try:
                compile_lock(name, fresh)
            except CannotCompile as error:
                if not any(sign in str(error).lower() for sign in UNREACHABLE):
                    print(error)
                    return 1
                print("No package index answers here, so the locks were not compared with pyproject.toml.")
                return 0
            if fresh.read_bytes() != (ROOT / name).read_bytes():
                stale.append(name)
    for name in stale:
        print(f"{name} does not fit pyproject.toml; run: make lock")
    return 1 if stale else 0


def main() -> int:
    """Writes both locks; with --upgrade to the newest versions that pyproject.toml allows."""
    if "--check" in sys.argv:
        return check()
    for name in LOCKS:
        try:
            compile_lock(name, ROOT / name)
        except CannotCompile as error:
            print(error)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
