"""The parts that no article goes without (H4), and the alternative text of its picture (H100)."""

from collections.abc import Iterator

from articles.document import walk
from articles.document.nodes import Document, Kind, Role
from articles.quality.context import Context
from articles.quality.findings import Finding, blocking


def check(document: Document, _context: Context) -> Iterator[Finding]:
    """`part-missing` for each absent part in reading order, `picture-alt-missing`."""
    for place, is_there, message in _parts(document):
        if not is_there:
            yield blocking("part-missing", "H4", place, message)
    hero = document.hero
    if hero and not hero.alt.strip() and not hero.decorative:
        yield blocking(
            "picture-alt-missing",
            "H100",
            "hero",
            "The picture has no text for people who cannot see it. Describe it, or mark it as decorative.",
        )


def _parts(document: Document) -> Iterator[tuple[str, bool, str]]:
    """(place, whether the part is there, what to say when it is not)."""
    authors = any(person.name.strip() for person in document.of_role(Role.AUTHOR))
    yield "title", bool(document.title.strip()), "The article has no title. Give it one."
    yield "people", authors, "The article has no author. Name who wrote it."
    yield (
        "description",
        bool(document.description.strip()),
        "The article has no description. Write one or two sentences for search engines and link previews.",
    )
    takeaways = any(walk.text_of(takeaway.body) for takeaway in document.takeaways)
    yield "takeaways", takeaways, "The article has no key takeaway. Write at least one."
    prose = any(walk.text_of(section.body) for section in document.sections if section.kind == Kind.PROSE)
    yield "sections", prose, "The article has no text. Write at least one section."
    yield "sources", bool(document.sources), "The article has no source. Cite what its statements rest on."
