"""Compared sources, people and pictures: the whole as printed, and under it the fields that changed."""

from collections.abc import Mapping
from html import escape

from articles.citations import formatting
from articles.document.diff import Difference, Part
from articles.document.nodes import Node, Person, Picture, SourceRecord
from articles.publishing.comparing.lines import Labels, marked
from articles.publishing.comparing.sections import detail_list

# Fields that identify, and say nothing to a reader when the whole came or went.
_SILENT = frozenset({"id", "profile", "sha256", "role", "name", "alt"})


def record(part: Part, label: Labels, names: Mapping[int, str]) -> str:
    """One source, person or picture."""
    shown = f"<p>{marked(part.difference, _printed(part.new or part.old))}</p>"
    if part.difference == Difference.CHANGED:
        return shown + detail_list(part.details, label, names)
    if part.field == "sources":
        return shown  # the reference says it all
    return shown + detail_list(tuple(each for each in part.details if each.name not in _SILENT), label, names)


def _printed(node: Node | None) -> str:
    if isinstance(node, SourceRecord):
        return formatting.as_html(node) or f"Source {node.id}: details missing"
    if isinstance(node, Person):
        name = ", ".join(filter(None, [node.name, node.post_nominals]))
        return f"{escape(name)} ({escape(node.role.value)})"
    if isinstance(node, Picture):
        return escape("A decorative picture" if node.decorative else node.alt or "A picture without a description")
    return ""
