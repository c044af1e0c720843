"""A real browser, Debian's chromium, in front of the running site."""

from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    """Debian's chromium, quiet, without a network of its own."""
    if not CHROMIUM.exists():
        pytest.skip("journeys need Debian's chromium: apt-get install chromium")
    return {
        "executable_path": str(CHROMIUM),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def base_url() -> str:
    """None: journeys give whole addresses (the plugin's own fixture warns under new versions of pytest)."""
    return ""
