"""The topics, and the articles of each."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from articles.models import Topic
from articles.publishing.makers.made import Made, page
from articles.publishing.reading import entries
from articles.publishing.rendering import addresses
from articles.publishing.rendering.frame import Link
from articles.publishing.rendering.words import counted


@dataclass(frozen=True, slots=True)
class CountedTopic:
    """A topic and how many published articles it has."""

    text: str
    href: str
    count: int

    @property
    def noun(self) -> str:
        """What is counted, for those who hear the number alone."""
        return "article" if self.count == 1 else "articles"


def counted_topics() -> list[CountedTopic]:
    """Topics with at least one published article, by name."""
    known = entries.abstracts(entries.everything()).values()
    numbers = Counter(slug for abstract in known for slug in abstract.topics)
    rows = Topic.objects.filter(slug__in=numbers).order_by("name")
    return [CountedTopic(row.name, addresses.topic(row.slug), numbers[row.slug]) for row in rows]


def make_index(now: datetime) -> Made:
    """All topics that have articles."""
    topics = counted_topics()
    context = {
        "title": "Topics",
        "description": "All topics, with the number of articles about each.",
        "section": addresses.TOPICS,
        "current": "page",
        "topics": topics,
        "nothing": "Nothing is published yet.",
    }
    return page("topics", "listing.html", addresses.TOPICS, context, keys=frozenset({"articles"}))


def exists(slug: str) -> bool:
    """Whether there is such a topic."""
    return bool(Topic.objects.filter(slug=slug).exists())


def make(now: datetime, slug: str) -> Made | None:
    """A topic: its introduction and its articles."""
    topic = Topic.objects.filter(slug=slug).first()
    if topic is None:
        return None
    published = entries.everything()
    known = entries.abstracts(published)
    shown = entries.entries([row for row in published if slug in known[row.revision_id].topics])
    context = {
        "title": topic.name,
        "description": f"{counted(len(shown), 'article')} about {topic.name}.",
        "section": addresses.TOPICS,
        "crumbs": [Link("Home", addresses.HOME), Link("Topics", addresses.TOPICS)],
        "introduction": [part.strip() for part in topic.introduction.split("\n\n") if part.strip()],
        "entries": shown,
        "nothing": "Nothing is published about this yet.",
    }
    keys = frozenset({f"topic:{slug}", f"articles-on:{slug}"})
    return page("topic", "listing.html", addresses.topic(slug), context, keys=keys)
