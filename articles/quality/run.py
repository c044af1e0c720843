"""Runs every check on a Document. A new check is a new module and one more line here."""

from collections.abc import Callable, Iterable

from articles.document.nodes import Document
from articles.quality import care, citations, parts, people, promotion, retractions
from articles.quality.context import Context
from articles.quality.findings import Finding

Check = Callable[[Document, Context], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    parts.check,
    citations.check,
    retractions.check,
    care.check,
    promotion.check,
    people.check,
)


def check(document: Document, context: Context) -> tuple[Finding, ...]:
    """All findings, in the order of the checks and, within one, in reading order. Reads no database."""
    return tuple(finding for each in CHECKS for finding in each(document, context))
