"""What stands on the page, as text: read from an article or from a POST, and never lost between the two."""

import re
from dataclasses import dataclass, field

from django.http import QueryDict

from articles.document.nodes import Document
from articles.editing import assemble
from articles.models import Article
from vivere.lib.html import storable

_KEY = re.compile(r"[A-Za-z0-9-]{1,40}")
ROWS_AT_MOST = 500

# The fields that stand once on the page. The first five, and the bodies of rows, hold rich text.
SCALARS = (
    "title",
    "standfirst",
    "takeaways_lead",
    "contributor_note",
    "description",
    "slug",
    "audience",
    "commercial",
    "language",
    "hero",
    "hero_alt",
    "hero_decorative",
    "hero_caption",
    "reader_need",
    "evidence_note",
    "user_testing",
    "review_months",
    "proposed_reviewer",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """A section as typed; the key names its fields (`section.KEY.body`) and nothing else."""

    key: str
    kind: str = "prose"
    level: str = "2"
    heading: str = ""
    body: str = ""
    care_level: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeawayRow:
    """A takeaway as typed."""

    key: str
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person's part as chosen."""

    key: str
    profile: str = ""
    role: str = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole page; rows stand in its order, which is the order of the Document."""

    values: dict[str, str]
    takeaways: tuple[TakeawayRow, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    sources: tuple[str, ...] = ()
    discusses: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()
    writers: tuple[str, ...] | None = field(default=None)


def from_post(post: QueryDict) -> Sheet:
    """What was typed. Rows beyond ROWS_AT_MOST and keys that are none are left out."""

    def value(name: str) -> str:
        return storable(post.get(name, "")).replace("\r\n", "\n")

    def keys(kind: str) -> list[str]:
        found = [key for key in post.getlist(kind) if _KEY.fullmatch(key)]
        return list(dict.fromkeys(found))[:ROWS_AT_MOST]

    def cells(kind: str, key: str, names: tuple[str, ...]) -> dict[str, str]:
        return {name: value(f"{kind}.{key}.{name}") for name in names if f"{kind}.{key}.{name}" in post}

    section = ("kind", "level", "heading", "body", "care_level", "speaker")
    return Sheet(
        values={name: value(name) for name in SCALARS},
        takeaways=tuple(TakeawayRow(key=key, **cells("takeaway", key, ("body",))) for key in keys("takeaway")),
        sections=tuple(SectionRow(key=key, **cells("section", key, section)) for key in keys("section")),
        people=tuple(PersonRow(key=key, **cells("person", key, ("profile", "role"))) for key in keys("person")),
        sources=tuple(dict.fromkeys(post.getlist("source"))),
        discusses=frozenset(post.getlist("discusses")),
        topics=tuple(dict.fromkeys(storable(slug) for slug in post.getlist("topic"))),
        writers=tuple(dict.fromkeys(post.getlist("writer"))) if "writers-shown" in post else None,
    )


def from_article(article: Article) -> Sheet:
    """The working copy as it stands."""
    document = assemble.document(article)
    return Sheet(
        values=_values(article, document),
        takeaways=tuple(TakeawayRow(key=f"t{n}", body=item.body) for n, item in enumerate(document.takeaways, 1)),
        sections=tuple(
            SectionRow(
                key=f"s{n}",
                kind=item.kind.value,
                level=str(item.level),
                heading=item.heading,
                body=item.body,
                care_level=item.care_level.value,
                speaker=str(item.speaker or ""),
            )
            for n, item in enumerate(document.sections, 1)
        ),
        people=tuple(
            PersonRow(key=f"p{n}", profile=str(item.profile), role=item.role.value)
            for n, item in enumerate(document.people, 1)
        ),
        sources=tuple(str(source.id) for source in document.sources),
        discusses=frozenset(str(source.id) for source in document.sources if source.discusses_retraction),
        topics=document.topics,
        writers=tuple(str(pk) for pk in article.writers.order_by("pk").values_list("pk", flat=True)),
    )


def blank(author: int | None) -> Sheet:
    """A new article: one section to write in, whoever opens it as its author."""
    people = (PersonRow(key="p1", profile=str(author)),) if author else ()
    values = dict.fromkeys(SCALARS, "") | {"commercial": "editorial", "language": "en-GB"}
    return Sheet(values=values, sections=(SectionRow(key="s1"),), people=people)


def _values(article: Article, document: Document) -> dict[str, str]:
    hero = document.hero
    ours = {
        "hero": hero.sha256 if hero else "",
        "hero_alt": hero.alt if hero else "",
        "hero_decorative": "on" if hero and hero.decorative else "",
        "hero_caption": hero.caption if hero else "",
        "commercial": document.commercial.value,
        "review_months": str(article.review_months or ""),
        "proposed_reviewer": str(article.proposed_reviewer_id or ""),
    }
    return {name: ours.get(name, getattr(article, name, "")) for name in SCALARS}
