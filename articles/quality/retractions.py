"""Sources that were retracted (H41)."""

import re
from collections.abc import Iterator

from articles.citations.numbering import number
from articles.citations.vancouver import plain_words
from articles.document import walk
from articles.document.nodes import Document
from articles.quality.context import Context
from articles.quality.findings import Finding, blocking, warning
from articles.quality.wording import source_name

# Publishers put the word before the title of the paper itself; a notice is called "Retraction of …".
_TITLE = re.compile(r"\W*(?:retracted|withdrawn|removed)(?:\s+article)?\s*[:\]–—-]", re.I)
_SAID = re.compile(r"\b(?:retract|withdr[ae]w|fraud|discredit)", re.I)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """`source-retracted`: absolute, unless the source is marked as cited to discuss its retraction.

    Then only a warning is left, for as long as no text that cites it says what happened to the work.
    """
    numbering = number(document)
    for record in document.sources:
        is_retracted = context.statuses.get(record.id) == "retracted"
        if not is_retracted and not _TITLE.match(plain_words(record.title)):
            continue
        name = source_name(record, numbering.numbers.get(record.id))
        place = f"source:{record.id}"
        if not record.discusses_retraction:
            message = (
                f"{name} was retracted. Take it out and look again at what rests on it, "
                "or mark it as cited to discuss the retraction."
            )
            yield blocking("source-retracted", "H41", place, message, is_absolute=True)
        elif not _is_discussed(document, record.id):
            message = f"{name} was retracted and is marked as discussed, but no text that cites it says so. Say it."
            yield warning("source-retracted", "H41", place, message)


def _is_discussed(document: Document, source: int) -> bool:
    return any(
        _SAID.search(walk.text_of(field.html))
        for field in walk.fields(document)
        if any(mark.source == source for mark in walk.marks_in(field.html))
    )
