"""People of an article: who stands in the byline, as what, and what they declared (H1, H15, H72)."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.document.nodes import Person, Role
from articles.publishing.rendering.cards import Card
from articles.publishing.rendering.dates import day
from articles.publishing.rendering.facts import ArticlePage
from articles.publishing.rendering.history import Signature
from articles.publishing.rendering.words import initials

REVIEWER = "medical reviewer"
NONE_DECLARED = "None declared"
PARTS: dict[str, str] = {
    Role.AUTHOR: "Author",
    REVIEWER: "Medical reviewer",
    Role.CONTRIBUTOR: "Contributor",
    Role.QUOTED: "Quoted in this article",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person with a part in an article: the name as it was signed, and the card of today."""

    profile: int
    part: str
    name: str
    post_nominals: str
    job_title: str
    declared: str
    card: Card | None

    @property
    def printed(self) -> str:
        """Name and post-nominals."""
        return f"{self.name}, {self.post_nominals}" if self.post_nominals else self.name

    @property
    def href(self) -> str:
        """The person's page, if there is one."""
        return self.card.href if self.card else ""

    @property
    def face(self) -> SafeString:
        """Photo or initials."""
        return face(self.card, self.name)

    @property
    def is_sample(self) -> bool:
        """Whether this is an invented person of the demonstration."""
        return self.card is not None and self.card.is_sample

    @property
    def first_words(self) -> str:
        """The first paragraph of the biography."""
        return self.card.paragraphs[0] if self.card and self.card.paragraphs else ""

    @property
    def has_more(self) -> bool:
        """Whether the biography goes on."""
        return self.card is not None and len(self.card.paragraphs) > 1


def people(page: ArticlePage) -> tuple[Named, ...]:
    """Authors, then medical reviewers from their signatures, then contributors and quoted people."""
    written = [_named(page, person, person.role.value) for person in page.document.people]
    signed = [_named(page, signature, REVIEWER) for signature in page.reviewers]
    order = list(PARTS)
    return tuple(sorted([*written, *signed], key=lambda named: order.index(named.part)))


def _named(page: ArticlePage, person: Person | Signature, part: str) -> Named:
    return Named(
        profile=person.profile,
        part=part,
        name=person.name,
        post_nominals=person.post_nominals,
        job_title=person.job_title,
        declared=declared(person.interests, person.interests_declared),
        card=page.cards.get(person.profile),
    )


def everybody(named: tuple[Named, ...]) -> list[tuple[str, Named, str]]:
    """(parts, person, interests) once for each: `Medical reviewer · Quoted in this article`, with whatever they
    declared in any of their parts."""
    theirs: dict[int | str, list[Named]] = {}
    for person in named:
        theirs.setdefault(person.profile or person.name, []).append(person)
    return [(_parts(rows), rows[0], _interests(rows)) for rows in theirs.values()]


def _parts(rows: list[Named]) -> str:
    return " · ".join(dict.fromkeys(PARTS[row.part] for row in rows))


def _interests(rows: list[Named]) -> str:
    said = list(dict.fromkeys(row.declared for row in rows if row.declared))
    something = [text for text in said if not text.startswith(NONE_DECLARED)]
    return " ".join(something or said[:1])


def declared(interests: str, on: str) -> str:
    """The declaration in words; empty when nobody was asked, so that the page says so (H72)."""
    when = f" ({day(date.fromisoformat(on))})" if on else ""
    if interests:
        return f"{interests}{when}"
    return f"{NONE_DECLARED}{when}" if on else ""


def face(card: Card | None, name: str) -> SafeString:
    """The photo, or initials in its place; the name beside it says who it is."""
    if card is None or card.photo is None:
        return format_html('<span class="face" aria-hidden="true">{}</span>', initials(name))
    photo = card.photo
    return format_html(
        '<img class="face" src="{}" alt="" width="{}" height="{}">', photo.src, photo.width, photo.height
    )
