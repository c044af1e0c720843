"""One maker at a time for a page; none while a publication changes what pages are made from.

SQLite needs no lock of ours: its transactions are IMMEDIATE, so whoever is in one is alone.
"""

import zlib

from django.db import connection

_PAGES = 0x76697665  # "vive"


def one_maker(path: str) -> None:
    """Holds, to the end of the transaction, this page's lock, and keeps `nobody_makes` waiting."""
    if connection.vendor == "postgresql":
        _run("SELECT pg_advisory_xact_lock_shared(%s)", _PAGES)
        _run("SELECT pg_advisory_xact_lock(%s, %s)", _PAGES, zlib.crc32(path.encode()) - 2**31)


def nobody_makes() -> None:
    """Waits until no page is being made, and lets none be made until the transaction ends.

    A page made from what was true before a publication would else be stored as fresh after it.
    """
    if connection.vendor == "postgresql":
        _run("SELECT pg_advisory_xact_lock(%s)", _PAGES)


def _run(statement: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
