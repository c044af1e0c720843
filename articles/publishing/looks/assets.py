"""The files that pages link to, each under a name that holds its digest: kept for ever, never stale."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from articles.publishing.looks import fingerprint

# Name → the files of static/ that it joins. Readers load one style sheet.
BUNDLES: dict[str, tuple[str, ...]] = {
    "reader.css": ("css/tokens.css", "css/base.css", "css/reader.css"),
    "mark.svg": ("img/mark.svg",),
}
TYPES = {"css": "text/css; charset=utf-8", "svg": "image/svg+xml", "js": "text/javascript; charset=utf-8"}
PATTERN = r"/assets/[a-z-]+-[0-9a-f]{16}\.(?:css|svg|js)"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is now and the address of exactly this content."""

    path: str
    content_type: str
    body: bytes


def current() -> Mapping[str, Asset]:
    """Every asset by name (`reader.css`), as the files are now."""
    return _read(fingerprint.current())


def hrefs() -> dict[str, str]:
    """Name → address, with `_` for the dot so that templates can say it: `reader_css`."""
    return {name.replace(".", "_"): asset.path for name, asset in current().items()}


@lru_cache(maxsize=1)
def _read(_fingerprint: str) -> Mapping[str, Asset]:
    return MappingProxyType({name: _asset(name, files) for name, files in BUNDLES.items()})


def _asset(name: str, files: tuple[str, ...]) -> Asset:
    static = Path(settings.BASE_DIR) / "static"
    body = b"\n".join((static / file).read_bytes() for file in files)
    stem, extension = name.split(".")
    digest = hashlib.sha256(body).hexdigest()[:16]
    path = f"/assets/{stem}-{digest}.{extension}"
    if not re.fullmatch(PATTERN, path):
        raise ValueError(f"“{name}” cannot be an asset: its address {path} would not be served.")
    return Asset(path, TYPES[extension], body)
