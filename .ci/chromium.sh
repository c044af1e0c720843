#!/bin/sh
# Installs Debian's chromium for the browser journeys where it is absent and where it may. Never fails:
# without a browser the journeys skip.
cd "$(dirname "$0")/.." || exit 1
. .ci/packages.sh

[ -x /usr/bin/chromium ] && exit 0
install_packages "There is no chromium: the browser journeys will be skipped" chromium || true
