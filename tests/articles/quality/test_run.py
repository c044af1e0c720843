"""All checks together: silent on a sound article, stable, one example of each code, no crash on anything."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from articles.document.nodes import Commercial, Kind, Person, Picture, Role, Section
from articles.quality import run
from articles.quality.findings import Severity
from tests.articles.document.making import DOCUMENTS, mark
from tests.articles.quality.making import (
    ADA_WRITES,
    CLEAN,
    CONTEXT,
    OLGA,
    RUI_REVIEWS,
    TODAY,
    found,
    source,
    with_section,
)

WITH = replace
SIGNS = Section(heading="Warning signs", body="<ul><li>Fever</li><li>Rash</li></ul>")
NO_CARE = replace(CLEAN, sections=CLEAN.sections[:1])
DIETITIAN = Person(role=Role.CONTRIBUTOR, profile=OLGA, name="Olga", job_title="Registered Dietitian")
SIGN_UP = Section(kind=Kind.PROMOTION, heading="Our test", body="<p>Sign up today.</p>")

# code → (document, context) in which exactly that code is found; CLEAN is where none is.
EXAMPLES = {
    "part-missing": (WITH(CLEAN, description=""), CONTEXT),
    "picture-alt-missing": (WITH(CLEAN, hero=Picture(sha256="0" * 64)), CONTEXT),
    "citation-dangling": (with_section(Section(heading="More", body=f"<p>So.{mark(99)}</p>")), CONTEXT),
    "citation-typed": (with_section(Section(heading="More", body="<p>It is so [3].</p>")), CONTEXT),
    "citation-uncited": (WITH(CLEAN, sources=(*CLEAN.sources, source(13))), CONTEXT),
    "citation-duplicate": (WITH(CLEAN, sources=(source(11), source(12, doi="10.1234/SLEEP.11"))), CONTEXT),
    "source-incomplete": (WITH(CLEAN, sources=(source(11), source(12, issued=""))), CONTEXT),
    "source-retracted": (CLEAN, WITH(CONTEXT, statuses={12: "retracted"})),
    "care-block-missing": (with_section(SIGNS, document=NO_CARE), CONTEXT),
    "promotion-misplaced": (
        WITH(CLEAN, sections=(SIGN_UP, *CLEAN.sections), commercial=Commercial.COMMERCIAL),
        CONTEXT,
    ),
    "commercial-context": (with_section(SIGN_UP), CONTEXT),
    "reviewer-not-independent": (CLEAN, WITH(CONTEXT, made=frozenset({RUI_REVIEWS.profile}))),
    "registration-unverified": (WITH(CLEAN, people=(ADA_WRITES, DIETITIAN)), CONTEXT),
    "reviewer-outside-topics": (CLEAN, WITH(CONTEXT, reviewers=(WITH(RUI_REVIEWS, topics_outside=("Sleep",)),))),
    "reviewer-tied": (
        WITH(CLEAN, commercial=Commercial.COMMERCIAL),
        WITH(CONTEXT, reviewers=(WITH(RUI_REVIEWS, background="Employed by Vivere"),)),
    ),
    "coi-missing": (WITH(CLEAN, people=(WITH(ADA_WRITES, interests_declared="2025-05-31"),)), CONTEXT),
}


def test_a_sound_article_has_no_findings():
    assert found(CLEAN) == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_each_code_is_found_where_it_should_be_and_alone(code):
    document, context = EXAMPLES[code]
    findings = run.check(document, context)
    assert {finding.code for finding in findings} == {code}
    for finding in findings:
        assert finding.message.endswith((".", "?"))
        assert finding.rule.startswith("H")
        assert finding.is_blocking == (finding.severity == Severity.BLOCKING)


def test_findings_come_in_the_same_order_each_time_and_no_two_share_a_key():
    document = replace(CLEAN, title="", sources=(source(11, issued=""),), people=())
    findings = run.check(document, CONTEXT)
    assert findings == run.check(document, CONTEXT)
    assert [f.key for f in findings] == [
        "part-missing@title",
        "part-missing@people",
        "citation-dangling@section:1",
        "source-incomplete@source:11",
    ]


@settings(max_examples=60)
@given(DOCUMENTS)
def test_no_document_breaks_a_check_and_keys_are_unique_within_a_list_of_distinct_sources(document):
    document = replace(document, sources=tuple({record.id: record for record in document.sources}.values()))
    findings = run.check(document, replace(CONTEXT, on=TODAY))
    assert len({finding.key for finding in findings}) == len(findings)
