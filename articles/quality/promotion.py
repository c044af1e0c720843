"""Promotion stands apart from advice, and a page that sells says so (H11, H51)."""

import re
from collections.abc import Iterator

from articles.document import walk
from articles.document.nodes import Commercial, Document, Kind
from articles.quality.context import Context
from articles.quality.findings import Finding, blocking, warning
from articles.quality.wording import quoted

_ADVICE = frozenset({Kind.PROSE, Kind.CARE, Kind.CALLOUT, Kind.QUOTE})
_SELLING = re.compile(
    r"\b(?:sign up (?:today|now|here|to vivere)|(?:buy|order|shop|subscribe|book) (?:now|today|yours)"
    r"|order your|discount codes?|free trial|promo(?:tion)? code|money[- ]back|add to (?:basket|cart)"
    r"|get your (?:test|kit)|try (?:it )?(?:free|risk[- ]free))\b|[0-9]% off\b",
    re.I,
)


def check(document: Document, _context: Context) -> Iterator[Finding]:
    """`promotion-misplaced`, then `commercial-context`."""
    yield from _between_advice(document)
    yield from _inside_advice(document)
    promotes = [f"section:{n}" for n, item in enumerate(document.sections, 1) if item.kind == Kind.PROMOTION]
    if promotes and document.commercial == Commercial.EDITORIAL:
        message = "The article holds a promotion and is marked as editorial. Set its context to commercial."
        yield warning("commercial-context", "H51", promotes[0], message)


def _between_advice(document: Document) -> Iterator[Finding]:
    """A promotion that more advice follows is read as part of the advice."""
    last = max((n for n, section in enumerate(document.sections, 1) if section.kind in _ADVICE), default=0)
    for n, section in enumerate(document.sections, 1):
        if section.kind == Kind.PROMOTION and n < last:
            after = document.sections[last - 1].heading
            what = f"{quoted(after)} follows it" if after else "more text follows it"
            name = f"The promotion {quoted(section.heading)}" if section.heading else "A promotion"
            message = f"{name} stands among the advice: {what}. Move it to the end."
            yield blocking("promotion-misplaced", "H11", f"section:{n}", message)


def _inside_advice(document: Document) -> Iterator[Finding]:
    """Selling words where readers expect advice or somebody's own words: everywhere but in a promotion."""
    promotions = {f"section:{n}" for n, item in enumerate(document.sections, 1) if item.kind == Kind.PROMOTION}
    for field in walk.fields(document):
        match = _SELLING.search(walk.text_of(field.html)) if field.place not in promotions else None
        if match:
            message = (
                f"{quoted(field.label)} sells (“{match[0]}”). Move that to a promotion section, which is labelled."
            )
            yield blocking("promotion-misplaced", "H11", field.place, message)
