"""The pages about how the site works (H12): our texts in files, or Governance's own in the database."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from articles.models import PolicyPage

_FOLDER = Path(__file__).parent
_END_OF_HEAD = "---\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy page; its body is HTML of the body vocabulary with {site}, {owner} and {email} to be filled in."""

    slug: str
    title: str
    summary: str
    body: str
    position: int
    changed_on: date


def read() -> list[Policy]:
    """Every policy in footer order: the row of a slug where there is one, else the text that we ship.

    So the links of the footer lead somewhere on an empty database too. One query.
    """
    rows = {
        row.slug: Policy(
            slug=row.slug,
            title=row.title,
            summary=row.summary,
            body=row.body,
            position=row.position,
            changed_on=row.changed_on,
        )
        for row in PolicyPage.objects.all()
    }
    return sorted((shipped() | rows).values(), key=lambda policy: (policy.position, policy.slug))


def create_missing() -> int:
    """Writes our texts into the database where a slug has none, so that Governance can edit them; how many."""
    existing = set(PolicyPage.objects.values_list("slug", flat=True))
    missing = [policy for slug, policy in shipped().items() if slug not in existing]
    PolicyPage.objects.bulk_create(
        PolicyPage(
            slug=policy.slug,
            title=policy.title,
            summary=policy.summary,
            body=policy.body,
            position=policy.position,
            changed_on=policy.changed_on,
        )
        for policy in missing
    )
    return len(missing)


@cache
def shipped() -> dict[str, Policy]:
    """Slug → the text of the file of that name."""
    return {path.stem: _parse(path) for path in sorted(_FOLDER.glob("*.html"))}


def _parse(path: Path) -> Policy:
    """A file: `name: value` lines, a line of three dashes, the body."""
    head, _, body = path.read_text(encoding="utf-8").partition(_END_OF_HEAD)
    said = dict(line.split(": ", 1) for line in head.splitlines() if line)
    return Policy(
        slug=path.stem,
        title=said["title"],
        summary=said["summary"],
        body=body.strip(),
        position=int(said["position"]),
        changed_on=date.fromisoformat(said["changed"]),
    )
