"""Runs a command beside a PostgreSQL server of its own: `postgres.py COMMAND…` with DATABASE_URL set.

The server lives in a temporary folder, listens on loopback on a free port, and is always stopped.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
USER = "postgres"
FAST = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]  # the data is thrown away
READY_WITHIN = 30.0  # seconds


def binaries() -> Path | None:
    """The folder of the newest initdb and postgres, also where Debian keeps them off PATH."""
    beside = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3].split(".")[0]))
    on_path = shutil.which("initdb")
    found = beside[-1] if beside else Path(on_path).resolve() if on_path else None
    return found.parent if found and (found.parent / "postgres").exists() else None


def install() -> Path | None:
    """Installs Debian's server where this user may; a sentence is printed where not."""
    script = f'. "{ROOT}/.ci/packages.sh"; keep_cluster_away; install_packages "There is no PostgreSQL" postgresql'
    subprocess.run(["sh", "-c", script], check=False)
    return binaries()


def as_server() -> dict[str, Any]:
    """How Popen starts the server: PostgreSQL refuses to run as root, so root lends it Debian's user."""
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam(USER)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(bin_dir: Path) -> Iterator[str]:
    """A running server; yields its address for DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="vivere-pg-"))
    process: subprocess.Popen[bytes] | None = None
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER, pwd.getpwnam(USER).pw_gid)
        data, port = folder / "data", free_port()
        initdb = [bin_dir / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, cwd=folder, **as_server())
        options = [option for setting in FAST for option in ("-c", setting)]
        command = [bin_dir / "postgres", "-D", data, "-k", folder, "-h", "127.0.0.1", "-p", str(port), *options]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **as_server())
        wait_until_ready(bin_dir, port, process, folder / "log")
        yield f"postgres://{USER}@127.0.0.1:{port}/postgres"
    finally:
        if process:
            process.send_signal(signal.SIGINT)  # fast shutdown: sessions end, nothing lingers
            process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_ready(bin_dir: Path, port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Returns when the server answers; raises SystemExit with its log when it does not."""
    deadline = time.monotonic() + READY_WITHIN
    probe = [bin_dir / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    while subprocess.run(probe, check=False).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.1)


def main() -> int:
    """The exit code of the command; 1 when there is no server to run it against."""
    if not sys.argv[1:]:
        raise SystemExit("usage: postgres.py COMMAND…")
    bin_dir = binaries() or install()
    if not bin_dir:
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server(bin_dir) as url:
        return subprocess.run(sys.argv[1:], check=False, env=os.environ | {"DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main())
