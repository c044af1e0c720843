"""Body HTML as a tree of blocks with lines of tokens as leaves; anything may be put in, nothing is lost."""

import re
from dataclasses import dataclass, field
from html import unescape

from articles.document.diff.tokens import BREAK, Format, Token, tokens_of
from articles.document.vocabulary import ATTRIBUTES, BLOCKS, CITE, INLINE
from articles.document.walk import marks_in

# Deeper blocks mean nothing to a reader; their words stay in the block above.
DEPTH = 40

_TOKEN = re.compile(
    r'<(?P<close>/?)(?P<tag>[a-z][a-z0-9-]*)(?P<attributes>(?:\s+[a-z-]+="[^"]*")*)\s*/?>|(?P<text>[^<]+|<)'
)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Element:
    """A block with its children, or (tag "") a line with its tokens; `html` is what was read."""

    tag: str
    html: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Element", ...] = ()
    tokens: tuple[Token, ...] = ()
    words: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Open:
    tag: str
    at: int
    attributes: tuple[tuple[str, str], ...] = ()
    children: list[Element] = field(default_factory=list)


class _Reader:
    def __init__(self, html: str) -> None:
        self.html = html
        self.open = [_Open("", 0)]
        self.formats: list[Format] = []
        self.tokens: list[Token] = []
        self.line_at = 0
        self.has_space = True

    def read(self) -> tuple[Element, ...]:
        for match in _TOKEN.finditer(self.html):
            tag = match["tag"]
            if tag in BLOCKS:
                self._block(match)
            elif tag in INLINE:
                self._inline(match)
            else:
                self._text(match[0])
        self._end_line(len(self.html))
        while len(self.open) > 1:
            self._close(len(self.html))
        return tuple(self.open[0].children)

    def _block(self, match: re.Match[str]) -> None:
        self._end_line(match.start())
        if match["close"]:
            if any(each.tag == match["tag"] for each in self.open):
                while self.open[-1].tag != match["tag"]:
                    self._close(match.start())
                self._close(match.end())
        elif len(self.open) < DEPTH:
            self.open.append(_Open(match["tag"], match.start(), _attributes(match)))
        self.line_at = match.end()

    def _inline(self, match: re.Match[str]) -> None:
        tag = match["tag"]
        if tag == CITE:
            if not match["close"]:
                mark = next(marks_in(f"{match[0]}</{CITE}>"), None)
                self.tokens += [Token("", False, tuple(self.formats), mark)] if mark else []
                self.has_space = self.has_space and not self.tokens
        elif tag == "br":
            self.tokens.append(Token(BREAK, False, tuple(self.formats)))
            self.has_space = True
        elif not match["close"]:
            self.formats.append((tag, dict(_attributes(match)).get("href", "")))
        else:
            found = [n for n, each in enumerate(self.formats) if each[0] == tag]
            if found:
                del self.formats[found[-1]]

    def _text(self, raw: str) -> None:
        text = unescape(raw)
        found = tokens_of(text, tuple(self.formats), space=self.has_space)
        self.tokens += found
        self.has_space = text[-1:].isspace() or (self.has_space and not found)

    def _end_line(self, at: int) -> None:
        if self.tokens:
            words = frozenset(_word(token) for token in self.tokens)
            self.open[-1].children.append(
                Element("", self.html[self.line_at : at], tokens=tuple(self.tokens), words=words)
            )
        self.tokens = []
        self.line_at, self.has_space = at, True

    def _close(self, at: int) -> None:
        done = self.open.pop()
        words = frozenset().union(*(child.words for child in done.children))
        self.open[-1].children.append(
            Element(done.tag, self.html[done.at : at], done.attributes, tuple(done.children), words=words)
        )


def read(html: str) -> tuple[Element, ...]:
    """The blocks of a body in order; text outside of any block is a line of its own."""
    return _Reader(html).read()


def _attributes(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    known = ATTRIBUTES.get(match["tag"], frozenset())
    return tuple((name, unescape(value)) for name, value in _ATTRIBUTE.findall(match["attributes"]) if name in known)


def _word(token: Token) -> str:
    return f"#{token.mark.source}" if token.mark else token.word
