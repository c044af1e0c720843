"""What the looks of all pages depend on: templates, static files, and the code that fills them."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings

_FOLDERS = (
    ("templates/reader", "*.html"),
    *(("static/css", f"{name}.css") for name in ("tokens", "base", "reader")),
    ("static/img", "*.svg"),
    ("articles/publishing/rendering", "*.py"),
    ("articles/publishing/makers", "*.py"),
    ("articles/citations", "*.py"),
)


def current() -> str:
    """Sixteen hexadecimal digits; computed once per process, and again after a change when DEBUG is on."""
    return _computed(_stamp() if settings.DEBUG else 0)


def _files() -> list[Path]:
    root = Path(settings.BASE_DIR)
    return sorted(path for folder, pattern in _FOLDERS for path in (root / folder).rglob(pattern))


def _stamp() -> int:
    return hash(tuple((str(path), path.stat().st_mtime_ns) for path in _files()))


@lru_cache(maxsize=1)
def _computed(_stamp_of_files: int) -> str:
    digest = hashlib.sha256()
    root = Path(settings.BASE_DIR)
    for path in _files():
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
