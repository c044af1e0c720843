"""The one indexed select that answers a request. No ORM, nothing decoded, nothing computed."""

import re
import time
from typing import NamedTuple

from django.db import connection

from articles.models import StoredPage

_TABLE = StoredPage._meta.db_table
_SUFFIX = {"br": "-br", "gzip": "-gzip", "body": ""}
_INSTR = {"sqlite": "instr", "postgresql": "strpos"}
_TAGS = {encoding: re.compile(rf'"([0-9a-f]{{64}}){suffix}"') for encoding, suffix in _SUFFIX.items()}


class Found(NamedTuple):
    """A stored page as one encoding of it; `content` is None when the reader has it already, and its length
    instead of the bytes when only headers were asked for."""

    status: int
    content_type: str
    cache_control: str
    digest: str
    last_modified: str
    freshness: str
    valid_until: int | None
    content: bytes | int | None

    def may_be_served(self, *, also_stale: bool) -> bool:
        """Whether it holds now; stale pages (old looks, right text) hold where the caller says so."""
        is_good = self.freshness == "fresh" or (also_stale and self.freshness == "stale")
        return is_good and (self.valid_until is None or self.valid_until > time.time())


def found(path: str, encoding: str, *, known: str = "", since: str = "", head: bool = False) -> Found | None:
    """The page of an address in an encoding (`br`, `gzip`, `body`), decided and read in one select.

    `known` is the If-None-Match header, `since` the If-Modified-Since header; the second counts only without
    the first. A body whose tag is known is never read.
    """
    tags = ",".join(_TAGS[encoding].findall(known)) if known else ""
    with connection.cursor() as cursor:
        cursor.execute(_statement(encoding, head), (tags, "" if known else since, path))
        row = cursor.fetchone()
    return Found._make(row) if row else None


def tag(digest: str, encoding: str) -> str:
    """The strong entity tag of one encoding of a body."""
    return f'"{digest}{_SUFFIX[encoding]}"'


def _statement(encoding: str, head: bool) -> str:
    return _STATEMENTS[connection.vendor][encoding, head]


def _select(instr: str, column: str) -> str:
    return (
        "SELECT status, content_type, cache_control, digest, last_modified, freshness, valid_until, "  # noqa: S608
        f"CASE WHEN {instr}(%s, digest) > 0 OR last_modified = %s THEN NULL ELSE {column} END "
        f'FROM "{_TABLE}" WHERE path = %s'  # our own names, no value from outside
    )


_STATEMENTS = {
    vendor: {
        (encoding, head): _select(instr, f"length({encoding})" if head else encoding)
        for encoding in _SUFFIX
        for head in (False, True)
    }
    for vendor, instr in _INSTR.items()
}
