"""Compared blocks as HTML; each `<ins>` and `<del>` stays inside its own block, so the page never breaks."""

from collections.abc import Sequence
from html import escape

from articles.document.diff import Block, Difference
from articles.document.vocabulary import BLOCKS
from articles.publishing.comparing.lines import Labels, line, note
from articles.publishing.rendering.tags import opening

_TABLE = '<div class="scroll" role="region" aria-label="Table" tabindex="0">'
_LISTS = frozenset({"ul", "ol"})
# Only these carry a bar in the margin; inside a table or list it would be drawn twice.
_BARRED = frozenset({"p", "h4", "li", "td", "th", "caption"})


def body(blocks: Sequence[Block], label: Labels, *, subheading: str = "h4") -> str:
    """A body; words outside of any block stand in a paragraph of their own."""
    return "".join(_block(block, label, subheading, wrap="p") for block in blocks)


def inline(blocks: Sequence[Block], label: Labels) -> str:
    """A text of one line, without a block around it."""
    return " ".join(line(block.runs, label) if not block.tag else body([block], label) for block in blocks)


def _block(block: Block, label: Labels, subheading: str, wrap: str = "") -> str:
    if not block.tag:
        html = line(block.runs, label)
        if not wrap:
            return html
        changed = "" if block.difference == Difference.SAME else f' class="{block.difference.value}"'
        return f"<{wrap}{changed}>{html}</{wrap}>"
    inner = "".join(_block(child, label, subheading) for child in block.children)
    name = subheading if block.tag == "h4" else block.tag
    remark = note(block.note) if block.note else ""
    if block.tag in _LISTS:
        return f"{f'<p>{remark}</p>' if remark else ''}{_open(block, name)}{inner}</{name}>"
    if block.tag == "table":
        return f"{_TABLE}{_open(block, name)}{inner}</table></div>"
    return f"{_open(block, name)}{f'{remark} ' if remark else ''}{inner}</{name}>"


def _open(block: Block, name: str) -> str:
    if block.tag not in BLOCKS:
        raise ValueError(f"“{block.tag}” is not a block of the vocabulary.")
    said = "".join(f' {key}="{escape(value)}"' for key, value in block.attributes)
    tag = opening(block.tag, said).replace(f"<{block.tag}", f"<{name}", 1)
    if block.difference == Difference.SAME or block.tag not in _BARRED:
        return tag
    return f'{tag[:-1]} class="{block.difference.value}">'
