"""A stretch of plain text or Markdown → inline HTML of the vocabulary, with citation marks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from articles.document.vocabulary import CITE, SCHEMES
from articles.importing.marks import BRACKET, GROUP, Citations

_LABEL = r"\[((?:[^\[\]]|\[[^\[\]]{0,500}\]){0,2000})\]"
_ADDRESS = (
    r"\(\s{0,9}<?([^\s<>()]{0,2000}(?:\([^\s<>()]{0,500}\)[^\s<>()]{0,500}){0,9})>?"
    r"(?:\s{1,9}\"([^\"]{0,2000})\")?\s{0,9}\)"
)
LINK = re.compile(rf"(!?){_LABEL}{_ADDRESS}")
LINKED_MARK = re.compile(r"\[(\^?[0-9]{1,4})\]\(#[^\s()]{0,200}\)")
_LINKED_GROUP = re.compile(r"\[((?:\[\^?[0-9]{1,4}\]\(#[^\s()]{0,200}\)[\s,;–-]{0,3}){1,60})\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>")
_CODE = re.compile(r"(`{1,3})(?!`)([^`]{1,2000})\1(?!`)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
TAG = re.compile(r"<(/?)(sub|sup|em|strong|i|b)>|<br\s?/?>", re.I)
_EMPHASIS = (
    ("strong", re.compile(r"\*\*(?=[^\s*])([^*]{1,3000})(?<=\S)\*\*")),
    ("strong", re.compile(r"(?<!\w)__(?=[^\s_])([^_]{1,3000})(?<=\S)__(?!\w)")),
    ("em", re.compile(r"\*(?=[^\s*])([^*]{1,3000})(?<=\S)\*")),
    ("em", re.compile(r"(?<!\w)_(?=[^\s_])([^_]{1,3000})(?<=\S)_(?!\w)")),
)
# Control characters never reach this point, so these two can stand around a number of the stash.
_HELD = re.compile("\x02([0-9]+)\x03")


@dataclass(slots=True)
class Inline:
    """Turns stretches of one file into HTML.

    `base` is the address that relative links belong to; `dropped` collects targets of links that cannot work
    here, `pictures` those of pictures, both for the report.
    """

    markdown: bool
    citations: Citations
    base: str = ""
    dropped: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def html(self, text: str, scope: int) -> str:
        """Inline HTML: everything escaped but what the file itself means as emphasis, link or citation."""
        held: list[str] = []
        return _released(self._marked_up(text, scope, held), held)

    def _marked_up(self, text: str, scope: int, held: list[str]) -> str:
        """The text escaped, with the number of a finished piece of `held` wherever HTML goes."""

        def hold(html: str) -> str:
            held.append(html)
            return f"\x02{len(held) - 1}\x03"

        if self.markdown:
            text = _linked_marks(text)
            text = _CODE.sub(lambda found: hold(escape(found[2])), text)
            text = _ESCAPED.sub(lambda found: hold(escape(found[1])), text)
            text = LINK.sub(lambda found: self._link(found, scope, held), text)
            text = _AUTOLINK.sub(lambda found: hold(_anchor(found[1], escape(found[1]))), text)
        text = GROUP.sub(lambda found: self._marks(found, scope, hold), text)
        if self.markdown:
            text = TAG.sub(lambda found: hold(_known_tag(found)), text)
            text = decoded(text)
        text = escape(text, quote=False)
        if self.markdown:
            text = _emphasised(text, hold)
        return text

    def _marks(self, found: re.Match[str], scope: int, hold: Callable[[str], str]) -> str:
        """The brackets of one group: a mark for each source, other brackets as they are."""
        out: list[str] = []
        at, is_adjacent = found.start(), False
        for bracket in BRACKET.finditer(found.string, found.start(), found.end()):
            before = found.string[max(0, bracket.start() - 12) : bracket.start()]
            after = found.string[bracket.end() : bracket.end() + 3]
            sources = self.citations.sources(bracket[0], scope=scope, before=before, after=after)
            space = "" if is_adjacent and sources else found.string[at : bracket.start()]
            marks = "".join(f'<{CITE} data-source="{source}"></{CITE}>' for source in sources)
            out += [space, hold(marks) if marks else bracket[0]]
            at, is_adjacent = bracket.end(), bool(sources)
        return "".join(out)

    def _link(self, found: re.Match[str], scope: int, held: list[str]) -> str:
        is_picture, words, title = bool(found[1]), found[2], found[4] or ""
        target = unescape(_released(found[3], held))
        if is_picture:
            self.pictures.append(target)
            return f"Picture: {words.strip()}" if words.strip() else ""
        inner = _released(self._marked_up(words, scope, held), held)
        if title and title.strip() not in {target, words.strip()}:
            inner += escape(f" ({title})", quote=False)
        address = _joined(self.base, target)
        if not address:
            self.dropped.append(target)
        elif "<a " not in inner:
            inner = _anchor(address, inner)
        held.append(inner)
        return f"\x02{len(held) - 1}\x03"

    def bare(self, text: str) -> str:
        """The words alone, for a title or a heading; links and emphasis undone, brackets left as they are."""
        if not self.markdown:
            return " ".join(text.split())
        plain = Inline(markdown=True, citations=Citations(), base=self.base)
        text = GROUP.sub(lambda found: found[0].replace("[", "\\[").replace("]", "\\]"), _linked_marks(text))
        return " ".join(unescape(re.sub(r"<[^>]{1,5000}>", "", plain.html(text, 0))).split())


def _linked_marks(text: str) -> str:
    """`[[1](#a),[3](#b)]` as `[1,3]`, and `[1](#a)` as `[1]`."""
    text = _LINKED_GROUP.sub(lambda found: "[" + LINKED_MARK.sub(r"\1", found[1]) + "]", text)
    return LINKED_MARK.sub(r"[\1]", text)


def _anchor(address: str, inner: str) -> str:
    return f'<a href="{escape(address)}">{inner}</a>'


def _joined(base: str, target: str) -> str:
    """The address that leads to a link's target from any page; '' when there is none."""
    try:
        address = urljoin(base, target)
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in SCHEMES and (parts.netloc or parts.scheme in {"mailto", "tel"}) else ""


def _known_tag(found: re.Match[str]) -> str:
    if not found[2]:
        return "<br>"
    name = {"i": "em", "b": "strong"}.get(found[2].lower(), found[2].lower())
    return f"<{found[1]}{name}>"


def decoded(text: str) -> str:
    """The text with the characters of its entities, but for those that no text may hold."""
    return _ENTITY.sub(lambda found: _character(found[0]), text)


def _character(entity: str) -> str:
    char = unescape(entity)
    return char if char.isprintable() or char == "\u00a0" else entity


def _emphasised(text: str, hold: Callable[[str], str]) -> str:
    """Strong and emphasised words as tags; the second round finds what held a first one inside."""

    def tagged(tag: str) -> Callable[[re.Match[str]], str]:
        return lambda found: hold(f"<{tag}>{found[1]}</{tag}>")

    for tag, pattern in _EMPHASIS * 2:
        text = pattern.sub(tagged(tag), text)
    return text


def _released(text: str, held: list[str]) -> str:
    """What was held put back, from the last (which may hold earlier ones) to the first."""
    before = None
    while before != text:
        before, text = text, _HELD.sub(lambda found: held[int(found[1])], text)
    return text
