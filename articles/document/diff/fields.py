"""Which fields of a Document differ from those of another."""

from articles.document.nodes import Document

# What "sources only" may touch: the source list, not a word of the text.
SOURCE_FIELDS = frozenset({"sources"})
_FIELDS = tuple(Document.__dataclass_fields__)


def changed_fields(old: Document, new: Document) -> frozenset[str]:
    """Names of the fields whose value is not the same."""
    return frozenset(name for name in _FIELDS if getattr(old, name) != getattr(new, name))


def only_sources_changed(old: Document, new: Document) -> bool:
    """Whether the source details, and nothing else, differ; the same sources must still be listed."""
    return changed_fields(old, new) <= SOURCE_FIELDS and [s.id for s in old.sources] == [s.id for s in new.sources]
