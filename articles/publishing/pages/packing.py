"""A body as the store keeps it: plain, gzip, br, and its digest."""

import gzip
import hashlib
from dataclasses import dataclass

import brotli

GZIP_LEVEL = 6
BROTLI_QUALITY = 5  # 11 costs ten times the time for a tenth of the bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """The three forms of one body, and the SHA-256 of the plain one."""

    body: bytes
    gzip: bytes
    br: bytes
    digest: str


def pack(content: str | bytes) -> Packed:
    """Packs a body; the same content always gives the same bytes."""
    body = content.encode() if isinstance(content, str) else content
    return Packed(
        body=body,
        gzip=gzip.compress(body, GZIP_LEVEL, mtime=0),
        br=brotli.compress(body, quality=BROTLI_QUALITY),
        digest=hashlib.sha256(body).hexdigest(),
    )
