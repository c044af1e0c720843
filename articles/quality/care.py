"""Where symptoms are listed, the reader is told whom to turn to and how quickly (H16)."""

import re
from collections.abc import Iterator

from articles.document import walk
from articles.document.nodes import Document, Kind
from articles.quality.context import Context
from articles.quality.findings import Finding, blocking
from articles.quality.wording import listed, quoted

_NAMED = re.compile(
    r"\b(?:symptoms|(?:warning|danger|early|common|tell-?tale) signs?|red flags?|signs? (?:and|or) symptoms?"
    r"|signs? (?:of|that|such as|like|include|including|you|your|to (?:watch|look))\b)",
    re.I,
)
# Signs of something good, and symptoms that are only eased, avoided or denied, are no list of symptoms.
_GOOD = re.compile(
    r"\bsigns? (?:of|that|you|your)\b(?:\W+\w+){0,4}?\W+(?:good|better|improv\w*|recover\w*|progress|quality|success\w*"
    r"|health|healthy|healing|work(?:s|ing)|trustworthy|reliable|life|thriving)\b",
    re.I,
)
_EASED = re.compile(
    r"\b(?:no|not|without|never|free (?:of|from)|eas(?:e|es|ing)|reliev(?:e|es|ing)|reduc(?:e|es|ing)|manag(?:e|es|ing)"
    r"|treat(?:s|ing)?|improv(?:e|es|ing)|sooth(?:e|es|ing)|help(?:s|ing)? with|prevent(?:s|ing)?)"
    r"(?:\W+\w+){0,2}?\W+(?:symptoms|signs?)\b",
    re.I,
)
_LIST = re.compile(r"<(/?)(?:ul|ol)\b[^<>]*>")


def check(document: Document, _context: Context) -> Iterator[Finding]:
    """`care-block-missing` where a list of symptoms or warning signs stands and no care card does."""
    if any(section.kind == Kind.CARE for section in document.sections):
        return
    found = list(_listing(document))
    if found:
        labels = {field.place: field.label for field in walk.fields(document)}
        where = listed([quoted(labels[place]) for place in found])
        message = (
            f"{where} {'lists' if len(found) == 1 else 'list'} symptoms or warning signs, and no care card says "
            "whom to contact and how quickly. Add one: non-urgent, urgent or emergency."
        )
        yield blocking("care-block-missing", "H16", found[0], message)


def names_symptoms(words: str) -> bool:
    """Whether a heading or lead-in announces symptoms or warning signs."""
    return bool(_NAMED.search(_EASED.sub(" ", _GOOD.sub(" ", words))))


def _listing(document: Document) -> Iterator[str]:
    """Places of sections with a list under a heading, or after words, that announce symptoms."""
    over = ""
    for n, section in enumerate(document.sections, 1):
        if section.level == 2:
            over = section.heading
        if section.kind not in {Kind.PROSE, Kind.CALLOUT} or not _LIST.search(section.body):
            continue
        if names_symptoms(section.heading) or names_symptoms(over) or _lead_names_symptoms(section.body):
            yield f"section:{n}"


def _lead_names_symptoms(html: str) -> bool:
    """Whether the last sentence before some list announces symptoms."""
    at = 0
    for tag in _LIST.finditer(html):
        before = list(walk.blocks(html[at : tag.start()]))
        if not tag[1] and before and names_symptoms(before[-1][1].split(". ")[-1]):
            return True
        at = tag.end()
    return False
