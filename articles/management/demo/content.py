"""The shape of an article's file, and the list of them."""

from dataclasses import dataclass, field

from articles.management.demo.files import FOLDER, build, read


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """The hero: a file of the pictures folder; `alt` says what it shows, or it is decorative."""

    file: str
    alt: str = ""
    decorative: bool = False
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFile:
    """A section; `speaker` is a key of people.toml, `care` a level of care card."""

    heading: str
    body: str
    kind: str = "prose"
    level: int = 2
    care: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """That the first publication said `old` where the text says `new` now; days are before the run."""

    old: str
    new: str
    note: str
    statement: str
    signed: int
    published: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happened to the article, in days before the run; what is 0 did not happen.

    `due` is in days after the run. `exceptions` maps codes of blocking findings to the reason to go live.
    """

    state: str
    written: int
    submitted: int = 0
    signed: int = 0
    published: int = 0
    due: int = 0
    reviewer: str = ""
    statement: str = ""
    exceptions: dict[str, str] = field(default_factory=dict)
    correction: Correction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """An article as its file has it; people are keys of people.toml, topics keys of topics.toml."""

    title: str
    description: str
    audience: str
    topics: tuple[str, ...]
    standfirst: str
    takeaways: tuple[str, ...]
    sections: tuple[SectionFile, ...]
    picture: PictureFile
    story: Story
    takeaways_lead: str = ""
    contributor_note: str = ""
    commercial: str = "editorial"
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


def article_files() -> dict[str, ArticleFile]:
    """Every article of the demonstration by the name of its file. Raises DemoFileWrong."""
    names = sorted(path.name for path in (FOLDER / "articles").glob("*.toml"))
    return {name: build(ArticleFile, read(f"articles/{name}"), name) for name in names}
