"""What a file marks by signs of its own: headings with #, lists, tables, quotations, code."""

import re
from collections.abc import Iterator, Sequence

from articles.importing import listings
from articles.importing.blocks import BOLD, Block, Heading, Listing, Paragraph, Quotation, Table
from articles.importing.lines import Line

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*")
_BOLD = re.compile(r"(\*\*|__)([^*_]{3,150})\1")
_LONGEST_HEADING = 300


def heading(line: Line) -> tuple[int, str]:
    """(level, words) of a Markdown heading; (0, '') of any other line."""
    match = None if line.is_code or len(line.text) > _LONGEST_HEADING else _HEADING.fullmatch(line.text)
    words = (match[2] or "").strip() if match else ""
    return (len(match[1]), words) if match and words else (0, "")


def pieces(lines: Sequence[Line], *, markdown: bool) -> Iterator[Block | list[Line]]:
    """Blocks that the file marks, and between them runs of lines that it does not, each run without a gap inside."""
    loose: list[Line] = []
    at = 0
    while at < len(lines):
        if loose and lines[at].gap:
            yield loose
            loose = []
        found, after = _block_at(lines, at, markdown=markdown)
        if found:
            if loose:
                yield loose
                loose = []
            yield from found
        else:
            loose.append(lines[at])
        at = after
    if loose:
        yield loose


def _block_at(lines: Sequence[Line], at: int, *, markdown: bool) -> tuple[Sequence[Block], int]:
    """The marked blocks that start at a line and the index after them; none where the line is plain."""
    line = lines[at]
    if line.is_code:
        return _code(lines, at)
    if markdown:
        level, words = heading(line)
        if level:
            return [Heading(text=words, level=level, gap=line.gap, scope=line.scope)], at + 1
        if line.words.startswith(">"):
            return _quotation(lines, at)
        if _is_bold(line.words) and line.gap and (at + 1 == len(lines) or lines[at + 1].gap):
            return [_bold(line.words, line)], at + 1
    if line.words.startswith("|") and at + 1 < len(lines) and _is_row(lines[at + 1]):
        return _table(lines, at)
    if listings.starts_item(lines, at):
        found, after = listings.take(lines, at, markdown=markdown)
        return [_question(each, line) if markdown else each for each in found], after
    return [], at + 1


def _is_bold(words: str) -> bool:
    """Whether a line is all bold and has the form of a heading."""
    match = _BOLD.fullmatch(words)
    return bool(match and not match[2].rstrip().endswith((".", ":", ";", ",")))


def _bold(words: str, line: Line) -> Heading:
    return Heading(text=words, level=BOLD, gap=line.gap, scope=line.scope)


def _question(block: Listing, line: Line) -> Block:
    """A numbered line that is all bold and alone is a heading; its number stays, since the text may name it."""
    if not block.ordered or len(block.items) != 1 or block.items[0].inside or not _is_bold(block.items[0].text):
        return block
    return _bold(f"{block.start}. {block.items[0].text}", line)


def _code(lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
    end = at
    while end < len(lines) and lines[end].is_code and (end == at or not lines[end].gap):
        end += 1
    text = "\n".join(line.text for line in lines[at:end])
    return [Paragraph(text=text, scope=lines[at].scope, is_code=True)], end


def _quotation(lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
    paragraphs: list[list[str]] = [[]]
    end = at
    while end < len(lines) and lines[end].words.startswith(">") and (end == at or not lines[end].gap):
        words = lines[end].words.lstrip("> ")
        if words:
            paragraphs[-1].append(words)
        else:
            paragraphs.append([])
        end += 1
    quoted = tuple(" ".join(each) for each in paragraphs if each)
    return ([Quotation(paragraphs=quoted, scope=lines[at].scope)] if quoted else []), end


def _is_row(line: Line) -> bool:
    return not line.gap and line.words.startswith("|")


def _is_rule(line: Line) -> bool:
    return "-" in line.words and not line.words.strip("|:+- \t")


def _table(lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
    """A pipe table; rows that hold only dashes or nothing are its drawing, not its content."""
    end = at + 1
    while end < len(lines) and _is_row(lines[end]):
        end += 1
    rows = [cells(line.words) for line in lines[at:end] if not _is_rule(line)]
    rows = [row for row in rows if any(row)]
    has_header = _is_rule(lines[at + 1]) and len(rows) > 1
    return ([Table(rows=tuple(rows), has_header=has_header, scope=lines[at].scope)] if rows else []), end


def cells(row: str) -> tuple[str, ...]:
    r"""The cells of `| a | b |`; `\|` is a bar inside a cell."""
    inner = row.strip().replace("\\|", "\x01")
    inner = inner.removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\x01", "|") for cell in inner.split("|"))
