"""Text → its lines that hold something, with what the empty ones between them say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_RULE = re.compile(r"\s*([-*_=~])(?:\s*\1){2,}\s*")
_UNDERLINE = re.compile(r"(=+|-{2,})\s*")
_EMPTY = frozenset({"", "-", "*", "+", "•", "·", "|"})
FENCE = re.compile(r"^[ \t]{0,3}(```+|~~~+).*$", re.M)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it.

    `gap` counts the empty lines before it; `scope` numbers the source list that its citations belong to.
    """

    text: str
    gap: int = 0
    scope: int = 0
    is_code: bool = False

    @property
    def words(self) -> str:
        """The line without white space around it."""
        return self.text.strip()


def split(text: str, *, markdown: bool) -> list[Line]:
    """The lines of a text; lines that only draw a rule count as empty ones, code keeps its fence's promise."""
    lines: list[Line] = []
    gap = 0
    fence = ""
    for raw in text.split("\n"):
        mark = FENCE.match(raw) if markdown else None
        if mark and (not fence or (mark[1].startswith(fence) and not raw.strip(" `~"))):
            fence, gap = "" if fence else mark[1][:3], gap + 1
        elif fence and raw.strip():
            lines.append(Line(raw.rstrip(), gap, is_code=True))
            gap = 0
        elif markdown and not gap and lines and _underlines(lines[-1], raw):
            level = "#" if raw.startswith("=") else "##"
            lines[-1] = Line(f"{level} {lines[-1].words}", lines[-1].gap)
        elif raw.strip() in _EMPTY or _RULE.fullmatch(raw):
            gap += 1
        else:
            lines.append(Line(raw.rstrip(), gap))
            gap = 0
    return lines


def groups(lines: Iterable[Line]) -> list[list[Line]]:
    """Runs of lines with no empty line inside."""
    found: list[list[Line]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found


def _underlines(line: Line, raw: str) -> bool:
    """Whether `raw` makes the line above it a heading, as Markdown has it."""
    starts_other = line.text.lstrip().startswith(("#", "|", "-", "*", "+", ">"))
    return bool(_UNDERLINE.fullmatch(raw)) and not line.is_code and not starts_other
