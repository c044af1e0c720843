"""The home page and the list of all articles."""

from datetime import datetime

from articles.publishing.makers.made import Made, page
from articles.publishing.makers.topics import counted_topics
from articles.publishing.reading import entries
from articles.publishing.reading.frame import frame
from articles.publishing.rendering import addresses, jsonld
from articles.publishing.rendering.words import counted

ON_HOME = 7
PER_PAGE = 20


def make_home(now: datetime) -> Made:
    """The newest article large, six more, the topics."""
    shown = entries.entries(entries.newest(ON_HOME))
    facts = frame()
    graph = [
        {
            "@type": "WebSite",
            "@id": addresses.absolute("/#site"),
            "name": facts.site.name,
            "url": addresses.absolute("/"),
        },
        jsonld.organisation(facts.site, facts.assets["mark_svg"]),
    ]
    context = {
        "frame": facts,
        "title": "Health articles, reviewed and signed",
        "description": "Health articles that name their author, their medical reviewer, their sources "
        "and the date until which they hold.",
        "first": shown[0] if shown else None,
        "entries": shown[1:],
        "topics": counted_topics(),
        "jsonld": jsonld.script(graph),
    }
    return page("home", "home.html", addresses.HOME, context, keys=frozenset({"articles"}))


def pages() -> int:
    """How many pages the list of all articles has; an empty list has one."""
    return max(1, -(-entries.count() // PER_PAGE))


def exists(number: str | None = None) -> bool:
    """Whether the list goes that far."""
    return number is None or 1 < int(number) <= pages()


def make(now: datetime, number: str | None = None) -> Made | None:
    """A page of the list, newest articles first; page 1 is the plain address."""
    if not exists(number):
        return None
    n, last = int(number or 1), pages()
    shown = entries.entries(entries.newest(PER_PAGE, after=(n - 1) * PER_PAGE))
    context = {
        "title": "Articles" if n == 1 else f"Articles, page {n}",
        "description": "All health articles, the newest first.",
        "section": addresses.ARTICLES,
        "current": "page" if n == 1 else "true",
        "introduction": [f"{counted(entries.count(), 'article')}, the newest first."] if shown else [],
        "entries": shown,
        "nothing": "Nothing is published yet.",
        "newer": address(n - 1) if n > 1 else "",
        "older": address(n + 1) if n < last else "",
    }
    return page("list", "listing.html", address(n), context, keys=frozenset({"articles"}))


def address(n: int) -> str:
    """The address of a page of the list."""
    return addresses.ARTICLES if n == 1 else f"{addresses.ARTICLES}?page={n}"
