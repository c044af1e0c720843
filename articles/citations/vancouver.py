"""The pieces of an NLM/Vancouver reference: names, dates, page ranges, titles, web addresses (H38)."""

import re
from html import unescape
from urllib.parse import urlsplit

from articles.document.nodes import Name

MOST_AUTHORS = 6
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# The markup that Crossref and PubMed leave in titles; any other "<" is text, as in "p <0.05".
_MARKUP = re.compile(
    r"</?(?:[a-z]+:[a-z-]+|i|b|u|em|strong|italic|bold|sub|sup|sc|scp|tt|span|p|br|title|cite)(?:\s[^<>]*)?/?>", re.I
)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_RANGE = re.compile(r"([A-Za-z]*)([0-9]+)\s*[-‐‑–—]+\s*([A-Za-z]*)([0-9]+)(\.[A-Za-z0-9]+)?")


def plain_words(text: str) -> str:
    """Text as read: entities decoded (also doubly encoded ones), markup of databases taken out, one line."""
    for _ in range(3 if "&" in text else 0):
        text = unescape(text)
    return " ".join((_MARKUP.sub("", text) if "<" in text else text).split())


def names(authors: tuple[Name, ...]) -> str:
    """`Wastyk HC, Fragiadakis GK`: six at most, of seven or more the first six and "et al."."""
    printed = [name for author in authors if (name := _name(author))]
    shown = printed if len(printed) <= MOST_AUTHORS else [*printed[:MOST_AUTHORS], "et al."]
    return ", ".join(shown)


def date_words(iso: str) -> str:
    """`2021 Aug 5` of 2021-08-05, `2021 Aug` of 2021-08; what is no ISO date stays as it is."""
    match = _DATE.fullmatch(iso.strip())
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return plain_words(iso)
    year, month, day = match.groups()
    return " ".join(filter(None, [year, month and _MONTHS[int(month) - 1], day and str(int(day))]))


def page_range(pages: str) -> str:
    """The shortest form of page ranges: 4137-4153 → `4137-53`, S123–S125 → `S123-5`."""
    return ", ".join(_one_range(part.strip()) for part in re.split("[,;]", plain_words(pages)) if part.strip())


def sentence(text: str) -> str:
    """The text with exactly one mark at its end."""
    text = text.rstrip(" ,;:")
    return text if not text or text[-1] in ".?!…" else f"{text}."


def web_url(text: str) -> str:
    """The address if a reader's browser may open it from a page (http or https with a host), else ''."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_whole = parts.scheme.lower() in {"http", "https"} and bool(parts.netloc)
    return text if is_whole and not re.search(r"[\s\x00-\x1f\x7f<>\"\\]", text) else ""


def _name(author: Name) -> str:
    if author.literal:
        return plain_words(author.literal)
    family, given = plain_words(author.family), plain_words(author.given)
    return f"{family} {_initials(given)}".strip() if family else given


def _initials(given: str) -> str:
    """`HC` of Hannah C., `JP` of Jean-Pierre; names of scripts without capitals stay whole."""
    if given.lower() == given.upper() or (given.isalpha() and given.isupper() and len(given) <= 3):
        return given
    return "".join(word[0].upper() for word in re.split(r"[\s.\-‐‑]+", given) if word and word[0].isalpha())


def _one_range(pages: str) -> str:
    match = _RANGE.fullmatch(pages)
    if not match:
        return pages
    prefix, first, end_prefix, last, tail = match.groups()
    if end_prefix not in ("", prefix):
        return f"{prefix}{first}-{end_prefix}{last}{tail or ''}"
    if first == last and not tail:
        return f"{prefix}{first}"
    shared = 0
    while len(first) == len(last) and shared < len(last) - 1 and first[shared] == last[shared]:
        shared += 1
    return f"{prefix}{first}-{last[shared:]}{tail or ''}"
