"""The public addresses that pages link to."""

from collections.abc import Mapping
from types import MappingProxyType

from django.conf import settings

HOME = "/"
ARTICLES = "/articles/"
TOPICS = "/topics/"
PEOPLE = "/people/"
NOT_FOUND = "/404/"


def article(slug: str) -> str:
    """An article's page."""
    return f"/articles/{slug}/"


def person(slug: str) -> str:
    """A person's page."""
    return f"/people/{slug}/"


def topic(slug: str) -> str:
    """A topic's page."""
    return f"/topics/{slug}/"


def policy(slug: str) -> str:
    """A page about how the site works."""
    return f"/policies/{slug}/"


def absolute(path: str) -> str:
    """The whole address, for canonical links and structured data."""
    return f"{settings.SITE_URL}{path}"


# What templates link to by name.
PLACES: Mapping[str, str] = MappingProxyType(
    {
        "home": HOME,
        "articles": ARTICLES,
        "topics": TOPICS,
        "people": PEOPLE,
        "editorial_policy": policy("editorial-policy"),
        "medical_review": policy("medical-review"),
        "corrections": policy("corrections"),
        "contact": policy("contact"),
    }
)
