"""A comparison as what a page shows: parts in reading order, each with a name, an outcome and its HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from articles.document.diff import Comparison, Part
from articles.publishing.comparing.bodies import inline
from articles.publishing.comparing.labels import mark_labels, outcome, part_name, part_place
from articles.publishing.comparing.lines import Labels, line
from articles.publishing.comparing.records import record
from articles.publishing.comparing.sections import section
from articles.publishing.rendering.words import counted

_TEXT = ("title", "standfirst", "takeaways_lead", "takeaways", "contributor_note", "sections")
_RECORDS = ("sources", "people", "hero")
_HIDDEN = "Only white space or mark-up that does not show is different."


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part with what happened to it; `anchor` is its id on the page, empty when nothing did."""

    anchor: str
    place: str
    name: str
    outcome: str
    html: SafeString
    is_same: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Parts under one heading."""

    name: str
    parts: tuple[ShownPart, ...]

    @property
    def changes(self) -> tuple[ShownPart, ...]:
        """The parts to which something happened."""
        return tuple(part for part in self.parts if not part.is_same)

    @property
    def same(self) -> tuple[ShownPart, ...]:
        """The parts that say what they said."""
        return tuple(part for part in self.parts if part.is_same)


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the page says of a comparison."""

    text: Group
    lists: tuple[Group, ...]

    @property
    def changes(self) -> tuple[ShownPart, ...]:
        """Every part to which something happened, in the order of the page."""
        return tuple(part for group in (self.text, *self.lists) for part in group.changes)

    @property
    def summary(self) -> str:
        """How much changed, in a sentence."""
        count = len(self.changes)
        return f"{counted(count, 'part')} changed." if count else "The two texts say the same."


def show(comparison: Comparison, names: Mapping[int, str]) -> Shown:
    """What differs, ready for a template; `names` says who the profiles of speakers are."""
    label = mark_labels(comparison)
    shown: dict[str, list[ShownPart]] = {}
    changed = 0
    for part in _in_page_order(comparison):
        changed += not part.is_same
        html = _html(part, label, names)
        if part.is_hidden:
            html += f'<p class="note">{_HIDDEN}</p>'
        if html or not part.is_same:
            anchor = "" if part.is_same else f"change-{changed}"
            # Safe: every word in it was escaped and every tag made by `lines`, `bodies`, `sections` or `records`.
            safe = mark_safe(html)  # noqa: S308
            made = ShownPart(anchor, part_place(part), part_name(part), outcome(part, comparison), safe, part.is_same)
            shown.setdefault(part.field, []).append(made)
    rest = [name for name in shown if name not in (*_TEXT, "sources", "people")]
    return Shown(
        _group("The text", shown, _TEXT),
        (
            _group("Sources", shown, ("sources",)),
            _group("People", shown, ("people",)),
            _group("Picture, topics and settings", shown, rest),
        ),
    )


def _in_page_order(comparison: Comparison) -> list[Part]:
    rest = [part for part in comparison.parts if part.field not in (*_TEXT, "sources", "people")]
    return [*comparison.of(*_TEXT), *comparison.of("sources"), *comparison.of("people"), *rest]


def _group(name: str, shown: Mapping[str, list[ShownPart]], fields: tuple[str, ...] | list[str]) -> Group:
    parts = tuple(part for field in fields for part in shown.get(field, ()))
    return Group(name, parts)


def _html(part: Part, label: Labels, names: Mapping[int, str]) -> str:
    if part.field == "sections":
        return section(part, label, names)
    if part.field in _RECORDS:
        return record(part, label, names)
    text = line(part.heading, label) if part.heading else inline(part.body, label)
    return f"<div>{text}</div>" if text else ""
