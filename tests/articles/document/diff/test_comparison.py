"""Two Documents compared: everything that differs is said, in the place where it differs."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings

from articles.document.diff import Difference, compare
from articles.document.nodes import Document, Kind, Section, SourceRecord, Takeaway
from tests.articles.document.diff.telling import fates, told
from tests.articles.document.making import DOCUMENTS, changes, full, mark

ONE = Section(heading="Why it is hard", body="<p>Light keeps many people awake after a night shift.</p>")
TWO = Section(heading="What may help", body="<p>Curtains that keep out the day can help some people.</p>")
THREE = Section(heading="Naps", body="<p>Short naps before work reduce tiredness in trials.</p>")
FOUR = Section(heading="When to see somebody", body="<p>Speak to a doctor when this lasts for a month.</p>")


def sections(*given: Section) -> Document:
    return Document(title="Sleep", sections=given)


def outcome(comparison, field="sections"):
    """(difference, old place, new place, whether moved) of each part that something happened to."""
    return [(p.difference.value, p.old_at, p.new_at, p.is_moved) for p in comparison.of(field) if not p.is_same]


@given(DOCUMENTS)
@settings(max_examples=50, deadline=None)
def test_a_document_beside_itself_has_no_change(document):
    comparison = compare(document, document)
    assert comparison.is_same
    assert comparison.changes == ()


@given(DOCUMENTS, DOCUMENTS)
@settings(max_examples=100, deadline=None)
def test_whatever_differs_is_said(old, new):
    assert compare(old, new).is_same == (old == new)


@pytest.mark.parametrize(("where", "changed"), list(changes(full())), ids=lambda value: str(value)[:40])
def test_every_small_change_shows_as_words_as_a_move_or_as_hidden(where, changed):
    found = compare(full(), changed).changes
    assert found, where
    for part in found:
        says = part.is_moved or part.is_hidden or part.difference in (Difference.ADDED, Difference.REMOVED)
        assert says or fates(part) or part.details or any(r.difference != "same" for r in part.heading), where


def test_every_field_of_a_document_is_compared():
    assert {part.field for part in compare(full(), full()).parts} == {field.name for field in fields(Document)}


def test_a_new_section_moves_nothing():
    assert outcome(compare(sections(ONE, TWO, THREE), sections(FOUR, ONE, TWO, THREE))) == [("added", 0, 1, False)]


def test_a_section_that_went_stands_where_it_was():
    comparison = compare(sections(ONE, TWO, THREE), sections(ONE, THREE))
    assert outcome(comparison) == [("removed", 2, 0, False)]
    assert [part.old_at for part in comparison.of("sections")] == [1, 2, 3]


def test_one_section_that_moved_up_is_the_only_one_moved():
    assert outcome(compare(sections(ONE, TWO, THREE, FOUR), sections(FOUR, ONE, TWO, THREE))) == [("same", 4, 1, True)]


def test_a_section_can_move_and_change():
    changed = replace(FOUR, body="<p>Speak to a nurse when this lasts for a month.</p>")
    comparison = compare(sections(ONE, TWO, THREE, FOUR), sections(ONE, changed, TWO, THREE))
    assert outcome(comparison) == [("changed", 4, 2, True)]
    assert fates(comparison.of("sections")[1]) == [("removed", "doctor"), ("added", "nurse")]


def test_a_renamed_section_is_the_same_one():
    comparison = compare(sections(ONE, TWO), sections(ONE, replace(TWO, heading="Dark rooms")))
    assert outcome(comparison) == [("changed", 2, 2, False)]
    heading = comparison.of("sections")[1].heading
    assert told(heading, Difference.REMOVED).strip() == "Dark rooms"
    assert told(heading, Difference.ADDED).strip() == "What may help"


def test_a_section_written_anew_under_its_heading_is_the_same_one():
    comparison = compare(sections(ONE, TWO), sections(ONE, replace(TWO, body="<p>Nothing is known yet.</p>")))
    assert outcome(comparison) == [("changed", 2, 2, False)]


def test_unlike_sections_in_one_place_are_one_gone_and_one_new():
    assert outcome(compare(sections(ONE, TWO), sections(ONE, FOUR))) == [
        ("removed", 2, 0, False),
        ("added", 0, 2, False),
    ]


def test_of_two_equal_sections_the_one_that_went_is_told():
    assert len(compare(sections(ONE, TWO, ONE), sections(ONE, TWO)).changes) == 1


def test_kind_level_and_speaker_of_a_section_are_told():
    comparison = compare(sections(ONE), sections(replace(ONE, kind=Kind.QUOTE, level=3, speaker=7)))
    assert [detail.name for detail in comparison.of("sections")[0].details] == ["kind", "level", "speaker"]


def test_takeaways_move_and_change_like_sections():
    dark, rest = Takeaway(body="Keep a dark room."), Takeaway(body="Rest before the first night.")
    comparison = compare(
        Document(takeaways=(dark, rest)), Document(takeaways=(rest, Takeaway(body="Keep a dark bed.")))
    )
    assert {(part.old_at, part.new_at) for part in comparison.of("takeaways")} == {(1, 2), (2, 1)}
    assert sum(part.is_moved for part in comparison.of("takeaways")) == 1


def test_a_changed_detail_of_a_source_names_the_field_and_the_words():
    old = SourceRecord(id=4, title="Light and sleep", issued="2021", doi="10.1/x")
    comparison = compare(Document(sources=(old,)), Document(sources=(replace(old, issued="2022"),)))
    (part,) = comparison.changes
    assert (part.field, part.difference, [detail.name for detail in part.details]) == ("sources", "changed", ["issued"])
    assert told(part.details[0].runs, Difference.REMOVED).strip() == "2022"


def test_sources_are_known_by_their_id_not_their_place():
    one, two = SourceRecord(id=1, title="A"), SourceRecord(id=2, title="B")
    comparison = compare(Document(sources=(one, two)), Document(sources=(two, SourceRecord(id=3))))
    assert outcome(comparison, "sources") == [("removed", 1, 0, False), ("added", 0, 2, False)]


def test_a_changed_citation_is_a_changed_section():
    body = "<p>Light sets the clock {}.</p>"
    old, new = (sections(Section(heading="Why", body=body.format(mark(source)))) for source in (11, 12))
    assert fates(compare(old, new).of("sections")[0]) == [("removed", "[11]"), ("added", "[12]")]


def test_white_space_alone_is_said_to_be_hidden():
    (part,) = compare(sections(ONE), sections(replace(ONE, body=ONE.body + " "))).changes
    assert (part.difference, part.is_hidden) == ("changed", True)
