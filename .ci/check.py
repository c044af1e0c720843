"""Runs every check of the house, also after one failed, and tells the sum at the end."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
MANAGE = [PYTHON, "manage.py"]


@dataclass(frozen=True, slots=True)
class Check:
    """A name and the commands that must all succeed, with what they need in the environment."""

    name: str
    commands: list[list[str]]
    production: bool = False


CHECKS = [
    Check("types (mypy, strict)", [[PYTHON, "-m", "mypy"]]),
    Check("lint (ruff)", [[PYTHON, "-m", "ruff", "check", "."]]),
    Check("format (ruff)", [[PYTHON, "-m", "ruff", "format", "--check", "."]]),
    Check("direction of imports (import-linter)", [[str(Path(PYTHON).with_name("lint-imports"))]]),
    Check("migrations are complete", [[*MANAGE, "makemigrations", "--check", "--dry-run"]]),
    Check(
        "deployment (check --deploy)",
        [
            [*MANAGE, "migrate", "--verbosity", "0"],
            [*MANAGE, "check", "--deploy", "--database", "default", "--fail-level", "WARNING"],
        ],
        production=True,
    ),
    Check("templates (djlint)", [[PYTHON, "-m", "djlint", "templates", "--lint", "--quiet"]]),
    Check("budgets", [[PYTHON, "-m", "pytest", "tests/test_budgets.py"]]),
    Check("locks fit pyproject.toml", [[PYTHON, ".ci/lock.py", "--check"]]),
]


@contextmanager
def environment(check: Check) -> Iterator[dict[str, str]]:
    """The process environment of a check: a folder of its own and nothing of the person's settings."""
    ours = {"DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "CACHE_URL", "EMAIL_URL", "PORT"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    with tempfile.TemporaryDirectory(prefix="vivere-check-") as folder:
        kept["VIVERE_VAR"] = folder
        if check.production:
            kept |= {
                "SECRET_KEY": secrets.token_urlsafe(64),
                "ALLOWED_HOSTS": "health.example",
                "SITE_URL": "https://health.example",
            }
        else:
            kept["DEBUG"] = "1"
        yield kept


def run(check: Check) -> str | None:
    """What the first failing command printed, or None when all succeed."""
    with environment(check) as env:
        for command in check.commands:
            done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
            if done.returncode:
                return (done.stdout + done.stderr).strip() or f"exit code {done.returncode}"
    return None


def main() -> int:
    """Runs all checks on all cores; prints each result in turn and what failed at the end."""
    start = time.monotonic()
    failed = []
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for check, problem in zip(CHECKS, pool.map(run, CHECKS), strict=True):
            print(f"{'FAILED' if problem else 'ok':7}{check.name}", flush=True)
            if problem:
                failed.append(check.name)
                print("\n".join(f"       {line}" for line in problem.splitlines()), flush=True)
    print(f"{len(CHECKS) - len(failed)} of {len(CHECKS)} checks passed in {time.monotonic() - start:.0f} s.")
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
