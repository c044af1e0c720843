"""Runs of words as HTML: what went in `<del>`, what came in `<ins>`, said in words, with signs, not by colour alone.

Every word is escaped and every tag made here, so whatever a text holds, nothing but these tags comes out.
"""

from collections.abc import Callable, Sequence
from html import escape

from articles.document.diff import Difference, Run, Token
from articles.document.diff.tokens import BREAK, Format
from articles.document.walk import Mark
from articles.publishing.rendering.tags import opening

# What stands between the brackets of a citation mark.
Labels = Callable[[Mark], str]

_MADE = {Difference.ADDED: ("ins", "added"), Difference.REMOVED: ("del", "removed")}


def line(runs: Sequence[Run], label: Labels) -> str:
    """The runs of one line. Without its `<del>` it reads as the new text, without its `<ins>` as the old."""
    out: list[str] = []
    for n, run in enumerate(runs):
        if run.difference == Difference.SAME:
            out.append(_words(run.tokens, label, is_first=n == 0))
        elif run.difference == Difference.CHANGED:
            out.append(_restyled(run, label, is_first=n == 0))
        else:
            out.append(_changed(runs, n, label))
    return "".join(out).strip()


def marked(difference: Difference, html: str) -> str:
    """HTML of one line as a whole that came or went; as it is when it stayed."""
    if difference not in _MADE or not html:
        return html
    tag, word = _MADE[difference]
    return f'<{tag}><span class="vh">{word}: </span>{html}</{tag}>'


def note(text: str) -> str:
    """A remark about the look of a text, told apart from its words by brackets."""
    return f'<span class="note">[{escape(text)}]</span>'


def _changed(runs: Sequence[Run], n: int, label: Labels) -> str:
    """A removed or added run, its space outside of the tag wherever the other text has one there too."""
    is_outside = _space_is_outside(runs, n)
    words = _words(runs[n].tokens, label, is_first=n == 0 or is_outside)
    if words.startswith(" "):
        words = f"&nbsp;{words[1:]}"  # no line ends between the sign that the style sheet draws and its words
    return f"{' ' if is_outside and n else ''}{marked(runs[n].difference, words)}"


def _space_is_outside(runs: Sequence[Run], n: int) -> bool:
    """Whether both texts still read right with this run's space left standing when the run is taken out.

    They do when white space follows anyway, and when the run's other half (removed words stand before added
    ones) takes the space over.
    """
    others = {Difference.REMOVED: Difference.ADDED, Difference.ADDED: Difference.REMOVED}
    after, before = runs[n + 1 : n + 2], runs[n - 1 : n] if n else []
    is_first = bool(after) and after[0].difference == others[runs[n].difference]
    is_second = bool(before) and before[0].difference == others[runs[n].difference]
    half = after[0] if is_first else before[0] if is_second else runs[n]
    if not (_has_space(runs[n].tokens[0]) and _has_space(half.tokens[0])):
        return False
    follows = runs[n + 2 : n + 3] if is_first else after
    is_spaced_after = not follows or _has_space(follows[0].tokens[0])
    return is_first or is_spaced_after


def _restyled(run: Run, label: Labels, *, is_first: bool) -> str:
    words = _words(run.tokens, label, is_first=True)
    space = "" if is_first or not _has_space(run.tokens[0]) else " "
    return f'{space}<span class="restyled">{words} {note(run.note)}</span>'


def _words(tokens: Sequence[Token], label: Labels, *, is_first: bool) -> str:
    """The tokens with their formatting; the space before the first one is left out when `is_first`."""
    out: list[str] = []
    standing: tuple[Format, ...] = ()
    for n, token in enumerate(tokens):
        kept = _common(standing, token.formats)
        out += [f"</{tag}>" for tag, _ in reversed(standing[kept:])]
        out += [" "] if _has_space(token) and (n or not is_first) else []
        out += [
            opening(tag, f' href="{escape(address)}"' if tag == "a" else "") for tag, address in token.formats[kept:]
        ]
        out.append(_printed(token, label))
        standing = token.formats
    return "".join([*out, *(f"</{tag}>" for tag, _ in reversed(standing))])


def _common(one: tuple[Format, ...], two: tuple[Format, ...]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _printed(token: Token, label: Labels) -> str:
    if token.mark:
        return f'<span class="cite">[{escape(label(token.mark))}]</span>'
    return "<br>" if token.word == BREAK else escape(token.word, quote=False)


def _has_space(token: Token) -> bool:
    """Whether the page prints white space before the token; before a mark it always does."""
    return token.space or token.mark is not None
