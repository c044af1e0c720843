"""Compared sections in the clothes of the page: care cards, notes and quotes look as readers will see them."""

from collections.abc import Mapping
from html import escape

from articles.document.diff import Detail, Part
from articles.document.nodes import Kind, Section
from articles.publishing.comparing.bodies import body
from articles.publishing.comparing.labels import field_name
from articles.publishing.comparing.lines import Labels, line, marked
from articles.publishing.rendering.sections import LEVELS

# Kind of section → the class under which the page's own style sheet knows it.
_CLASSES = {Kind.CALLOUT: "callout", Kind.DISCLAIMER: "aside", Kind.PROMOTION: "promo"}


def section(part: Part, label: Labels, names: Mapping[int, str]) -> str:
    """A section with its changes; `names` says who a profile is."""
    node = part.new or part.old
    if not isinstance(node, Section):
        raise TypeError(f"{part.field} is not a section.")
    level = "h3" if node.level == 2 else "h4"
    below = "h4" if node.level == 2 else "h5"
    heading = line(part.heading, label)
    text = body(part.body, label, subheading=below)
    details = detail_list(part.details, label, names)
    if node.kind == Kind.CARE:
        urgency = escape(LEVELS.get(node.care_level, "Advice"))
        return (
            f'{details}<div class="care {escape(node.care_level.value)}">'
            f"<{level}><span>{urgency}</span> {heading}</{level}><div>{text}</div></div>"
        )
    titled = f"<{level}>{heading}</{level}>" if heading else ""
    if node.kind == Kind.QUOTE:
        return f"{details}{titled}{_quote(node, text, names)}"
    if node.kind in _CLASSES:
        return f'{details}<div class="{_CLASSES[node.kind]}">{titled}{text}</div>'
    return f"{details}{titled}{text}"


def detail_list(details: tuple[Detail, ...], label: Labels, names: Mapping[int, str]) -> str:
    """The changed fields with their words; a speaker is named, not numbered."""
    items = "".join(
        f"<dt>{escape(field_name(detail.name))}</dt><dd>{_value(detail, label, names)}</dd>" for detail in details
    )
    return f'<dl class="details">{items}</dl>' if items else ""


def _value(detail: Detail, label: Labels, names: Mapping[int, str]) -> str:
    if detail.name != "speaker":
        return line(detail.runs, label)
    numbers = {run.difference: int("".join(token.word for token in run.tokens)) for run in detail.runs}
    shown = (marked(fate, escape(_name(number, names))) for fate, number in numbers.items())
    return " ".join(shown)


def _name(profile: int, names: Mapping[int, str]) -> str:
    return names.get(profile, f"profile {profile}") if profile else "nobody"


def _quote(node: Section, text: str, names: Mapping[int, str]) -> str:
    said = text.replace("<blockquote>", "").replace("</blockquote>", "")
    who = f"<figcaption>{escape(_name(node.speaker, names))}</figcaption>" if node.speaker else ""
    return f'<figure class="said"><blockquote>{said}</blockquote>{who}</figure>'
