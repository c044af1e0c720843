"""Independence, registration, scope, ties and interests, H65–H71."""

from dataclasses import replace

import pytest

from articles.document.nodes import Commercial, Kind, Person, Role, Section
from tests.articles.quality.making import (
    ADA,
    ADA_WRITES,
    CLEAN,
    CONTEXT,
    OLGA,
    RUI,
    RUI_REVIEWS,
    RUI_SPEAKS,
    found,
    message,
    with_section,
)


def _with_people(*people: Person):
    return replace(CLEAN, people=(ADA_WRITES, *people))


def test_an_author_cannot_review_and_no_exception_helps():
    context = replace(CONTEXT, made=frozenset(), reviewers=(replace(RUI_REVIEWS, profile=ADA, name="Ada Writer"),))
    assert found(CLEAN, context) == ["blocking reviewer-not-independent@person:1!"]
    assert "Ada Writer is an author of this article" in message(CLEAN, context)


def test_who_edited_the_text_cannot_review_it():
    context = replace(CONTEXT, made=frozenset({RUI}))
    assert found(CLEAN, context) == ["blocking reviewer-not-independent@person:2!"]
    assert "wrote or edited this text" in message(CLEAN, context)


@pytest.mark.parametrize(
    ("document", "part"),
    [
        (_with_people(RUI_SPEAKS), "is a contributor in"),
        (_with_people(replace(RUI_SPEAKS, role=Role.QUOTED)), "is quoted in"),
        (_with_people(RUI_SPEAKS, replace(RUI_SPEAKS, role=Role.QUOTED)), "is a contributor and is quoted in"),
        (with_section(Section(kind=Kind.QUOTE, body="<p>Rest.</p>", speaker=RUI)), "is quoted in"),
    ],
)
def test_a_contributor_or_quoted_expert_needs_an_exception_to_review(document, part):
    assert found(document) == ["blocking reviewer-not-independent@person:2"]
    assert part in message(document)


def test_an_author_who_is_also_quoted_is_reported_once_and_absolutely():
    document = _with_people(replace(RUI_SPEAKS, role=Role.AUTHOR, interests_declared="2026-05-01"), RUI_SPEAKS)
    assert found(document) == ["blocking reviewer-not-independent@person:2!"]


def test_an_unverified_reviewer_is_reported():
    context = replace(CONTEXT, reviewers=(replace(RUI_REVIEWS, is_registered=False),))
    assert found(CLEAN, context) == ["blocking registration-unverified@person:2"]


def test_a_reviewer_is_not_reported_twice_for_one_missing_registration():
    context = replace(CONTEXT, reviewers=(replace(RUI_REVIEWS, is_registered=False),))
    document = _with_people(replace(RUI_SPEAKS, job_title="Dietitian"))
    assert found(document, context).count("blocking registration-unverified@person:2") == 1


def test_a_protected_title_needs_a_checked_registration_in_that_profession():
    olga = Person(role=Role.QUOTED, profile=OLGA, name="Olga", post_nominals="MSc RD", job_title="Physiotherapist")
    document = _with_people(olga, replace(olga, role=Role.CONTRIBUTOR))
    assert found(document) == ["blocking registration-unverified@person:3"]
    assert "(RD and Physiotherapist)" in message(document)
    half = replace(CONTEXT, professions={OLGA: frozenset({"dietitian"})})
    assert "(Physiotherapist)" in message(document, half)
    assert found(document, replace(CONTEXT, professions={OLGA: frozenset({"dietitian", "physiotherapist"})})) == []


def test_a_topic_outside_the_approved_ones_is_named():
    context = replace(CONTEXT, reviewers=(replace(RUI_REVIEWS, topics_outside=("Medicines", "Sleep")),))
    assert found(CLEAN, context) == ["blocking reviewer-outside-topics@person:2"]
    assert "is not approved to review Medicines and Sleep" in message(CLEAN, context)


def test_ties_to_the_owner_matter_where_something_is_sold():
    tied = replace(CONTEXT, reviewers=(replace(RUI_REVIEWS, background="Head of Nutrition at Vivere"),))
    assert found(CLEAN, tied) == []
    assert found(replace(CLEAN, commercial=Commercial.COMMERCIAL), tied) == ["warning reviewer-tied@person:2"]
    other = replace(CONTEXT, reviewers=(replace(RUI_REVIEWS, background="Head of Nutrition at Viveres"),))
    assert found(replace(CLEAN, commercial=Commercial.COMMERCIAL), other) == []


@pytest.mark.parametrize(
    ("declared", "is_current"),
    [
        ("2026-06-01", True),
        ("2025-06-02", True),
        ("2025-06-01", False),
        ("2026-06-02", False),
        ("", False),
        ("May", False),
    ],
)
def test_an_author_declares_interests_every_twelve_months(declared, is_current):
    document = replace(CLEAN, people=(replace(ADA_WRITES, interests_declared=declared),))
    assert found(document) == ([] if is_current else ["blocking coi-missing@person:1"])


def test_a_reviewer_declares_interests_too():
    context = replace(CONTEXT, reviewers=(replace(RUI_REVIEWS, interests_are_current=False),))
    assert found(CLEAN, context) == ["blocking coi-missing@person:2"]
    assert "Rui Reviewer, RD has not declared" in message(CLEAN, context)
