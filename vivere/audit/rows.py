"""Digests of rows, written into events, so that a row changed behind the record shows."""

import hashlib
import json
from collections.abc import Iterable, Set
from datetime import UTC, date, datetime
from typing import Any

from django.db import models


def row_digest(row: models.Model, *, without: Set[str] = frozenset()) -> str:
    """SHA-256 over every column of a row as it is in memory, names included, except those `without`."""
    columns = [field for field in row._meta.concrete_fields if field.name not in without]
    content = [[field.attname, _plain(getattr(row, field.attname))] for field in columns]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def rows_digest(rows: Iterable[models.Model]) -> str:
    """SHA-256 over the digests of several rows, in the order of their keys."""
    digests = [row_digest(row) for row in sorted(rows, key=lambda row: row.pk)]
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value  # an enum's member is its text
