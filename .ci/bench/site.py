"""A scratch site with the demo content in a temporary folder, and the environment that serves it."""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Site:
    """Where the scratch database lies and how processes are told of it."""

    folder: Path
    port: int
    floor_port: int

    @property
    def development(self) -> dict[str, str]:
        """For commands: the demo is refused without DEBUG."""
        return self._common | {"DEBUG": "1"}

    @property
    def production(self) -> dict[str, str]:
        """For the servers."""
        return self._common | {
            "SECRET_KEY": secrets.token_urlsafe(64),
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": f"http://127.0.0.1:{self.port}",
        }

    @property
    def _common(self) -> dict[str, str]:
        ours = {"DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "CACHE_URL", "EMAIL_URL", "PORT"}
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        found_in = os.pathsep.join((str(ROOT / ".ci"), str(ROOT)))
        return kept | {"VIVERE_VAR": str(self.folder), "PORT": str(self.port), "PYTHONPATH": found_in}


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def scratch_site() -> Iterator[Site]:
    """Migrated and filled; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="vivere-bench-") as folder:
        site = Site(Path(folder), free_port(), free_port())
        _manage(site.development, "migrate")
        _manage(site.development, "demo")
        (site.folder / "static").mkdir()  # staff files, which no measurement asks for
        yield site


def _manage(env: dict[str, str], *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command, "--verbosity", "0"],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"manage.py {command[0]} failed:\n{done.stderr}")


def run_module(site: Site, name: str, *arguments: str) -> str:
    """What a module of this folder prints, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}", *arguments],
        cwd=ROOT, env=site.development, check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"The measurement of {name} broke off:\n{done.stderr}")
    return done.stdout
