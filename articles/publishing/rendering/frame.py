"""What stands around every page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.publishing.rendering.addresses import PLACES


@dataclass(frozen=True, slots=True)
class Link:
    """A link by its words."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """Who publishes, who pays, whom to write to (H9, H10, H12)."""

    name: str
    owner: str
    about: str
    funding: str
    contact_email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The site, its assets by name (`reader_css`), the two columns of links in the footer, where things are."""

    site: SiteFacts
    assets: Mapping[str, str]
    how: tuple[Link, ...]
    help: tuple[Link, ...]
    at: Mapping[str, str] = field(default_factory=lambda: PLACES)
