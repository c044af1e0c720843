"""Lines → blocks in order, whether the file marks its headings or not."""

from collections.abc import Sequence

from articles.importing import explicit, headings
from articles.importing.blocks import Block, Heading, Listing, Paragraph
from articles.importing.limits import LONGEST_LINE
from articles.importing.lines import Line
from articles.importing.wrapping import margin, unwrapped


def blocks(lines: Sequence[Line], *, markdown: bool) -> list[Block]:
    """Marked blocks as they are; other lines joined as Markdown does, or told apart where no heading is marked."""
    pieces = list(explicit.pieces(lines, markdown=markdown))
    if any(isinstance(piece, Heading) for piece in pieces):
        found = [block for piece in pieces for block in (_joined(piece) if isinstance(piece, list) else [piece])]
        return headings.captions(found)
    width = margin(lines)
    stream: list[Line | Block] = []
    for piece in pieces:
        if isinstance(piece, list):
            stream += unwrapped(piece, width=width)
        else:
            stream.append(piece)
    return headings.captions(_numbered(headings.Reader(stream, []).read()))


def _numbered(found: Sequence[Block]) -> list[Block]:
    """The blocks with “1. Introduction” and its like as headings, where several stand alone above a text."""
    at = [n for n in range(len(found) - 1) if _is_numbered(found[n]) and not isinstance(found[n + 1], Listing)]
    made = list(found)
    for n in at if len(at) > 1 else []:
        block = found[n]
        if isinstance(block, Listing):
            made[n] = Heading(text=f"{block.start}. {block.items[0].text}", scope=block.scope)
    return made


def _is_numbered(block: Block) -> bool:
    if not isinstance(block, Listing) or not block.ordered or len(block.items) > 1:
        return False
    return block.items[0].inside is None and headings.could_head(block.items[0].text)


def _joined(lines: Sequence[Line]) -> list[Paragraph]:
    """Lines without a gap as one paragraph, as Markdown has it; cut where it would grow beyond all measure."""
    made: list[list[str]] = [[]]
    length = 0
    for line in lines:
        if length > LONGEST_LINE:
            made.append([])
            length = 0
        made[-1].append(line.words)
        length += len(line.words)
    return [Paragraph(text=" ".join(words), scope=lines[0].scope) for words in made]
