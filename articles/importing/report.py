"""What an import found in a file: counts that describe the file, people, and what an editor must look at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from articles.document import walk
from articles.document.nodes import Document
from articles.importing.marks import Citations
from articles.importing.people import ROLES, Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFound:
    """A person in one role, as the file prints them."""

    role: str
    name: str
    post_nominals: str
    title: str
    education: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The names of the `--json` contract. Numbers are those of the file; placeholders are not entries.

    `markers` counts every number cited, `groups` runs of adjacent ones; a group is ok, partial or none by how
    many of its numbers the file's list has. `unplaced` are words of the file that no field holds: none, or a fault.
    """

    title_len: int
    takeaways: int
    main_sections: int
    subsections: int
    markers: int
    distinct: int
    groups: int
    entries: int
    missing: tuple[int, ...]
    uncited: tuple[int, ...]
    groups_ok: int
    groups_partial: int
    groups_none: int
    people: tuple[PersonFound, ...] = ()
    stated_date: str = ""
    notes: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as plain lists, strings and numbers."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Report":
        """The report that `as_json` gave."""
        plain: dict[str, Any] = {name: tuple(each) if isinstance(each, list) else each for name, each in value.items()}
        people = [{**each, "education": tuple(each["education"])} for each in plain.pop("people", ())]
        return cls(**plain, people=tuple(PersonFound(**each) for each in people))


def counts(document: Document, citations: Citations) -> dict[str, Any]:
    """The counted part of a report; `document` still has the ids that `citations` gave."""
    numbers = citations.numbers()
    found = [mark for mark in walk.marks(document) if mark.source in numbers]
    cited = {mark.source for mark in found}
    groups: defaultdict[tuple[str, int], list[bool]] = defaultdict(list)
    for mark in found:
        groups[mark.place, mark.group].append(mark.source in citations.entries)
    levels = [section.level for section in document.sections if section.heading]
    return {
        "title_len": len(document.title),
        "takeaways": len(document.takeaways),
        "main_sections": levels.count(2),
        "subsections": levels.count(3),
        "markers": len(found),
        "distinct": len(cited),
        "groups": len(groups),
        "entries": len(citations.entries),
        "missing": _in_order(numbers, cited & citations.missing.keys()),
        "uncited": _in_order(numbers, citations.entries.keys() - cited),
        "groups_ok": sum(all(each) for each in groups.values()),
        "groups_partial": sum(any(each) and not all(each) for each in groups.values()),
        "groups_none": sum(not any(each) for each in groups.values()),
    }


def people_found(people: Iterable[Parsed]) -> tuple[PersonFound, ...]:
    """Everybody, once for each role, roles in a fixed order."""
    everyone = list(people)
    return tuple(
        PersonFound(
            role=role,
            name=person.name,
            post_nominals=person.post_nominals,
            title=person.job_title,
            education=tuple(
                f"{row.institution} - {row.award}{f', {row.year}' if row.year else ''}" for row in person.education
            ),
        )
        for role in ROLES
        for person in everyone
        if role in person.roles
    )


def _in_order(numbers: Mapping[int, tuple[int, int]], sources: Iterable[int]) -> tuple[int, ...]:
    return tuple(number for _, number in sorted(numbers[source] for source in sources))
