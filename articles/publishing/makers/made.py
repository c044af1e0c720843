"""What a maker returns: a finished answer, not yet packed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template import loader

from articles.publishing.reading.frame import KEYS, frame
from articles.publishing.rendering import addresses

HTML = "text/html; charset=utf-8"
REVALIDATE = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An answer and what it was made from (`publishing.keys`); at `valid_until` time alone changes it."""

    kind: str
    body: str | bytes
    keys: frozenset[str] = frozenset()
    status: int = 200
    content_type: str = HTML
    cache_control: str = REVALIDATE
    valid_until: datetime | None = None


def page(
    kind: str,
    template: str,
    path: str,
    context: Mapping[str, Any],
    *,
    keys: frozenset[str] = frozenset(),
    status: int = 200,
) -> Made:
    """A page inside the frame of the site."""
    whole = {"frame": frame(), "canonical": addresses.absolute(path), **context}
    html = loader.get_template(f"reader/{template}").render(whole)
    return Made(kind=kind, body=str(html), keys=keys | KEYS, status=status)
