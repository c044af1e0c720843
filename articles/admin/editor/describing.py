"""Sources as the page and its dialog show them: one flat object each."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from articles.citations.vancouver import plain_words
from articles.models import Source

Described = dict[str, Any]
FIELDS = (
    "id",
    "type",
    "title",
    "literal",
    "authors",
    "container_short",
    "container",
    "issued",
    "doi",
    "pmid",
    "pmcid",
    "url",
    "status",
    "merged_into",
)


def described(ids: Iterable[int]) -> list[Described]:
    """The sources of these ids that exist, in one query, in the order given."""
    wanted = list(ids)
    rows = {row["id"]: row for row in Source.objects.filter(pk__in=wanted).order_by().values(*FIELDS)}
    return [describe(rows[pk]) for pk in wanted if pk in rows]


def describe_all(sources: QuerySet[Source]) -> list[Described]:
    """Each source of the queryset, in its order."""
    return [describe(row) for row in sources.values(*FIELDS)]


def describe(row: dict[str, Any]) -> Described:
    """`short` is what a chip says (Wastyk 2021); `status` is the word for people, `state` the one for programs."""
    names = [str(name.get("family") or name.get("literal") or "") for name in row["authors"]]
    names = [name for name in names if name and name != "et al."]
    title = plain_words(row["title"]) or plain_words(row["literal"])[:200]
    year = row["issued"][:4]
    first = names[0] if names else " ".join(title.split()[:3])
    who = f"{', '.join(names[:3])} et al." if len(names) > 3 else ", ".join(names)
    container = row["container_short"] or row["container"]
    return {
        "id": row["id"],
        "short": " ".join(filter(None, [first or "Details missing", year])),
        "title": title or "Details missing",
        "about": " · ".join(filter(None, [who, container, year, f"doi:{row['doi']}" if row["doi"] else ""])),
        "state": row["status"],
        "status": str(Source.Status(row["status"]).label),
    }
