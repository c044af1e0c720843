"""Cleans every text of a Document once, on its way in, to the vocabulary of `articles.document`."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from articles.document import vocabulary
from articles.document.nodes import Document, Kind, Section, Takeaway
from vivere.lib.html import cleaner, one_line

_SHARED: dict[str, Any] = {
    "attributes": vocabulary.ATTRIBUTES,
    "schemes": vocabulary.SCHEMES,
    "keeps": vocabulary.keeps,
    "same_as": vocabulary.SAME_AS,
    "empty": vocabulary.CITE,
}
body = cleaner(tags=vocabulary.BODY, **_SHARED)
inline = cleaner(tags=vocabulary.INLINE, **_SHARED)

_RICH = frozenset({"standfirst", "takeaways_lead", "takeaways", "contributor_note", "sections"})


def document(raw: Document) -> Document:
    """The same Document: rich texts cleaned, plain texts on one line, no empty takeaway, nobody twice in a part."""
    takeaways = [Takeaway(body=inline(item.body)) for item in raw.takeaways]
    plain: Document = _plain(raw)
    return replace(
        plain,
        standfirst=inline(raw.standfirst),
        takeaways_lead=inline(raw.takeaways_lead),
        takeaways=tuple(item for item in takeaways if item.body),
        contributor_note=inline(raw.contributor_note),
        sections=tuple(_section(item) for item in raw.sections),
        people=tuple({(item.role, item.profile): item for item in plain.people}.values()),
    )


def _section(raw: Section) -> Section:
    section = replace(raw, heading=one_line(raw.heading), body=body(raw.body))
    return section if section.kind == Kind.CARE else replace(section, care_level=type(section.care_level).NONE)


def _plain(node: Any) -> Any:
    """A copy of a node whose plain texts hold no control characters; rich texts are left alone."""
    changed: dict[str, Any] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in _RICH:
            continue
        if type(value) is str:
            changed[field.name] = one_line(value)
        elif isinstance(value, tuple):
            changed[field.name] = tuple(_plain(v) if is_dataclass(v) else one_line(v) for v in value)
        elif is_dataclass(value):
            changed[field.name] = _plain(value)
    return replace(node, **changed)
