"""Retracted sources, H41."""

from dataclasses import replace

import pytest

from articles.document.nodes import Section
from tests.articles.document.making import mark
from tests.articles.quality.making import CLEAN, CONTEXT, found, message, source, with_section

RETRACTED = replace(CONTEXT, statuses={11: "normal", 12: "retracted"})


def test_a_source_marked_retracted_stops_publication_absolutely():
    assert found(CLEAN, RETRACTED) == ["blocking source-retracted@source:12!"]
    assert message(CLEAN, RETRACTED).startswith("Source 2, “Light and sleep, part 12”, was retracted.")


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Ileal hyperplasia",
        "[Retracted] Ileal hyperplasia",
        "WITHDRAWN: A trial",
        "RETRACTED ARTICLE: A trial",
    ],
)
def test_a_title_that_says_so_is_enough(title):
    document = replace(CLEAN, sources=(source(11, title=title), source(12)))
    assert found(document) == ["blocking source-retracted@source:11!"]


@pytest.mark.parametrize(
    "title", ["Retraction of papers: a survey", "Removed from sleep", "Why retracted: papers live on"]
)
def test_a_paper_about_retraction_is_not_a_retracted_one(title):
    assert found(replace(CLEAN, sources=(source(11, title=title), source(12)))) == []


@pytest.mark.parametrize("status", ["unchecked", "normal", "corrected", "concern"])
def test_other_states_are_let_through(status):
    assert found(CLEAN, replace(CONTEXT, statuses={12: status})) == []


def test_one_cited_to_discuss_its_retraction_needs_the_words_in_the_text():
    flagged = replace(CLEAN, sources=(source(11), replace(source(12), discusses_retraction=True)))
    assert found(flagged, RETRACTED) == ["warning source-retracted@source:12"]
    said = with_section(
        Section(heading="A warning", body=f"<p>That trial was retracted.{mark(12)}</p>"), document=flagged
    )
    assert found(said, RETRACTED) == []
