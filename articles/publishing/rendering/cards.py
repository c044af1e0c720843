"""A person as they are now: the card, which stands outside the signed text."""

from dataclasses import dataclass
from datetime import date

from articles.publishing.rendering import addresses
from articles.publishing.rendering.dates import day


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that can be fetched, with its size in pixels."""

    src: str
    width: int
    height: int

    @property
    def address(self) -> str:
        """The whole address, for machines elsewhere."""
        return addresses.absolute(self.src)


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree:
    """A qualification, apart from any registration (H67)."""

    award: str
    institution: str
    country: str = ""
    year: int | None = None

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.award, self.institution, self.country, str(self.year or "")]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """An entry in a professional register, as somebody last found it (H64)."""

    profession: str
    body: str
    number: str
    url: str = ""
    result: str = ""
    is_good: bool = False
    checked_on: date | None = None

    def __str__(self) -> str:
        return ", ".join([self.profession, self.body, self.number])

    @property
    def checked(self) -> str:
        """`Checked 11 August 2025` when the register raised nothing, else what it said."""
        if self.checked_on is None:
            return self.result
        return f"{'Checked' if self.is_good else self.result + ','} {day(self.checked_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a person's page and the foot of an article say of them."""

    profile: int
    slug: str
    name: str
    post_nominals: str = ""
    job_title: str = ""
    biography: str = ""
    photo: PictureFile | None = None
    orcid: str = ""
    same_as: tuple[str, ...] = ()
    degrees: tuple[Degree, ...] = ()
    registrations: tuple[Registered, ...] = ()
    interests: str = ""
    interests_declared: str = ""
    is_sample: bool = False

    @property
    def printed(self) -> str:
        """Name and post-nominals."""
        return f"{self.name}, {self.post_nominals}" if self.post_nominals else self.name

    @property
    def href(self) -> str:
        """The person's page."""
        return addresses.person(self.slug)

    @property
    def paragraphs(self) -> list[str]:
        """The biography, cut at its empty lines."""
        return [part.strip() for part in self.biography.replace("\r\n", "\n").split("\n\n") if part.strip()]
