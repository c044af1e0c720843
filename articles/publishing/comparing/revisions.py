"""The history of an article for its editors: every revision with who, when and where it stands in plain words.

A dozen queries, whatever the number of revisions: revisions, rounds, signatures, publications, the last edit, and
what it takes to read the draft.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles.document import codec
from articles.editing import assemble
from articles.models import Article, Publication, PublicationState, ReviewRound, RoundState, Scope, SignOff
from articles.publishing.rendering.dates import day

_ROUNDS = {
    RoundState.WAITING: "Waiting for review",
    RoundState.ACCEPTED: "In review",
    RoundState.CHANGES_REQUESTED: "Changes requested",
    RoundState.DECLINED: "Declined by the reviewer",
    RoundState.WITHDRAWN: "Withdrawn from review",
}
_SCOPES = {Scope.WHOLE: "whole page", Scope.CHANGED: "changed parts", Scope.SOURCES: "sources only"}
_PUBLICATIONS = {
    PublicationState.SCHEDULED: "Scheduled",
    PublicationState.HELD: "Publication held",
    PublicationState.CURRENT: "Live",
    PublicationState.SUPERSEDED: "Published before, superseded",
    PublicationState.WITHDRAWN: "Withdrawn from the site",
    PublicationState.CANCELLED: "Schedule cancelled",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing that is or was true of a revision; `look` is a class of the style sheet."""

    words: str
    detail: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A revision in the list; `previous` is the number of the one before, 0 for the first."""

    number: int
    made_at: datetime
    by: str
    previous: int
    label: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The draft and, newest first, what was kept; numbers are None where there is no such revision."""

    version: int
    changed_at: datetime
    changed_by: str
    same_as: int | None
    revisions: tuple[Kept, ...]
    live: int | None
    signed: int | None

    @property
    def newest(self) -> int | None:
        """The number of the newest revision."""
        return self.revisions[0].number if self.revisions else None


def history(article: Article) -> History:
    """Reads the history of one article."""
    rows = list(article.revisions.select_related("label").defer("content").order_by("-number"))
    rounds = list(article.rounds.order_by("number"))
    signatures = list(SignOff.objects.filter(revision__article=article).select_related("base").defer("base__content"))
    publications = list(article.publications.order_by("number"))
    last = article.edits.order_by("-last_at").first()
    digest = codec.digest(assemble.document(article))
    numbers = {row.pk: row.number for row in rows}
    return History(
        version=article.version,
        changed_at=last.last_at if last else article.changed_at,
        changed_by=last.user_name if last else "",
        same_as=next((row.number for row in rows if row.digest == digest), None),
        revisions=tuple(
            Kept(
                row.number,
                row.created_at,
                row.created_by_name,
                max((number for number in numbers.values() if number < row.number), default=0),
                row.label.name if hasattr(row, "label") else "",
                (
                    *_published(each for each in publications if each.revision_id == row.pk),
                    *_signed(each for each in signatures if each.revision_id == row.pk),
                    *_reviewed([each for each in rounds if each.revision_id == row.pk]),
                ),
            )
            for row in rows
        ),
        live=next((numbers[each.revision_id] for each in publications if each.state == PublicationState.CURRENT), None),
        signed=max((numbers[each.revision_id] for each in signatures), default=None),
    )


def _published(rows: Iterable[Publication]) -> Iterable[Standing]:
    for row in rows:
        look = "good" if row.state == PublicationState.CURRENT else ""
        ended = f", ended {day(row.ended_at)}" if row.ended_at else ""
        reason = f". {row.ended_reason}" if row.ended_reason else ""
        when = f"publication {row.number}, {day(row.published_at)} by {row.by_name}{ended}{reason}"
        yield Standing(_PUBLICATIONS[PublicationState(row.state)], when, look)


def _signed(rows: Iterable[SignOff]) -> Iterable[Standing]:
    for row in rows:
        since = f" since revision {row.base.number}" if row.base else ""
        who = f"by {row.printed_name}, {day(row.signed_at)}"
        yield Standing(f"Signed: {_SCOPES[Scope(row.scope)]}{since}", who, "good")


def _reviewed(rows: list[ReviewRound]) -> Iterable[Standing]:
    """The newest round; an approved one is told by its signatures."""
    for row in rows[-1:]:
        words = _ROUNDS.get(RoundState(row.state))
        if words:
            look = "caution" if row.state == RoundState.CHANGES_REQUESTED else ""
            yield Standing(words, row.closed_reason, look)
