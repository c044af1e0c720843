"""Runs every test: first all but the browser journeys on every core, then the journeys."""

import subprocess
import sys

NO_TESTS = 5  # pytest's exit code for an empty selection
RUNS = {
    "All but the browser journeys": ["-n", "auto", "--dist", "worksteal", "-m", "not journey"],
    "Browser journeys": ["-n", "auto", "-m", "journey", "-rs", "tests/journeys"],
}


def main() -> int:
    """Both runs, whatever the first says; 1 if either failed. More arguments go to pytest."""
    failed = []
    for name, options in RUNS.items():
        print(f"-- {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", "pytest", *options, *sys.argv[1:]], check=False)
        if done.returncode not in (0, NO_TESTS):
            failed.append(name)
    for name in failed:
        print(f"Failed: {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
