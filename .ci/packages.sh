# Sourced: installs Debian packages quietly where this user may; says one line and fails where not.

# install_packages WHY PACKAGE…
install_packages() {
    why=$1
    shift
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "$why (no apt-get here; install it yourself: $*)" >&2
        return 1
    fi
    as_root=
    if [ "$(id -u)" != 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            echo "$why (install it with: sudo apt-get install $*)" >&2
            return 1
        fi
        as_root="sudo -n"
    fi
    echo "Installing Debian's $* …"
    log=$(mktemp)
    if ! { apt_get install "$@" || { apt_get update && apt_get install "$@"; }; } >"$log" 2>&1 </dev/null; then
        tail -n 3 "$log" >&2
        rm -f "$log"
        echo "$why (apt-get could not install $*)" >&2
        return 1
    fi
    rm -f "$log"
}

apt_get() {
    action=$1
    shift
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get "$action" -qq -y --no-install-recommends \
        -o Dpkg::Options::=--force-confold "$@"
}

# Debian's PostgreSQL starts a server for the whole machine when it is installed; tests want none.
keep_cluster_away() {
    if [ "$(id -u)" = 0 ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
}
