"""An article's facts, without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from articles.publishing.rendering.cards import Card, Degree, PictureFile, Registered
from articles.publishing.rendering.facts import ArticlePage, SourceStatus
from articles.publishing.rendering.frame import Frame, Link, SiteFacts
from articles.publishing.rendering.history import Edition, Signature
from tests.articles.publishing.walking import walking

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
ADA, RUI = 1, 2


@pytest.fixture
def frame() -> Frame:
    return Frame(
        site=SiteFacts(
            name="Vivere",
            owner="Vivere Ltd",
            about="This does not replace a consultation.",
            funding="Vivere sells tests.",
            contact_email="editors@vivere.example",
        ),
        assets={"reader_css": "/assets/reader-0.css", "mark_svg": "/assets/mark-0.svg"},
        how=(Link("Corrections", "/policies/corrections/"),),
        help=(Link("Contact", "/policies/contact/"),),
    )


@pytest.fixture
def signature() -> Signature:
    return Signature(
        profile=RUI,
        name="Rui Reviewer",
        post_nominals="RD",
        job_title="Dietitian",
        role="Registered clinician",
        meaning="Medical review: approved",
        scope="Whole page",
        statement="I have read it all.",
        signed_at=NOON,
        sent_at=NOON.replace(day=1, hour=9),
        revision=3,
        base=None,
        digest="ab" * 32,
        registration="Dietitian, Sample register, SAMPLE-0001",
        registration_checked=date(2026, 5, 1),
        interests="",
        interests_declared="2026-06-01",
    )


@pytest.fixture
def cards() -> dict[int, Card]:
    ada = Card(
        profile=ADA,
        slug="ada",
        name="Ada Writer",
        job_title="Health writer",
        biography="Ada writes.\n\nShe lives by the sea.",
        orcid="https://orcid.org/0000-0002-1825-0097",
        photo=PictureFile("/media/pictures/ada.jpg", 400, 400),
    )
    rui = Card(
        profile=RUI,
        slug="rui",
        name="Rui Reviewer",
        post_nominals="RD",
        job_title="Dietitian",
        is_sample=True,
        same_as=("https://rui.example/",),
        degrees=(Degree(award="BSc Dietetics", institution="Example University", country="Wales", year=2012),),
        registrations=(
            Registered(
                profession="Dietitian",
                body="Sample register",
                number="SAMPLE-0001",
                url="https://register.example/1",
                result="Registered, no restrictions",
                is_good=True,
                checked_on=date(2026, 5, 1),
            ),
        ),
    )
    return {ADA: ada, RUI: rui}


@pytest.fixture
def facts(frame, signature, cards) -> ArticlePage:
    """The long article, published once."""
    return ArticlePage(
        document=walking(author=ADA, reviewer=RUI, hero="cd" * 32, topics=("movement",)),
        slug="walking",
        first_published=NOON,
        updated_at=NOON,
        last_reviewed=NOON.date(),
        next_review=date(2029, 6, 1),
        reviewers=(signature,),
        signatures=(signature,),
        editions=(Edition(number=1, revision=3, change="first", note="", at=NOON, by="Ines Publisher"),),
        today=NOON.date(),
        frame=frame,
        cards=cards,
        statuses={
            5: SourceStatus(5, "corrected", "A name was corrected.", date(2025, 3, 2)),
            8: SourceStatus(8, "normal"),
        },
        pictures={"cd" * 32: PictureFile("/media/pictures/path.png", 1200, 560)},
        topics=(("movement", "Movement"),),
    )


@pytest.fixture
def but(facts):
    """The facts with some fields, and some fields of the document, changed."""

    def but(*, document=None, **more) -> ArticlePage:
        return replace(facts, document=replace(facts.document, **(document or {})), **more)

    return but
