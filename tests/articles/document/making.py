"""Documents for tests: a full one, any one, and every small change of one."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from articles.document.nodes import (
    CareLevel,
    Commercial,
    Document,
    Kind,
    Name,
    Person,
    Picture,
    Role,
    Section,
    SourceRecord,
    Takeaway,
    plain,
)

TEXT = st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)


def any_node(wanted: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type, whatever fields the type has or gets."""
    origin = get_origin(wanted)
    if origin is UnionType:
        return st.none() | any_node(get_args(wanted)[0])
    if origin is tuple:
        return st.lists(any_node(get_args(wanted)[0]), max_size=3).map(tuple)
    if is_dataclass(wanted):
        return st.builds(wanted, **{name: any_node(kind) for name, kind in get_type_hints(wanted).items()})
    if issubclass(wanted, StrEnum):
        return st.sampled_from(wanted)
    return {str: TEXT, int: st.integers(0, 2**63 - 1), bool: st.booleans()}[wanted]


DOCUMENTS = any_node(Document)


def changes(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(where, the node with one small change there), for every field at every depth."""
    for field in fields(node):
        value, at = getattr(node, field.name), f"{path}.{field.name}"
        for where, changed in _changed(value, at):
            yield where, replace(node, **{field.name: changed})


def _changed(value: Any, at: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, StrEnum):
        yield from ((f"{at}={other}", other) for other in type(value) if other != value)
    elif isinstance(value, bool):
        yield at, not value
    elif isinstance(value, int):
        yield at, value + 1
    elif isinstance(value, str):
        yield from (
            (at, text) for text in (value + "x", value.swapcase(), value[:-1], value + " ") if plain(text) != value
        )
    elif value is None:
        yield at, Picture(sha256="0" * 64)
    elif is_dataclass(value):
        yield f"{at}=None", None
        yield from changes(value, at)
    else:
        yield from _changed_tuple(value, at)


def _changed_tuple(value: tuple[Any, ...], at: str) -> Iterator[tuple[str, Any]]:
    for n, item in enumerate(value):
        yield f"{at}[{n}] gone", value[:n] + value[n + 1 :]
        yield f"{at}[{n}] twice", (*value[: n + 1], *value[n:])
        for where, changed in _changed(item, f"{at}[{n}]"):
            if changed is not None:
                yield where, (*value[:n], changed, *value[n + 1 :])
    if value != value[::-1]:
        yield f"{at} reversed", value[::-1]


def mark(source: int, **said: str) -> str:
    """A citation mark as the cleaner writes it."""
    attributes = "".join(f' data-{name}="{value}"' for name, value in said.items())
    return f'<cite-ref data-source="{source}"{attributes}></cite-ref>'


def full(*, sources: tuple[int, ...] = (11, 12), profiles: tuple[int, ...] = (1, 2)) -> Document:
    """A Document in which every field says something."""
    first, second = sources[:2]
    return Document(
        title="Sleep and the night shift",
        standfirst=f"What shift workers can do.{mark(first)}",
        takeaways_lead="In {count} points:",
        takeaways=(Takeaway(body="Keep a <strong>dark</strong> room."), Takeaway(body=f"Rest.{mark(second)}")),
        contributor_note="With thanks to those who told us.",
        sections=(
            Section(heading="Why", body=f"<p>Light sets the clock.{mark(first, locator='p. 3', quote='light')}</p>"),
            Section(level=3, heading="Light", body="<ul><li>Blue</li><li>Red</li></ul><table><tbody><tr><td>1</td>"
                    "<td>2</td></tr></tbody></table>"),
            Section(kind=Kind.CARE, heading="Call", body="<p>Call 999.</p>", care_level=CareLevel.EMERGENCY),
            Section(kind=Kind.CALLOUT, heading="Tip", body="<p>Nap.</p>"),
            Section(kind=Kind.QUOTE, body="<p>I slept.</p>", speaker=profiles[1]),
            Section(kind=Kind.PROMOTION, heading="Ours", body="<p>Buy.</p>"),
            Section(kind=Kind.DISCLAIMER, body="<p>Not advice.</p>"),
        ),
        sources=tuple(
            SourceRecord(
                id=source, type="article-journal", title=f"Light and sleep {source}",
                authors=(Name(family="Wright", given="K P"), Name(literal="Sleep Group")),
                container="Sleep", container_short="Sleep", publisher="OUP", issued="2021-08", volume="44", issue="2",
                pages="1-9", doi=f"10.1000/{source}", pmid=f"3{source}", pmcid=f"PMC3{source}",
                url=f"https://doi.example/{source}", accessed="2025-08-18", literal="As given.", host="PMC",
                evidence="trial", discusses_retraction=source == second,
            )
            for source in sources[:2]
        ),
        people=(
            Person(role=Role.AUTHOR, profile=profiles[0], name="Ada Writer", post_nominals="MSc",
                   job_title="Health writer", interests="None", interests_declared="2026-06-01"),
            Person(role=Role.QUOTED, profile=profiles[1], name="Sam Sleeper"),
        ),
        hero=Picture(sha256="a" * 64, alt="A bed", caption="A bed at noon", credit="Vivere"),
        topics=("shift-work", "sleep"),
        description="Sleep after nights.",
        audience="Adults",
        commercial=Commercial.COMMERCIAL,
        language="en-GB",
    )  # fmt: skip
