"""An article that no check has anything to say about, and the Context that goes with it."""

from dataclasses import replace
from datetime import date

from articles.document.nodes import (
    CareLevel,
    Document,
    Kind,
    Name,
    Person,
    Role,
    Section,
    SourceRecord,
    Takeaway,
)
from articles.quality import run
from articles.quality.context import Context, Reviewer
from tests.articles.document.making import mark

TODAY = date(2026, 6, 1)
ADA, RUI, OLGA = 1, 2, 3

RUI_REVIEWS = Reviewer(profile=RUI, name="Rui Reviewer, RD", is_registered=True, interests_are_current=True)
CONTEXT = Context(on=TODAY, reviewers=(RUI_REVIEWS,), made=frozenset({ADA}), owners=("Vivere",))
ADA_WRITES = Person(
    role=Role.AUTHOR, profile=ADA, name="Ada Writer", job_title="Health writer", interests_declared="2026-01-31"
)
RUI_SPEAKS = Person(role=Role.CONTRIBUTOR, profile=RUI, name="Rui Reviewer")


def source(number: int, **changed: str) -> SourceRecord:
    """A complete journal article of its own."""
    record = SourceRecord(
        id=number,
        type="article-journal",
        title=f"Light and sleep, part {number}",
        authors=(Name(family="Wright", given="Kenneth"),),
        container="Sleep",
        issued="2021",
        doi=f"10.1234/sleep.{number}",
    )
    return replace(record, **changed)


CLEAN = Document(
    title="Sleep and the night shift",
    standfirst=f"What shift workers can do.{mark(11)}",
    takeaways=(Takeaway(body="Keep a dark room."),),
    sections=(
        Section(heading="Why it is hard", body=f"<p>Light sets the clock.{mark(12)}</p>"),
        Section(heading="Signs of too little sleep", body="<ul><li>Falling asleep at work</li><li>Low mood</li></ul>"),
        Section(kind=Kind.CARE, heading="See a GP", body="<p>If it lasts.</p>", care_level=CareLevel.NON_URGENT),
        Section(kind=Kind.DISCLAIMER, body="<p>Not advice.</p>"),
    ),
    sources=(source(11), source(12)),
    people=(ADA_WRITES,),
    description="How people who work at night can sleep better.",
)


def with_section(*sections: Section, document: Document = CLEAN) -> Document:
    """The clean article with more sections at its end."""
    return replace(document, sections=(*document.sections, *sections))


def found(document: Document, context: Context = CONTEXT) -> list[str]:
    """The findings as `severity code@place`, an absolute one with an exclamation mark."""
    return [
        f"{finding.severity.value} {finding.key}{'!' if finding.is_absolute else ''}"
        for finding in run.check(document, context)
    ]


def message(document: Document, context: Context = CONTEXT) -> str:
    """The sentences of all findings."""
    return " ".join(finding.message for finding in run.check(document, context))
