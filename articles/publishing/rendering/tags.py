"""Body HTML, tag by tag: only what the vocabulary holds is ever printed as a tag.

Bodies were cleaned when they were saved; this is the second lock on the same door, at the cost of one scan.
"""

import re
from html import escape, unescape

from articles.document import walk
from articles.document.vocabulary import ATTRIBUTES, BLOCKS, BODY, CITE, SCHEMES, keeps

# A run of citation marks, or one tag whose attributes are all quoted.
TOKEN = re.compile(
    rf"(?:\s|&nbsp;|\u00a0){{0,8}}(?P<group>{walk.GROUP.pattern})"
    r'|<(?P<close>/?)(?P<tag>[a-z][a-z0-9-]*)(?P<attributes>(?:\s+[a-z-]+="[^"]*")*)\s*/?>'
)
PRINTED = BODY - {CITE}
DEPTH = BLOCKS - {"li", "caption", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")


def opening(tag: str, attributes: str) -> str:
    """An opening tag with the attributes that may stay; a link without a safe address keeps its words only."""
    if not attributes:
        return f"<{tag}>"
    kept = ""
    for name, value in _ATTRIBUTE.findall(attributes):
        if name not in ATTRIBUTES.get(tag, ()):
            continue
        plain = unescape(value)
        if name == "href" and not is_safe_address(plain):
            continue
        if keeps(tag, name, plain) is not None:
            kept += f' {name}="{escape(plain)}"'
    return f"<{tag}{kept}>"


def is_safe_address(address: str) -> bool:
    """Whether a link may lead there: a known scheme, or none at all, whatever a browser would skip over."""
    bare = _INVISIBLE.sub("", address)
    scheme = _SCHEME.match(bare)
    return scheme[1].lower() in SCHEMES if scheme else ":" not in bare.split("/")[0].split("?")[0].split("#")[0]


def words(text: str) -> str:
    """Text between tags, with any angle bracket that is not part of one made visible."""
    return text.replace("<", "&lt;").replace(">", "&gt;") if "<" in text or ">" in text else text
