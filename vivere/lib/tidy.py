"""Linear passes over HTML before and after the sanitizer, so that no nesting or length makes it slow."""

import re
from collections.abc import Iterator, Mapping, Set
from html import escape

_START = re.compile(r"<(/?)([a-z][a-z0-9-]*)[^<>]*>?", re.I)
_NAME = re.compile(r'\s+([^\s=">]+)="[^"]*"')
_TOKEN = re.compile(r'<(/?)([a-z0-9-]+)((?:\s+[^\s=">]+="[^"]*")*)\s*>|[^<]+|<')


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Tags that HTML closes by itself never pile up; of the others only so many may stand open. Deeper nesting
# means nothing to a reader, and makes every HTML parser quadratic (the rules of HTML's "adoption agency").
_CLOSE_THEMSELVES = _words(
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot caption "
    "colgroup option optgroup html head body a"
)
_REOPENED = _words("b big code em font i nobr s small strike strong tt u")
DEPTH = 100
REOPENED_DEPTH = 10

# Attributes can hide closing tags from any cheap count, so the number of tags that may nest is bounded too.
_MAY_NEST = re.compile(r"<(?!(?:p|li|td|th|tr|br|img|a)[\s/>])[a-z]", re.I)
MAY_NEST = 20_000

# Where these are left out, the words before and after must not run together.
_PARTS_WORDS = _words(
    "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr img li main nav ol option p pre section summary table tbody td tfoot th thead tr ul"
)
_RUN = re.compile(r" {2,}")

_BLANK = re.compile(r"<br>|(?:\s|&nbsp;)*")
_DROPPED_EMPTY = frozenset({"p", "h4", "li", "ul", "ol", "blockquote"})
_UNWRAPPED_EMPTY = frozenset({"strong", "em", "sub", "sup", "a"})
_VOID = frozenset({"br"})


def shallow(html: str, *, kept: Set[str], same_as: Mapping[str, str], empty: str) -> str:
    """Any HTML made ready for the sanitizer, which keeps the `kept` tags.

    Tags are renamed by `same_as`, `<empty/>` is closed, start tags beyond a depth are left out, and a space
    stands where a block will be taken away.
    """
    if sum(1 for _ in _MAY_NEST.finditer(html)) > MAY_NEST:
        html = escape(_START.sub(" ", html), quote=False)
    depth = {True: 0, False: 0}

    def change(match: re.Match[str]) -> str:
        tag = match[2].lower()
        name = same_as.get(tag, tag)
        whole = match[0] if name == tag else f"<{match[1]}{name}{match[0][1 + len(match[1]) + len(tag) :]}"
        if name in _PARTS_WORDS and name not in kept:
            whole = f" {whole}"
        if tag in _CLOSE_THEMSELVES:
            return whole
        return _levelled(whole, name, closing=bool(match[1]), depth=depth, empty=empty)

    return _START.sub(change, html)


def _levelled(whole: str, name: str, *, closing: bool, depth: dict[bool, int], empty: str) -> str:
    kind = name in _REOPENED
    if closing:
        depth[kind] = max(0, depth[kind] - 1)
        return whole
    if name == empty and whole.endswith("/>"):
        return f"{whole[:-2]}></{empty}>"
    if depth[kind] >= (REOPENED_DEPTH if kind else DEPTH):
        return ""
    depth[kind] += 1
    return whole


def tidy(html: str, *, empty: str) -> str:
    """Serialised HTML without blank elements; `empty` keeps no content, and goes when it says nothing."""
    out: list[str] = []
    standing: list[tuple[str, int]] = []  # open elements: tag, where in `out` each begins
    filled = [True]  # whether each open element holds something; the first stands for the whole text
    for tag, closing, token in _tokens(html, empty):
        if tag and not closing:
            standing.append((tag, len(out)))
            filled.append(False)
            out.append(token)
        elif tag and standing and standing[-1][0] == tag:
            begin = standing.pop()[1]
            if filled.pop():
                out.append(token)
                filled[-1] = True
            elif tag in _DROPPED_EMPTY:
                del out[begin:]
            elif tag in _UNWRAPPED_EMPTY:
                del out[begin]
            else:
                out.append(token)
                filled[-1] = True
        elif not tag:
            out.append(token)
            filled[-1] = filled[-1] or not _BLANK.fullmatch(token)
    return "".join(out).strip()


def _tokens(html: str, empty: str) -> Iterator[tuple[str, str, str]]:
    """(tag, "/" if closing, token) of each tag; text, void tags and whole `empty` elements have no tag."""
    inside = 0  # depth of `empty` elements that say something: what they hold is left out
    silent: list[bool] = []
    for match in _TOKEN.finditer(html):
        closing, tag, said, token = match[1], match[2], match[3], match[0]
        if tag == empty:
            if closing:
                inside -= bool(silent) and not silent.pop()
            else:
                silent.append("data-source" not in _NAME.findall(said))
                if not silent[-1]:
                    inside += 1
                    if inside == 1:
                        yield "", "", f"{token}</{empty}>"
        elif inside:
            continue
        elif not tag:
            yield "", "", _RUN.sub(" ", token)
        elif tag in _VOID:
            yield "", "", token
        else:
            yield tag, closing, token
