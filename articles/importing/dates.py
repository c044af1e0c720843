"""The line under a title that gives a date, and what kind of date it says it is."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?:T[\d:.+Z-]{0,20})?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>\d{4})",
    )
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.I)
_LABEL = re.compile(
    r"(?P<label>(?:first |date |last |medically )?(?:published|posted|updated|modified|written|dated?|reviewed)"
    r"(?: on)?)\s*:?\s+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that a line gives, with the word before it."""

    day: date
    label: str = ""

    @property
    def is_review(self) -> bool:
        """Whether the line claims a review, which only a signature here can give."""
        return "review" in self.label.lower()


def stated_date(words: str) -> StatedDate | None:
    """The date of a line that says nothing else; days come before months in 03/05/2025 (en-GB)."""
    if len(words) > 60:
        return None
    label = _LABEL.match(words)
    rest = _WEEKDAY.sub("", words[label.end() :] if label else words, count=1).rstrip(".")
    for form in _FORMS:
        if match := form.fullmatch(rest):
            parts = match.groupdict()
            named = parts.get("month", "")[:3].lower() if parts.get("month") else ""
            if named and named not in _MONTHS:
                return None
            month = _MONTHS.index(named) + 1 if named else int(parts["number"])
            with suppress(ValueError):
                return StatedDate(date(int(parts["year"]), month, int(parts["day"])), label["label"] if label else "")
    return None
