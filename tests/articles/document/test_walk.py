"""The walk: reading order, groups of marks, words that are never lost, sources exchanged."""

from html import unescape

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document import walk
from articles.document.nodes import Document, Section, SourceRecord, Takeaway
from articles.editing.clean import body
from tests.articles.document.making import full, mark


def test_fields_come_in_reading_order():
    assert [field.place for field in walk.fields(full())] == [
        "standfirst",
        "takeaways_lead",
        "takeaway:1",
        "takeaway:2",
        "contributor_note",
        *(f"section:{n}" for n in range(1, 8)),
    ]


def test_fields_have_labels_that_an_editor_knows():
    labels = [field.label for field in walk.fields(full())]
    assert labels[:2] == ["Standfirst", "Lead-in of the takeaways"]
    assert "Light" in labels
    assert "Section 5 (quote)" in labels


def test_marks_come_in_reading_order():
    assert [(found.place, found.source) for found in walk.marks(full())] == [
        ("standfirst", 11),
        ("takeaway:2", 12),
        ("section:1", 11),
    ]


def test_a_mark_carries_locator_and_quote():
    html = mark(3, locator="p. 3 &amp; 4", quote="a &lt; b &quot;c&quot;")
    [found] = walk.marks_in(html)
    assert (found.locator, found.quote) == ("p. 3 & 4", 'a < b "c"')


@pytest.mark.parametrize(
    ("html", "groups"),
    [
        (mark(1) + mark(2), [[1, 2]]),
        (f"{mark(1)} \n&nbsp;{mark(2)}", [[1, 2]]),
        (f"{mark(1)}, {mark(2)}", [[1], [2]]),
        (f"{mark(1)}</p><p>{mark(2)}", [[1], [2]]),
        (f"{mark(1)}<em>{mark(2)}</em>", [[1], [2]]),
        (f"a{mark(1)}{mark(1)}{mark(2)}b{mark(1)}", [[1, 1, 2], [1]]),
        ("<cite-ref></cite-ref>", [[0]]),
        ('<cite-ref data-source="1">[1]</cite-ref>', []),
        ("no marks", []),
    ],
)
def test_marks_with_only_space_between_share_a_group(html, groups):
    found = {}
    for each in walk.marks_in(html):
        found.setdefault(each.group, []).append(each.source)
    assert list(found.values()) == groups
    assert list(found) == list(range(1, len(groups) + 1))


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a</p><p>b</p>", "a b"),
        ("a<br>b", "a b"),
        ("CO<sub>2</sub> <strong>b</strong>old", "CO2 bold"),
        ("<ul><li>a</li><li>b</li></ul>c", "a b c"),
        (f"Sleep well{mark(1)}.", "Sleep well."),
        ("a &amp; b &lt;p&gt; c&nbsp;d", "a & b <p> c d"),
        ('<a href="https://x/?a&gt;b">a link</a>', "a link"),
        ("<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>", "1 2"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_reader_reads(html, words):
    assert walk.text_of(html) == words


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>a</p><h4>b</h4>", [("p", "a"), ("h4", "b")]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", [("li", "a"), ("li", "b"), ("li", "c")]),
        ("<blockquote><p>a</p>b</blockquote>", [("p", "a"), ("blockquote", "b")]),
        (
            "<table><caption>a</caption><tbody><tr><th>b</th><td>c</td></tr></tbody></table>",
            [("caption", "a"), ("th", "b"), ("td", "c")],
        ),
        ("loose <em>words</em>", [("p", "loose words")]),
        ("<p></p>", []),
    ],
)
def test_blocks_name_the_innermost_block(html, blocks):
    assert list(walk.blocks(html)) == blocks


TAGS = ["p", "ul", "ol", "li", "blockquote", "em", "strong", "sub", "table", "tr", "td", "h4", "a"]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["<br>", mark(4), mark(5)]),
    st.text(alphabet="ab é<>&\u00a0", min_size=1, max_size=4),
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_blocks_and_text_lose_no_letter(html):
    cleaned = body(html)
    read = "".join(lxml.html.fragment_fromstring(cleaned, create_parent="div").itertext())
    letters = "".join(read.split())
    assert "".join("".join(words.split()) for _tag, words in walk.blocks(cleaned)) == letters
    assert "".join(walk.text_of(cleaned).split()) == letters
    assert unescape(cleaned).count("data-source") == len(list(walk.marks_in(cleaned)))


def test_words_of_a_document_hold_title_headings_and_texts_in_order():
    words = list(walk.words(full()))
    assert words[0] == "Sleep and the night shift"
    assert words.index("Why") + 1 == words.index("Light sets the clock.")
    assert "Blue Red 1 2" in words
    assert "In {count} points:" in words


def test_a_change_reaches_every_text_that_may_hold_marks():
    changed = walk.rewrite(full(), str.upper)
    assert all(field.html == field.html.upper() for field in walk.fields(changed))
    assert (changed.title, changed.sections[0].heading) == (full().title, full().sections[0].heading)


def test_sources_are_exchanged_in_marks_and_list_at_once():
    moved = walk.renumber_sources(full(), {11: 12, 12: 11})
    assert [each.source for each in walk.marks(moved)] == [12, 11, 12]
    assert [source.id for source in moved.sources] == [12, 11]
    assert walk.renumber_sources(moved, {11: 12, 12: 11}) == full()


def test_only_the_source_of_a_mark_is_exchanged():
    document = Document(
        standfirst=mark(1, locator="1", quote="data-source=1"),
        takeaways=(Takeaway(body="data-source 1"),),
        sections=(Section(body="<p>1</p>"),),
        sources=(SourceRecord(id=1, volume="1"), SourceRecord(id=10)),
    )
    moved = walk.renumber_sources(document, {1: 7})
    assert moved.standfirst == mark(7, locator="1", quote="data-source=1")
    assert (moved.takeaways, moved.sections) == (document.takeaways, document.sections)
    assert [(source.id, source.volume) for source in moved.sources] == [(7, "1"), (10, "")]


def test_ids_that_are_not_named_stay():
    assert walk.renumber_sources(full(), {99: 1}) == full()
