"""The only HTML sanitizer: nh3 driven by a vocabulary that the caller declares."""

import re
from collections.abc import Callable, Mapping, Set

import nh3

from vivere.lib.tidy import shallow, tidy

_SPACES = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_LOST = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_ROUNDS = 4  # odd nesting settles after one or two more rounds; then the mark-up goes and the words stay


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
    itself when it lost its `data-source`. Output is stable: cleaning twice changes nothing. Time grows
    with the length of the input, whatever its nesting.
    """
    sieve = nh3.Cleaner(
        tags=set(tags),
        attributes={"*": set()} | {tag: set(names) for tag, names in attributes.items()},
        url_schemes=set(schemes),
        attribute_filter=lambda tag, name, value: (
            keeps(tag, name, value) if name != "href" or _is_harmless(value, schemes) else None
        ),
        strip_comments=True,
        link_rel=None,
        clean_content_tags={"script", "style", "title", "template", "noscript", "iframe", "svg", "math"},
    )

    def once(html: str) -> str:
        return tidy(storable(sieve.clean(shallow(html, kept=tags, same_as=same_as, empty=empty))), empty=empty)

    def clean(html: str) -> str:
        html = once(storable(html).replace("\r\n", "\n").replace("\r", "\n"))
        for _ in range(_ROUNDS):
            before, html = html, once(html)
            if before == html:
                return html
        return once(nh3.clean(html, tags=set()))

    return clean


def _is_harmless(address: str, schemes: Set[str]) -> bool:
    """Whether an address is relative or has one of the schemes, read as leniently as any browser would."""
    before, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
    return not colon or "".join(storable(before).split()).lower() in schemes


def storable(text: str) -> str:
    """The text without characters that XML, JSON or a database refuses; page breaks become spaces."""
    return _LOST.sub("", _SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """Plain text for a one-line field: no control characters, white space folded."""
    return " ".join(storable(text).split())
