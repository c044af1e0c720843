"""Blocks → body HTML of the vocabulary (articles.document.vocabulary)."""

from collections.abc import Iterable
from html import escape

from articles.importing.blocks import Block, Heading, Item, Listing, Paragraph, Quotation, Table
from articles.importing.inline import Inline
from articles.importing.kinds import is_quotation


def html(blocks: Iterable[Block], inline: Inline) -> str:
    """The body of a section; headings below the second level become h4."""
    return "\n".join(filter(None, (_block(block, inline) for block in blocks)))


def _block(block: Block, inline: Inline) -> str:
    match block:
        case Heading():
            return f"<h4>{inline.html(block.text, block.scope)}</h4>"
        case Paragraph(is_code=True):
            lines = [escape(line, quote=False) for line in block.text.split("\n")]
            return f"<p>{'<br>'.join(lines)}</p>"
        case Paragraph():
            words = f"<p>{inline.html(block.text, block.scope)}</p>"
            return f"<blockquote>{words}</blockquote>" if is_quotation(block) else words
        case Quotation():
            words = "".join(f"<p>{inline.html(each, block.scope)}</p>" for each in block.paragraphs)
            return f"<blockquote>{words}</blockquote>"
        case Listing():
            return _listing(block, inline, block.scope)
        case Table():
            return _table(block, inline)


def _listing(block: Listing, inline: Inline, scope: int) -> str:
    items = "".join(_item(item, inline, scope) for item in block.items)
    if not block.ordered:
        return f"<ul>{items}</ul>"
    return f'<ol start="{block.start}">{items}</ol>' if block.start != 1 else f"<ol>{items}</ol>"


def _item(item: Item, inline: Inline, scope: int) -> str:
    inside = _listing(item.inside, inline, scope) if item.inside else ""
    return f"<li>{inline.html(item.text, scope)}{inside}</li>"


def _table(block: Table, inline: Inline) -> str:
    width = max(len(row) for row in block.rows)
    caption = f"<caption>{inline.html(block.caption, block.scope)}</caption>" if block.caption else ""
    rows = list(block.rows)
    head = ""
    if block.has_header:
        cells = "".join(f'<th scope="col">{inline.html(cell, block.scope)}</th>' for cell in rows.pop(0))
        head = f"<thead><tr>{cells}</tr></thead>"
    lines = "".join(f"<tr>{_cells(row, width, block.scope, inline)}</tr>" for row in rows)
    return f"<table>{caption}{head}<tbody>{lines}</tbody></table>"


def _cells(row: tuple[str, ...], width: int, scope: int, inline: Inline) -> str:
    """The cells of a row; one that stands alone in its row spans all columns."""
    if width > 1 and len(row) > 1 and row[0] and not any(row[1:]):
        return f'<td colspan="{width}">{inline.html(row[0], scope)}</td>'
    return "".join(f"<td>{inline.html(cell, scope)}</td>" for cell in row)
