"""Who contributed and who is quoted, told from the text by the people whom the file lists."""

import re

from articles.importing.names import Named, named, names_in
from articles.importing.people import QUOTED, Parsed, People

CONTRIBUTOR = "contributor"

_CUE = re.compile(
    r"\b(?:(?:provided|contributed|shared|given|offered) by|contributions? (?:from|by)|"
    r"(?:insights?|input|advice|expertise|guidance) from|(?:interview|conversation) with|"
    r"(?:spoke|talked) (?:to|with)|with the help of)\b",
    re.I,
)
_REVIEWED = re.compile(r"\breviewed by\b", re.I)
_AFTER_CUE = 160
_FROM = re.compile(r"\b(?:from|by|with)\s+", re.I)
_SIGNED = re.compile(r"^\s*(?:[—–-]{1,2}\s*|said\s+|says\s+)", re.I)
_LONGEST_SIGNATURE = 120


def contributor_of(text: str, people: People) -> Parsed | None:
    """The person whom an introductory paragraph presents as the one behind the article, now a contributor."""
    if _REVIEWED.search(text):
        return None  # a claim of review, which makes nobody a contributor
    for person in people.everyone:
        if person.roles != {"author"} and _mentions(text, person.name):
            person.roles.add(CONTRIBUTOR)
            return person
    cue = _CUE.search(text)
    if not cue:
        return None
    listed = next((person for person in people.everyone if _mentions(text[cue.end() :], person.name)), None)
    if listed:
        listed.roles.add(CONTRIBUTOR)
        return listed
    found = _introduced(text[cue.end() : cue.end() + _AFTER_CUE])
    return people.add(found, CONTRIBUTOR) if found else None


def _introduced(text: str) -> Named | None:
    """The name that stands alone between commas, or right after the cue: “…, Jane Doe, a dietitian”."""
    for start, end, name in names_in(text):
        before, after = text[:start].rstrip(), text[end:]
        if (not before or before.endswith(",")) and (not after or re.match(r"\s*(?:[,.(]|who\b|is\b|a\b|an\b)", after)):
            return named(name)
    return None


def is_signature(text: str) -> bool:
    """Whether a short line below a quotation says whose it is: “— Jane Doe, dietitian”."""
    return len(text) <= _LONGEST_SIGNATURE and bool(_SIGNED.match(text) or named(text.split(",")[0]))


def speaker_of(heading: str, signature: str, people: People) -> Parsed | None:
    """The person quoted in a section: signed below the quotation, or named by the heading above it."""
    signed = _SIGNED.sub("", signature).strip(" .")
    for text in filter(None, (signed, heading)):
        person = _listed(text, people)
        if person:
            person.roles.add(QUOTED)
            return person
    found = named(signed.split(",")[0]) if signed else None
    after = _FROM.split(heading)[-1] if _FROM.search(heading) else ""
    found = found or (named(after) if len(after.split()) > 1 else None)
    return people.add(found, QUOTED) if found else None


def _listed(text: str, people: People) -> Parsed | None:
    """The one listed person whom a text names in full, or by first or last name when nobody else has it."""
    full = [person for person in people.everyone if _mentions(text, person.name)]
    if full:
        return full[0]
    part = [
        person
        for person in people.everyone
        if any(_mentions(text, word) for word in (person.name.split()[0], person.name.split()[-1]))
    ]
    return part[0] if len(part) == 1 else None


def _mentions(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I) is not None
