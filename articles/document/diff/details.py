"""Field by field: sources, people, pictures and settings as labelled plain texts."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from articles.document.diff.words import Difference, Run, compare_words
from articles.document.nodes import Name, Node


@dataclass(frozen=True, slots=True)
class Detail:
    """One field by its name in `document.nodes`, with what became of its words."""

    name: str
    runs: tuple[Run, ...]


def changed_details(old: Node | None, new: Node | None, names: Iterable[str] = ()) -> tuple[Detail, ...]:
    """The fields that differ between two nodes of a kind; of one that came or went, all that say something."""
    node = new or old
    wanted = set(names) or {field.name for field in fields(node)}  # type: ignore[arg-type]  # every Node is a dataclass
    found = []
    for field in fields(node):  # type: ignore[arg-type]
        before, after = getattr(old, field.name, None), getattr(new, field.name, None)
        if field.name in wanted and before != after:
            found.append(Detail(field.name, compare_words(said(before), said(after))))
    return tuple(detail for detail in found if detail.runs)


def is_visible(runs: Iterable[Run]) -> bool:
    """Whether any run says that something changed."""
    return any(run.difference != Difference.SAME for run in runs)


def said(value: Any) -> str:
    """A field's value as plain text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Name):
        return value.literal or " ".join(filter(None, [value.family, value.given]))
    if isinstance(value, tuple):
        return "; ".join(said(item) for item in value)
    if isinstance(value, StrEnum):
        return value.value.replace("-", " ")
    return "" if value is None else str(value)
