"""An article's facts → its page. Every string is made here; the template only puts it in place."""

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Any

from django.template import loader
from django.utils.safestring import SafeString, mark_safe

from articles.document import walk
from articles.document.nodes import Role
from articles.models import Change
from articles.publishing.rendering import addresses, jsonld, jsonld_article, people, timeline
from articles.publishing.rendering.cards import PictureFile
from articles.publishing.rendering.dates import day_tag
from articles.publishing.rendering.facts import ArticlePage
from articles.publishing.rendering.frame import Link
from articles.publishing.rendering.people import REVIEWER
from articles.publishing.rendering.text import Text, write
from articles.publishing.rendering.words import minutes

# So long past its review date, search engines are asked to leave a page out (H83).
UNLISTED_AFTER = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Hero:
    """The picture above the text, with what is said of it."""

    file: PictureFile
    alt: str
    caption: str

    @property
    def address(self) -> str:
        """The whole address, for link previews."""
        return self.file.address


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction as the notice above the text says it (H84)."""

    number: int
    day: SafeString
    note: str
    by: str


def render(page: ArticlePage) -> str:
    """The whole page as HTML."""
    return str(loader.get_template("reader/article.html").render(context(page)))


def context(page: ArticlePage) -> dict[str, Any]:
    """What the template shows; the same wherever an article is shown as readers see it."""
    text = write(page)
    named = people.people(page)
    authors = [person for person in named if person.part == Role.AUTHOR]
    reviewers = [person for person in named if person.part == REVIEWER]
    crumbs = _crumbs(page)
    here = Link(page.document.title, addresses.article(page.slug))
    graph = jsonld_article.graph(page, named, text.numbering, [*crumbs, here])
    return {
        "frame": page.frame,
        "language": page.document.language,
        "title": page.document.title,
        "description": page.document.description or walk.text_of(page.document.standfirst),
        "canonical": addresses.absolute(here.href),
        "section": addresses.ARTICLES,
        "crumbs": crumbs,
        "eyebrow": _eyebrow(page),
        "corrections": _corrections(page),
        "byline": [("Written by", authors), ("Medically reviewed by", reviewers)],
        "is_reviewed": bool(reviewers),
        "audience": page.document.audience,
        "hero": _hero(page),
        "people": people.everybody(named),
        "steps": timeline.steps(page, [person.printed for person in authors]),
        "jsonld": jsonld.script(graph),
        **_dates(page),
        **_parts(text),
    }


def changes_on(page: ArticlePage) -> list[date]:
    """The days on which time alone changes the page: overdue, then left out of search engines."""
    return [page.next_review + timedelta(days=1), page.next_review + UNLISTED_AFTER + timedelta(days=1)]


def _dates(page: ArticlePage) -> dict[str, Any]:
    return {
        "published": day_tag(page.first_published),
        "updated": day_tag(page.updated_at),
        "last_reviewed": day_tag(page.last_reviewed),
        "next_review": day_tag(page.next_review),
        "is_overdue": page.today > page.next_review,
        "is_unlisted": page.today > page.next_review + UNLISTED_AFTER,
    }


def _parts(text: Text) -> dict[str, SafeString]:
    """The stretches of HTML that the template puts in place; rendering.tags has let nothing else through."""
    last = [
        Link("Sources", "#sources"),
        Link("Who wrote and reviewed this", "#people"),
        Link("How this article was made", "#made"),
    ]
    contents = "".join(
        f'<li><a href="{link.href}">{escape(link.text)}</a></li>' for link in [*text.sections.contents, *last]
    )
    parts = {
        "contents": contents,
        "standfirst": text.standfirst,
        "takeaways": text.takeaways,
        "contributor_note": text.contributor_note,
        "sections": "".join(text.sections.html),
        "promotions": "".join(text.sections.promotions),
        "sources": text.sources.list_items(),
        "uncited": text.sources.uncited_items(),
        "sources_summary": text.sources.summary(),
    }
    return {name: mark_safe(html) for name, html in parts.items()}  # noqa: S308 - see above


def _crumbs(page: ArticlePage) -> list[Link]:
    """The way here: home, then the first topic, or all articles when there is none."""
    above = [Link(name, addresses.topic(slug)) for slug, name in page.topics[:1]]
    return [Link("Home", addresses.HOME), *(above or [Link("Articles", addresses.ARTICLES)])]


def _eyebrow(page: ArticlePage) -> str:
    """Topic and reading time: `Nutrition · 6 minute read`."""
    time = f"{minutes(sum(len(words.split()) for words in walk.words(page.document)))} minute read"
    return " · ".join([*(name for _, name in page.topics[:1]), time])


def _corrections(page: ArticlePage) -> list[Correction]:
    return [
        Correction(edition.number, day_tag(edition.at), edition.note, edition.by)
        for edition in reversed(page.editions)
        if edition.change == Change.CORRECTION
    ]


def _hero(page: ArticlePage) -> Hero | None:
    hero = page.document.hero
    file = page.pictures.get(hero.sha256) if hero else None
    if hero is None or file is None:
        return None
    caption = " ".join(f"{part.rstrip('.')}." for part in (hero.caption, hero.credit) if part)
    return Hero(file, "" if hero.decorative else hero.alt, caption)
