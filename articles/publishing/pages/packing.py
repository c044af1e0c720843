"""A body as the store keeps it: plain, gzip, br, and its digest."""

import gzip
import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

from articles.models import StoredPage

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


def unpack(page: StoredPage) -> list[bytes]:
    """The body of a stored page out of each of its forms; an unreadable form comes back as it is."""
    forms = [form.encode() if isinstance(form, str) else bytes(form) for form in (page.body, page.gzip, page.br)]
    return [forms[0], _plain(gzip.decompress, forms[1]), _plain(brotli.decompress, forms[2])]


def _plain(decompress: Callable[[bytes], bytes], packed: bytes) -> bytes:
    try:
        return decompress(packed)
    except (OSError, EOFError, zlib.error, brotli.error):
        return packed
