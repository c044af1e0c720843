"""What parts, fields and marks are called on a page that compares."""

from collections.abc import Mapping

from articles.document import walk
from articles.document.diff import Comparison, Difference, Part
from articles.document.nodes import Person, Section, SourceRecord
from articles.document.walk import Mark
from articles.publishing.comparing.lines import Labels

PARTS: dict[str, str] = {
    "title": "Title",
    "standfirst": "Standfirst",
    "takeaways_lead": "Lead-in of the takeaways",
    "takeaways": "Takeaway",
    "contributor_note": "Contributor note",
    "sections": "Section",
    "sources": "Source",
    "people": "Person",
    "hero": "Picture",
    "topics": "Topics",
    "description": "Description for search engines",
    "audience": "Audience",
    "commercial": "Commercial context",
    "language": "Language",
}
FIELDS: dict[str, str] = {
    "level": "Heading level",
    "care_level": "How quickly to act",
    "speaker": "Who is quoted",
    "container": "Journal or site",
    "container_short": "Journal abbreviation",
    "publisher": "Publisher or organisation",
    "issued": "Published",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "Address",
    "literal": "Reference as given",
    "host": "Found on",
    "discusses_retraction": "Cited to discuss its retraction",
    "post_nominals": "Letters after the name",
    "interests": "Competing interests",
    "interests_declared": "Interests declared on",
    "sha256": "Picture file",
    "alt": "Description of the picture",
}
OUTCOMES: dict[Difference, str] = {
    Difference.SAME: "Unchanged",
    Difference.CHANGED: "Changed",
    Difference.ADDED: "Added",
    Difference.REMOVED: "Removed",
}


def part_place(part: Part) -> str:
    """`Takeaway 2`, `Section 3`, `Title`; the number is the one in the new text where it is there."""
    name = PARTS.get(part.field) or part.field.replace("_", " ").capitalize()
    is_numbered = part.field in ("sections", "takeaways")
    return f"{name} {part.new_at or part.old_at}" if is_numbered else name


def part_name(part: Part) -> str:
    """Where the part stands and, of a section, person or source, which one it is: `Section 3: Naps`."""
    node = part.new or part.old
    if isinstance(node, Section):
        own = node.heading
    elif isinstance(node, Person):
        own = node.name
    else:
        own = short_source(node) if isinstance(node, SourceRecord) else ""
    return f"{part_place(part)}: {own}" if own else part_place(part)


def field_name(name: str) -> str:
    """A field of a source, person, picture or section in plain words."""
    return FIELDS.get(name) or name.replace("_", " ").capitalize()


def outcome(part: Part, comparison: Comparison) -> str:
    """What happened to a part: `Changed`, `Moved from after “Naps”`, both, or `Unchanged`."""
    if not part.is_moved:
        return OUTCOMES[part.difference]
    place = _place(part, comparison)
    is_only_moved = part.difference == Difference.SAME
    return f"Moved from {place}" if is_only_moved else f"{OUTCOMES[part.difference]} and moved from {place}"


def _place(part: Part, comparison: Comparison) -> str:
    if part.old_at == 1:
        return "the beginning"
    if part.field == "sections":
        above = comparison.old.sections[part.old_at - 2]
        if above.heading:
            return f"after “{above.heading}”"
    return f"place {part.old_at} to place {part.new_at}"


def mark_labels(comparison: Comparison) -> Labels:
    """What citation marks say: author and year, which stay when numbers move."""
    records: Mapping[int, SourceRecord] = {
        record.id: record for record in (*comparison.old.sources, *comparison.new.sources)
    }

    def label(mark: Mark) -> str:
        record = records.get(mark.source)
        name = short_source(record) if record else f"source {mark.source or '?'}, not in the list"
        return f"{name}, {mark.locator}" if mark.locator else name

    return label


def short_source(record: SourceRecord) -> str:
    """`Wright 2021`; the title's first words where there is no author, the number where there is nothing."""
    author = record.authors[0] if record.authors else None
    who = (author.literal or author.family or author.given) if author else ""
    title = walk.text_of(record.title or record.literal)
    name = who or (title if len(title) <= 40 else f"{title[:40].rsplit(' ', 1)[0]}…") or record.publisher
    return " ".join(filter(None, [name or f"source {record.id}", record.issued[:4]]))
