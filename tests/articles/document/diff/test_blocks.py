"""Bodies compared block by block and word by word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.document import walk
from articles.document.diff import Difference
from articles.document.diff.blocks import compare_bodies
from articles.document.diff.tree import read
from articles.document.diff.words import compare_words
from tests.articles.document.diff.telling import lines, runs_of, said, told
from tests.articles.document.making import mark

VOCABULARY = ["the", "gut", "may", ",", ".", "(", ")", "–", "and", "in", "70%", "CO2", "self-care", "<>&"]
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=9)
INLINE = st.builds(
    lambda words, tag, at: " ".join([*words[:at], f"<{tag}>", *words[at:], f"</{tag}>"]).replace(
        "<>&", "&lt;&gt;&amp;"
    ),
    WORDS,
    st.sampled_from(["strong", "em", "sub"]),
    st.integers(0, 9),
) | st.builds(lambda n: mark(n), st.integers(1, 3))
PARAGRAPH = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", st.sampled_from(["p", "h4"]), INLINE)
ITEMS = st.lists(INLINE.map(lambda text: f"<li>{text}</li>"), min_size=1, max_size=3).map("".join)
LIST = st.builds(lambda tag, items: f"<{tag}>{items}</{tag}>", st.sampled_from(["ul", "ol"]), ITEMS)
ROWS = st.lists(
    st.lists(INLINE.map(lambda text: f"<td>{text}</td>"), min_size=1, max_size=3).map(
        lambda c: f"<tr>{''.join(c)}</tr>"
    ),
    min_size=1,
    max_size=3,
)
TABLE = ROWS.map(lambda rows: f"<table><tbody>{''.join(rows)}</tbody></table>")
QUOTE = PARAGRAPH.map(lambda text: f"<blockquote>{text}</blockquote>")
BODIES = st.lists(PARAGRAPH | LIST | TABLE | QUOTE, max_size=5).map("".join)


def plain_lines(html):
    return lines(compare_bodies(html, html), Difference.REMOVED)


def shown(old, new):
    return [(run.difference.value, said(run)) for run in runs_of(compare_bodies(old, new)) if run.difference != "same"]


@given(BODIES, BODIES)
@settings(max_examples=200, deadline=None)
def test_both_bodies_can_be_read_back(old, new):
    blocks = compare_bodies(old, new)
    assert lines(blocks, Difference.REMOVED) == plain_lines(new)
    assert lines(blocks, Difference.ADDED) == plain_lines(old)


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_plain_texts_can_be_read_back(old, new):
    runs = compare_words(old, new)
    assert told(runs, Difference.REMOVED).split() == new.split()
    assert told(runs, Difference.ADDED).split() == old.split()


@given(BODIES)
@settings(max_examples=100, deadline=None)
def test_reading_a_body_loses_no_word(html):
    words = "".join("".join(token.word for token in element_tokens(element)) for element in read(html))
    assert words == "".join(walk.text_of(html).split())


def element_tokens(element):
    return [*element.tokens, *(token for child in element.children for token in element_tokens(child))]


def test_one_word_in_a_paragraph():
    assert shown("<p>An imbalance can weaken the barrier.</p>", "<p>An imbalance may weaken the barrier.</p>") == [
        ("removed", "can"),
        ("added", "may"),
    ]


def test_a_stop_after_a_mark_stands_close():
    assert plain_lines(f"<p>It may help {mark(3)}. Then rest {mark(4)} more.</p>") == [
        " It may help[3]. Then rest[4] more."
    ]


def test_a_full_stop_alone():
    assert shown("<p>It weakens, then heals.</p>", "<p>It weakens; then heals.</p>") == [
        ("removed", ","),
        ("added", ";"),
    ]


def test_a_lone_small_word_between_two_changes_joins_them():
    assert shown("<p>Take plenty of it daily.</p>", "<p>Take little or of them daily.</p>") == [
        ("removed", "plenty of it"),
        ("added", "little or of them"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("a <strong>b</strong> c", "a b c", "no longer bold"),
        ("a b c", "a <em>b</em> c", "now italic"),
        ("CO2", "CO<sub>2</sub>", ""),
        (
            'a <a href="https://a.example/">b</a>',
            'a <a href="https://b.example/">b</a>',
            "link now leads to https://b.example/, before to https://a.example/",
        ),
        (mark(3, locator="p. 2"), mark(3, locator="p. 3"), "place: “p. 3”, before: “p. 2”"),
        (mark(3), mark(3, quote="x &amp; y"), "quote: “x & y”, before: none"),
    ],
)
def test_formatting_links_and_details_of_a_mark_show(old, new, note):
    runs = runs_of(compare_bodies(f"<p>{old}</p>", f"<p>{new}</p>"))
    if note:
        assert [run.note for run in runs if run.difference == "changed"] == [note]
    else:
        assert {run.difference.value for run in runs} == {"removed", "added"}


def test_an_item_added_to_a_list_leaves_the_others():
    assert shown("<ul><li>Blue</li><li>Red</li></ul>", "<ul><li>Blue</li><li>Green light</li><li>Red</li></ul>") == [
        ("added", "Green light")
    ]


def test_a_cell_changes_in_its_row():
    row = "<table><tbody><tr><td>1</td><td>{}</td></tr></tbody></table>"
    assert shown(row.format(2), row.format(3)) == [("removed", "2"), ("added", "3")]


def test_a_row_that_went():
    rows = "<tr><td>Oats</td><td>10 g</td></tr>", "<tr><td>Peas</td><td>5 g</td></tr>"
    old, new = (f"<table><tbody>{text}</tbody></table>" for text in ("".join(rows), rows[1]))
    assert shown(old, new) == [("removed", "Oats"), ("removed", "10 g")]


def test_a_list_that_gets_numbers_says_so():
    (block,) = compare_bodies("<ul><li>One</li></ul>", '<ol start="3"><li>One</li></ol>')
    assert block.note == "was a list with bullets, now a numbered list; start: 3, before: none"
    assert shown("<ul><li>One</li></ul>", "<ol><li>One</li></ol>") == []


def test_a_paragraph_that_became_a_heading_says_so():
    (block,) = compare_bodies("<p>Light and sleep</p>", "<h4>Light and sleep</h4>")
    assert block.note == "was a paragraph, now a small heading"


def test_nested_lists_are_compared_inside():
    old = "<ul><li>Food<ul><li>Oats</li><li>Peas</li></ul></li></ul>"
    assert shown(old, old.replace("Peas", "Beans")) == [("removed", "Peas"), ("added", "Beans")]


@pytest.mark.parametrize(
    "html",
    ["<p>open", "</p>shut", "<li>alone</li>", "<p><b>other</b> <script>x</script></p>", "a < b > c", "<p" * 50,
     "<ul><li>" * 300 + "deep" + "</li></ul>" * 300, "<strong><p>a</strong> b</p>"],
)  # fmt: skip
def test_html_that_no_cleaner_wrote_is_read_all_the_same(html):
    assert lines(compare_bodies("", html), Difference.REMOVED) == plain_lines(html)
    assert plain_lines(html)
