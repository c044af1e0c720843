"""The only HTML sanitizer: nh3 driven by a vocabulary that the caller declares."""

import re
from collections.abc import Callable, Mapping, Set

import nh3

_EMPTY = re.compile(r"<(p|h4|li|ul|ol|blockquote|strong|em|sub|sup|a)(?:\s[^>]*)?>(?:\s|&nbsp;|\u00a0|<br>)*</\1>")
_LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")


def cleaner(
    *,
    tags: Set[str],
    attributes: Mapping[str, Set[str]],
    schemes: Set[str],
    keeps: Callable[[str, str, str], str | None],
    same_as: Mapping[str, str],
    empty: str,
) -> Callable[[str], str]:
    """A function that turns any HTML into the given vocabulary.

    `same_as` renames tags first; `empty` is a tag whose content is always dropped and which is dropped
    itself when it lost its attributes. Output is stable: cleaning twice changes nothing.
    """
    rename = re.compile(rf"<(/?)({'|'.join(same_as)})(?=[\s>/])", re.I)
    inside = re.compile(rf"(<{empty}\b[^>]*?\bdata-source=\"[^\"]+\"(?:\s+[a-z-]+=\"[^\"]*\")*\s*>).*?</{empty}>", re.S)
    hollow = re.compile(rf"<{empty}(?![^>]*data-source=)[^>]*>(.*?)</{empty}>", re.S)
    sieve = nh3.Cleaner(
        tags=set(tags),
        attributes={tag: set(names) for tag, names in attributes.items()},
        url_schemes=set(schemes),
        attribute_filter=keeps,
        strip_comments=True,
        link_rel=None,
        clean_content_tags={"script", "style", "title", "template", "noscript", "iframe", "svg", "math"},
    )

    def clean(html: str) -> str:
        html = _LOST.sub("", html).replace("\r\n", "\n").replace("\r", "\n")
        html = sieve.clean(rename.sub(lambda m: f"<{m[1]}{same_as[m[2].lower()]}", html))
        html = hollow.sub(r"\1", inside.sub(rf"\1</{empty}>", html))
        before = None
        while before != html:
            before, html = html, _EMPTY.sub("", html)
        return html.strip()

    return clean


def one_line(text: str) -> str:
    """Plain text for a one-line field: no control characters, white space folded."""
    return " ".join(_LOST.sub("", text).split())
