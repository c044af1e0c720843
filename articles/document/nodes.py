"""The parts of a Document as frozen dataclasses; every text is NFC from the moment it is made."""

import unicodedata
from dataclasses import dataclass, fields
from enum import StrEnum


class Kind(StrEnum):
    """What a section is; care cards follow the NHS pattern of three levels (H16)."""

    PROSE = "prose"
    CARE = "care"
    CALLOUT = "callout"
    QUOTE = "quote"
    PROMOTION = "promotion"
    DISCLAIMER = "disclaimer"


class CareLevel(StrEnum):
    """How quickly a reader of a care card should act; NONE on every other kind of section."""

    NONE = ""
    NON_URGENT = "non-urgent"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class Role(StrEnum):
    """What a person is in the text; the medical reviewer is not here, a sign-off makes one."""

    AUTHOR = "author"
    CONTRIBUTOR = "contributor"
    QUOTED = "quoted"


class Commercial(StrEnum):
    """Whether the page sells something of ours (H51)."""

    EDITORIAL = "editorial"
    COMMERCIAL = "commercial"


def plain(text: str) -> str:
    """NFC text, of `str` itself, that JSON and every database can hold.

    Raises ValueError for a NUL or a lone surrogate, which UTF-8 or PostgreSQL cannot store.
    """
    text = unicodedata.normalize("NFC", str.__str__(text))
    if "\x00" in text:
        raise ValueError("The text holds a NUL character; take it out.")
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise ValueError("The text holds half of a surrogate pair; it cannot be stored.")
    return text


class Node:
    """Base of all parts: normalises each text field once, when the part is made."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for field in fields(self):  # type: ignore[arg-type]  # every subclass is a dataclass
            value = getattr(self, field.name)
            if isinstance(value, str) and not isinstance(value, StrEnum):
                object.__setattr__(self, field.name, plain(value))
            elif type(value) is tuple and value and isinstance(value[0], str):
                object.__setattr__(self, field.name, tuple(plain(item) for item in value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Node):
    """An author of a source: family and given names, or one literal for a group (CSL-JSON `author`)."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord(Node):
    """A source as it is printed: CSL-JSON's fields under Python names (F13).

    `issued` and `accessed` are ISO dates cut to what is known (2021, 2021-08, 2021-08-05);
    `literal` is the whole reference as somebody wrote it, for when its parts are not known;
    `host` is the site it was found on (PMC, PubMed), which is not its publisher.
    """

    id: int
    type: str = ""
    title: str = ""
    authors: tuple[Name, ...] = ()
    container: str = ""
    container_short: str = ""
    publisher: str = ""
    issued: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    accessed: str = ""
    literal: str = ""
    host: str = ""
    evidence: str = ""
    discusses_retraction: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Node):
    """A person as printed, with the competing interests that were declared and when (ISO date)."""

    role: Role
    profile: int
    name: str
    post_nominals: str = ""
    job_title: str = ""
    interests: str = ""
    interests_declared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Node):
    """A picture by the SHA-256 of its master, with what is said of it here."""

    sha256: str
    alt: str = ""
    decorative: bool = False
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway(Node):
    """One key takeaway, inline HTML."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Node):
    """A stretch of the article in reading order; level 2 is a main section, 3 a subsection of the last 2."""

    kind: Kind = Kind.PROSE
    level: int = 2
    heading: str = ""
    body: str = ""
    care_level: CareLevel = CareLevel.NONE
    speaker: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Node):
    """All that a reviewer signs. Bodies are HTML of the small vocabulary beside this file.

    `takeaways_lead` may hold `{count}`, which is printed as the number of takeaways (H30).
    """

    title: str = ""
    standfirst: str = ""
    takeaways_lead: str = ""
    takeaways: tuple[Takeaway, ...] = ()
    contributor_note: str = ""
    sections: tuple[Section, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    people: tuple[Person, ...] = ()
    hero: Picture | None = None
    topics: tuple[str, ...] = ()
    description: str = ""
    audience: str = ""
    commercial: Commercial = Commercial.EDITORIAL
    language: str = "en-GB"

    def of_role(self, role: Role) -> tuple[Person, ...]:
        """The people of one role, in byline order."""
        return tuple(person for person in self.people if person.role == role)
