"""The parts of H4 and the picture's text of H100."""

from dataclasses import replace

import pytest

from articles.document.nodes import Document, Kind, Picture, Role, Section, Takeaway
from tests.articles.quality.making import ADA_WRITES, CLEAN, CONTEXT, found, message


@pytest.mark.parametrize(
    ("part", "without"),
    [
        ("title", {"title": "  "}),
        ("description", {"description": ""}),
        ("people", {"people": ()}),
        ("people", {"people": (replace(ADA_WRITES, role=Role.CONTRIBUTOR),)}),
        ("takeaways", {"takeaways": ()}),
        ("takeaways", {"takeaways": (Takeaway(body="<em> </em>"),)}),
        ("sections", {"standfirst": "", "sections": (), "sources": CLEAN.sources[:0]}),
    ],
)
def test_a_missing_part_is_named(part, without):
    assert f"blocking part-missing@{part}" in found(replace(CLEAN, **without))


def test_a_disclaimer_is_no_text_and_a_promotion_neither():
    only = (Section(kind=Kind.DISCLAIMER, body="<p>Not advice.</p>"), Section(kind=Kind.PROMOTION, body="<p>Ours.</p>"))
    assert "blocking part-missing@sections" in found(replace(CLEAN, sections=only))


def test_an_empty_article_lacks_every_part():
    places = [each.split("@")[1] for each in found(Document(), replace(CONTEXT, reviewers=()))]
    assert places == ["title", "people", "description", "takeaways", "sections", "sources"]
    assert "no author" in message(Document())


def test_a_picture_needs_a_description_or_the_word_that_it_needs_none():
    picture = Picture(sha256="0" * 64)
    assert found(replace(CLEAN, hero=picture)) == ["blocking picture-alt-missing@hero"]
    assert found(replace(CLEAN, hero=replace(picture, alt="A dark bedroom"))) == []
    assert found(replace(CLEAN, hero=replace(picture, decorative=True))) == []
