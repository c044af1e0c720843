#!/bin/sh
# Installs Debian's chromium for the browser journeys where it is absent and where it may. Never fails:
# without a browser the journeys skip.
cd "$(dirname "$0")/.." || exit 1
. scripts/packages.sh

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
install_packages "There is no chromium: the browser journeys will be skipped" chromium || true
