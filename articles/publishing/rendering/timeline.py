"""How an article was made: sent, signed, published, step by step, with each signature (H14, H74, H75)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from articles.models import Change
from articles.publishing.rendering.dates import day_tag
from articles.publishing.rendering.facts import ArticlePage
from articles.publishing.rendering.history import Edition, Excepted, Signature
from articles.publishing.rendering.words import counted, listed

CHANGES: dict[str, str] = {
    Change.FIRST: "Published",
    Change.MINOR: "Published again after a minor edit",
    Change.CORRECTION: "Correction published",
    Change.MAJOR: "Published again with changes",
    Change.REVIEW: "Reviewed again, nothing changed",
}
# Code of a finding → what a reader should know of it.
EXCEPTED: dict[str, str] = {
    "citation-dangling": "Some citations lead to a source of which nothing is known.",
    "citation-uncited": "A listed source is not cited.",
    "citation-typed": "A citation number was typed by hand.",
    "citation-duplicate": "A source is listed twice.",
    "source-incomplete": "Some sources lack details.",
    "claim-unsourced": "Some statements have no source.",
    "reviewer-not-independent": "The reviewer also appears in this article.",
    "registration-unverified": "A professional registration was not verified.",
    "coi-missing": "A declaration of interests is missing or old.",
    "care-block-missing": "There is no advice on when to get help.",
    "part-missing": "A part that every article should have is missing.",
}


@dataclass(frozen=True, slots=True)
class Admission:
    """An exception for readers: what was found, in how many places, why it was accepted, and by whom."""

    title: str
    count: str
    sentences: tuple[str, ...]
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of the timeline; `rank` orders what happened at the same moment."""

    at: datetime
    rank: int
    title: str
    more: str = ""
    note: str = ""
    anchor: str = ""
    signature: Signature | None = None
    exceptions: tuple[Admission, ...] = ()

    @property
    def day(self) -> SafeString:
        """The day it happened."""
        return day_tag(self.at)


def steps(page: ArticlePage, authors: list[str]) -> list[Step]:
    """Every step that led to what the page says now, oldest first; `authors` are printed names."""
    sent = {signature.revision: signature.sent_at for signature in reversed(page.signatures)}
    first = min(sent, default=0)
    found = [_sent(revision, at, authors if revision == first else []) for revision, at in sent.items()]
    found += [_signed(signature, n) for n, signature in enumerate(page.signatures, 1)]
    found += [_published(edition) for edition in page.editions]
    return sorted(found, key=lambda step: (step.at, step.rank))


def _sent(revision: int, at: datetime, authors: list[str]) -> Step:
    by = f", written by {listed(authors)}" if authors else ""
    return Step(at=at, rank=0, title="Sent for medical review", more=f"as revision {revision}{by}")


def _signed(signature: Signature, n: int) -> Step:
    title = f"{signature.scope} approved"
    return Step(at=signature.signed_at, rank=1, title=title, signature=signature, anchor=f"sign-{n}")


def _published(edition: Edition) -> Step:
    more = f"as revision {edition.revision}, by {edition.by}"
    if edition.exceptions:
        more += f", with {counted(len(edition.exceptions), 'recorded exception')}"
    return Step(
        at=edition.at,
        rank=2,
        title=CHANGES.get(edition.change, "Published"),
        more=more,
        note=edition.note,
        exceptions=tuple(_admission(excepted, edition.by) for excepted in edition.exceptions),
    )


def _admission(excepted: Excepted, publisher: str) -> Admission:
    """What was found in the words for readers; the single findings are listed when there are several."""
    title = EXCEPTED.get(excepted.code) or " ".join(excepted.sentences[:1]) or excepted.code
    many = excepted.sentences if len(excepted.sentences) > 1 else ()
    by = "" if excepted.by == publisher else excepted.by
    return Admission(title, f"{len(many)} findings" if many else "", many, excepted.reason, by)
