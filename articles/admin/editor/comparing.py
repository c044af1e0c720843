"""What somebody else saved beside what was typed here, part by part, for a save that came second."""

from dataclasses import dataclass
from datetime import datetime

from articles.admin.editor.fields import FIELDS
from articles.admin.editor.sheet import Sheet, from_article
from articles.document import walk
from articles.editing import clean
from articles.models import Article
from authors.models import Profile


@dataclass(frozen=True, slots=True)
class Part:
    """A part that differs: both texts as words, without mark-up."""

    label: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Newer:
    """The version that was saved first, by whom and when, and where it differs."""

    version: int
    by: str
    at: datetime | None
    parts: tuple[Part, ...]


def compare(newer: Article, mine: Sheet) -> Newer:
    """Compares as saved: texts that cleaning makes equal do not differ."""
    theirs = from_article(newer)
    last = newer.edits.order_by("-last_at").first()
    pairs = [(field.label, theirs.values[field.name], mine.values[field.name]) for field in FIELDS]
    pairs += _rows("Takeaway", [row.body for row in theirs.takeaways], [row.body for row in mine.takeaways])
    pairs += _rows(
        "Section", *([f"<p>{row.heading}</p>{row.body}" for row in rows.sections] for rows in (theirs, mine))
    )
    pairs += [("Topics", ", ".join(sorted(theirs.topics)), ", ".join(sorted(mine.topics)))]
    pairs += [("People", _people(theirs), _people(mine))]
    return Newer(
        version=newer.version,
        by=last.user_name if last else "Somebody",
        at=last.last_at if last else None,
        parts=tuple(
            Part(label, walk.text_of(their), walk.text_of(my))
            for label, their, my in pairs
            if clean.body(their) != clean.body(my)
        ),
    )


def _rows(label: str, theirs: list[str], mine: list[str]) -> list[tuple[str, str, str]]:
    count = max(len(theirs), len(mine))
    filled = ([*rows, *[""] * (count - len(rows))] for rows in (theirs, mine))
    return [(f"{label} {n}", *pair) for n, pair in enumerate(zip(*filled, strict=True), 1)]


def _people(sheet: Sheet) -> str:
    chosen = {int(row.profile): row.role for row in sheet.people if row.profile.isdigit() and len(row.profile) <= 18}
    names = {profile.pk: profile.printed_name for profile in Profile.objects.filter(pk__in=chosen)}
    return ", ".join(f"{names.get(pk, 'somebody')} ({role})" for pk, role in chosen.items())
