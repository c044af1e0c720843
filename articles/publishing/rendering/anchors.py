"""Ids on a page: readable, unique, and never one that the page itself uses."""

import re

from django.utils.text import slugify

_TAKEN = frozenset({"main", "sources", "people", "made", "take", "toc", "toc-wide", "foot-how", "foot-help"})
_NUMBERED = re.compile(r"(?:cite|pop|source|sign|care|promo|note|correction|overdue|withdrawn)(?:-\d+)?")


class Anchors:
    """Gives out each id once."""

    def __init__(self) -> None:
        self._given = set(_TAKEN)

    def of(self, heading: str) -> str:
        """The id of a heading: its slug, with a number after it when the slug is taken."""
        stem = slugify(heading)[:60].strip("-") or "part"
        if _NUMBERED.fullmatch(stem):
            stem = f"on-{stem}"
        name, n = stem, 1
        while name in self._given:
            n += 1
            name = f"{stem}-{n}"
        self._given.add(name)
        return name
