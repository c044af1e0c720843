"""A body with its marks: each becomes a button, and what it opens stands after the block that cites."""

from collections.abc import Callable
from html import escape

from articles.publishing.rendering.tags import DEPTH, PRINTED, TOKEN, opening, words

# (place, group from 1, the marks as HTML) → (what stands in the line, what opens from it).
Printer = Callable[[str, int, str], tuple[str, str]]
_TABLE = '<div class="scroll" role="region" aria-label="Table" tabindex="0">'


def printed(html: str, place: str, print_group: Printer, *, subheading: str = "h4") -> str:
    """The body as the page shows it; `subheading` is what an h4 becomes, so that no level is skipped.

    What opens from a mark follows the outermost paragraph, list or table, never stands inside it.
    """
    if "<" not in html:
        return words(html)
    out: list[str] = []
    opened: list[str] = []
    depth = group = at = 0
    for token in TOKEN.finditer(html):
        out.append(words(html[at : token.start()]))
        at = token.end()
        if token["group"]:
            group += 1
            mark, pop = print_group(place, group, token["group"])
            out.append(f"&nbsp;{mark}" if out and any(out) else mark)
            opened.append(pop)
            continue
        tag, close = token["tag"], bool(token["close"])
        if tag not in PRINTED:
            out.append(escape(token[0]))
            continue
        name = subheading if tag == "h4" else tag
        if tag in DEPTH:
            if close and not depth:
                continue  # closes nothing
            depth += -1 if close else 1
        if tag == "table" and depth == (0 if close else 1):
            out.append("</table></div>" if close else _TABLE + opening(tag, ""))
        else:
            out.append(f"</{name}>" if close else opening(name, token["attributes"]))
        if close and depth == 0 and tag in DEPTH and opened:
            out += opened
            opened = []
    return "".join([*out, words(html[at:]), *opened])


def inline(html: str, place: str, print_group: Printer) -> tuple[str, str]:
    """An inline text, and apart from it what opens from its marks."""
    opened: list[str] = []

    def apart(place: str, group: int, marks: str) -> tuple[str, str]:
        mark, pop = print_group(place, group, marks)
        opened.append(pop)
        return mark, ""

    return printed(html, place, apart), "".join(opened)
