"""Author, reviewer and contributor blocks → people, taken out of the lines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from articles.importing.headings import could_head
from articles.importing.labels import AUTHOR, PEOPLE, REVIEWER, label, undressed
from articles.importing.lines import Line
from articles.importing.names import Named, named
from articles.importing.wrapping import is_finished, join, opens_lower

QUOTED = "quoted"
ROLES = (AUTHOR, REVIEWER, "contributor", QUOTED)

_ROW = re.compile(r"(.{2,200}?)\s+[-–—]\s+(.{2,200}?)(?:,?\s+\(?((?:19|20)[0-9]{2})\)?)?\s*")
_BYLINE = re.compile(
    r"(?:by|(?:written|words) by|author)\s*:?\s+(?P<author>.{3,200})|"
    r"(?:(?:medical(?:ly)?|clinical(?:ly)?) )?(?:reviewed by|reviewer)\s*:?\s+(?P<medical_reviewer>.{3,200})",
    re.I,
)
_LONGEST_JOB = 160
_OPENING_LINES = 15


@dataclass(frozen=True, slots=True)
class Education:
    """A row of education: the institution, what it gave, the year if it is known."""

    institution: str
    award: str
    year: int | None = None


@dataclass(slots=True)
class Parsed:
    """A person as the file has them; `roles` in the order of `ROLES`."""

    name: str
    post_nominals: str = ""
    job_title: str = ""
    biography: list[str] = field(default_factory=list)
    education: list[Education] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class People:
    """Everybody a file names in a part of its own; a name is one person whatever the part."""

    everyone: list[Parsed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def add(self, found: Named, role: str) -> Parsed:
        """The person of this name, who has this role too now."""
        person = next((each for each in self.everyone if each.name.casefold() == found.name.casefold()), None)
        if person is None:
            person = Parsed(found.name)
            self.everyone.append(person)
        person.post_nominals = person.post_nominals or found.post_nominals
        person.roles.add(role)
        if found.honorific:
            self.notes.append(f"“{found.honorific}” was left off the name of {found.name}.")
        return person

    def plain(self, bare: Callable[[str], str]) -> None:
        """Takes the syntax out of biographies, which are plain text."""
        for person in self.everyone:
            person.biography = [bare(paragraph) for paragraph in person.biography]

    def of_role(self, role: str) -> list[Parsed]:
        """The people of one role, in file order."""
        return [each for each in self.everyone if role in each.roles]


def lift(lines: Sequence[Line]) -> tuple[list[Line], People]:
    """The lines without their parts about people, and the people."""
    people = People()
    kept: list[Line] = []
    at = is_cut = 0
    while at < len(lines):
        role = label(lines[at].words)
        end = _end(lines, at) if role in PEOPLE else at
        if end > at and _read(lines[at + 1 : end], role, people, plural=_is_plural(lines[at].words)):
            people.labels.append(lines[at].words)
            at, is_cut = end, 1
        elif _byline(lines, at, people):
            at, is_cut = at + 1, 1
        else:
            kept.append(replace(lines[at], gap=max(is_cut, lines[at].gap)))
            at, is_cut = at + 1, 0
    return kept, people


def _byline(lines: Sequence[Line], at: int, people: People) -> bool:
    """Takes “Written by …” and “Medically reviewed by …” near the top."""
    words = lines[at].words
    if at >= _OPENING_LINES or len(words) > 220:
        return False
    match = _BYLINE.fullmatch(undressed(words.replace("*", "")))
    found = named((match["author"] or match["medical_reviewer"]).strip("*_ ")) if match else None
    if match and found:
        people.add(found, AUTHOR if match["author"] else REVIEWER)
        people.labels.append(words)
    return bool(found)


def _end(lines: Sequence[Line], at: int) -> int:
    """The index after a part about people: the next label or heading, or in the opening the next gap."""
    for n in range(at + 1, len(lines)):
        words = lines[n].words
        role = label(words)
        other_heading = words.startswith("#") and role != "education"
        if role in PEOPLE or other_heading or lines[n].scope != lines[at].scope:
            return n
        if n > at + 1 and lines[n].gap:
            followed = n + 1 < len(lines) and not lines[n + 1].gap
            is_person = _is_plural(lines[at].words) and named(words) is not None
            is_heading = followed and could_head(words) and not role and not is_person
            if at < _OPENING_LINES or (n > at + 2 and is_heading):
                return n
    return len(lines)


def _is_plural(words: str) -> bool:
    """Whether a label announces several people."""
    return undressed(words).lower().endswith("s")


def _read(lines: Sequence[Line], role: str, people: People, *, plural: bool) -> bool:
    """Reads one part into `people`; False, and nothing read, when its first line names nobody."""
    found = named(lines[0].words) if lines else None
    if found is None:
        return False
    person = people.add(found, role)
    at = 1
    if at < len(lines) and _is_job(lines[at].words):
        person.job_title = person.job_title or undressed(lines[at].words)
        at += 1
    in_education = False
    for line in lines[at:]:
        if label(line.words) == "education":
            in_education = True
            people.labels.append(line.words)
        elif in_education and (row := _education(line.words)):
            person.education.append(row)
        elif _is_another(line, person, plural=plural):
            person = people.add(named(line.words) or found, role)
        elif not person.job_title and not person.biography and _is_job(line.words):
            person.job_title = undressed(line.words)
        elif person.biography and not line.gap and opens_lower(line.words) and not is_finished(person.biography[-1]):
            person.biography[-1] = join(person.biography[-1], line.words)
        else:
            person.biography.append(line.words)
    return True


def _is_another(line: Line, person: Parsed, *, plural: bool) -> bool:
    """Whether a line names the next person of the same part: a name with letters, or set apart by an empty line."""
    found = named(line.words)
    is_apart = found and (found.post_nominals or (line.gap and plural))
    return bool(is_apart and person.job_title and not person.education)


def _is_job(words: str) -> bool:
    return len(words) <= _LONGEST_JOB and len(words.split()) <= 16 and words[-1] not in ".:;!?" and not label(words)


def _education(words: str) -> Education | None:
    """`institution - award, year` as a row; the year may be absent."""
    match = _ROW.fullmatch(words.lstrip("-*• ").strip()) if len(words) < 500 else None
    if not match:
        return None
    return Education(match[1].strip(), match[2].strip().rstrip(","), int(match[3]) if match[3] else None)
