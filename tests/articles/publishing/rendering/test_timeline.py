"""How an article was made is told step by step, with every signature and every exception."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles.publishing.rendering import article
from articles.publishing.rendering.history import Edition, Excepted
from tests.articles.publishing.checks import problems, tree, words
from tests.articles.publishing.rendering.conftest import NOON

DAY = timedelta(days=1)


@pytest.fixture
def made(but, facts, signature):
    """Published with exceptions, then corrected on a signature of the changed parts."""
    exceptions = (
        Excepted(
            code="source-incomplete",
            sentences=("Source 1 lacks details.", "Source 2 lacks details."),
            reason="It is being traced.",
            by="Ines Publisher",
        ),
        Excepted(
            code="reviewer-not-independent",
            sentences=("Rui Reviewer is quoted.",),
            reason="Said beside his name.",
            by="Ines",
        ),
        Excepted(code="something-new", sentences=("A sentence of its own.",), reason="Because.", by="Ines"),
    )
    parts = replace(
        signature,
        scope="Changed parts",
        base=3,
        revision=4,
        signed_at=NOON + 3 * DAY,
        sent_at=NOON + 2 * DAY,
        digest="cd" * 32,
    )
    editions = (
        replace(facts.editions[0], exceptions=exceptions),
        Edition(
            number=2, revision=4, change="correction", note="Ten, not two.", at=NOON + 3 * DAY, by="Ines Publisher"
        ),
    )
    return tree(article.render(but(signatures=(signature, parts), editions=editions)))


def test_every_step_stands_in_its_order(made):
    steps = [words(step).split("Signature")[0] for step in made.xpath("//ol[@class='line']/li")]
    assert [step.split(" Some sources")[0] for step in steps] == [
        "1 June 2026Sent for medical review as revision 3, written by Ada Writer",
        "1 June 2026Whole page approved ",
        "1 June 2026Published as revision 3, by Ines Publisher, with 3 recorded exceptions",
        "3 June 2026Sent for medical review as revision 4",
        "4 June 2026Changed parts approved ",
        "4 June 2026Correction published as revision 4, by Ines Publisher Ten, not two.",
    ]
    assert problems(made) == []


def test_the_manifest_of_a_signature_is_complete(made):
    first, second = (
        {words(dt): words(dt.getnext()) for dt in sign.xpath(".//dt")} for sign in made.xpath("//div[@class='sign']")
    )
    assert first == {
        "Signed by": "Rui Reviewer, RD, Dietitian",
        "Signed as": "Registered clinician: Dietitian, Sample register, SAMPLE-0001, checked 1 May 2026",
        "Meaning": "Medical review: approved, whole page",
        "Statement": "I have read it all.",
        "Time": "1 June 2026, 13:00 BST",
        "Revision": "3",
        "Digest": f"sha256 {'ab' * 32}",
    }
    assert second["Meaning"] == "Medical review: approved, changed parts since revision 3"
    assert made.xpath("//div[@class='sign']//time/@datetime")[0] == "2026-06-01T13:00:00+01:00"


def test_exceptions_are_told_to_readers_with_reason_and_name(made):
    told = [words(item) for item in made.xpath("//ul[@class='excepted']/li")]
    assert told == [
        "Some sources lack details. Reason: It is being traced. "
        "2 findingsSource 1 lacks details.Source 2 lacks details.",
        "The reviewer also appears in this article. Reason: Said beside his name. (Ines)",
        "A sentence of its own. Reason: Because. (Ines)",
    ]
