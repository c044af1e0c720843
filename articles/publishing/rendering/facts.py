"""What a page is made from, as plain frozen values: read once, rendered without another question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.safestring import SafeString

from articles.document.nodes import Document
from articles.publishing.rendering import addresses
from articles.publishing.rendering.cards import Card, PictureFile
from articles.publishing.rendering.dates import day_tag
from articles.publishing.rendering.frame import Frame
from articles.publishing.rendering.history import Edition, Signature


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """What is known of a source's standing (H40, H41), and the row that says so."""

    source: int
    status: str
    note: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Everything that the page of one publication says.

    `reviewers` are the whole-page signatures that the publication rests on; `signatures` are all of its
    history, `editions` its publications so far, both oldest first; `cards`, `statuses` and `pictures` are by
    profile, source and SHA-256; `topics` are (slug, name); `today` is the day for which the page is made.
    """

    document: Document
    slug: str
    first_published: datetime
    updated_at: datetime
    last_reviewed: date
    next_review: date
    reviewers: tuple[Signature, ...]
    signatures: tuple[Signature, ...]
    editions: tuple[Edition, ...]
    today: date
    frame: Frame
    cards: Mapping[int, Card] = field(default_factory=dict)
    statuses: Mapping[int, SourceStatus] = field(default_factory=dict)
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    topics: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """The notice that a withdrawn article leaves at its address (H85)."""

    title: str
    slug: str
    first_published: datetime
    on: datetime
    by: str
    reason: str
    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A published article in a list."""

    slug: str
    title: str
    summary: str
    topic: str
    reviewed: date
    reviewer: str
    picture: PictureFile | None = None

    @property
    def href(self) -> str:
        """The article's page."""
        return addresses.article(self.slug)

    @property
    def day(self) -> SafeString:
        """The day of the last whole-page review."""
        return day_tag(self.reviewed)
