"""What a check found: a code, how grave it is, where it is, and a sentence with the rule behind it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """BLOCKING stops publication unless it is excepted; WARNING goes to editor and reviewer."""

    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be.

    `place` is a place of `document.walk` (section:3), a field of the Document that has none there (title,
    people), `source:12`, `person:4`, or empty for the whole; `rule` is the number in the house's list of
    requirements (H36); an absolute finding takes no exception.
    """

    code: str
    severity: Severity
    message: str
    rule: str
    place: str = ""
    is_absolute: bool = False

    @property
    def key(self) -> str:
        """What an exception names: the same finding has the same key each time."""
        return f"{self.code}@{self.place}"

    @property
    def is_blocking(self) -> bool:
        """Whether it stops publication."""
        return self.severity == Severity.BLOCKING


def blocking(code: str, rule: str, place: str, message: str, *, is_absolute: bool = False) -> Finding:
    """A finding that stops publication."""
    return Finding(
        code=code, severity=Severity.BLOCKING, message=message, rule=rule, place=place, is_absolute=is_absolute
    )


def warning(code: str, rule: str, place: str, message: str) -> Finding:
    """A finding that editor and reviewer should see, and that stops nothing."""
    return Finding(code=code, severity=Severity.WARNING, message=message, rule=rule, place=place)
