"""The cleaner: a vocabulary, marks that keep nothing inside, no blank elements, stable, linear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.editing.clean import body, inline
from vivere.lib import tidy
from vivere.lib.html import one_line

CITE = '<cite-ref data-source="7"></cite-ref>'

BODIES = {
    "text keeps its words": ("a < b & c", "a &lt; b &amp; c"),
    "bold is strong": ("<p><B>x</B> <i>y</i></p>", "<p><strong>x</strong> <em>y</em></p>"),
    "small headings are h4": ("<h6>y</h6>", "<h4>y</h4>"),
    "a div leaves its words apart": ("<div>a</div><div>b</div>", "a b"),
    "a large heading leaves its words apart": ("<h2>a</h2>b", "a b"),
    "a mark stays": (f"<p>a{CITE}</p>", f"<p>a{CITE}</p>"),
    "what a mark holds goes": ('<p>a<cite-ref data-source="7">[3]</cite-ref> b</p>', f"<p>a{CITE} b</p>"),
    "a mark in a mark goes": (
        '<p>a<cite-ref data-source="7">x<cite-ref data-source="8">y</cite-ref>z</cite-ref>b</p>',
        f"<p>a{CITE}b</p>",
    ),
    "a mark closed by a slash ends there": ('<p>a<cite-ref data-source="7"/> b</p>', f"<p>a{CITE} b</p>"),
    "a mark of nothing leaves its words": ("<p><cite-ref>a</cite-ref></p>", "<p>a</p>"),
    "a mark of no number leaves its words": ('<cite-ref data-source="x">a</cite-ref>', "a"),
    "a mark of a huge number goes": (f'a<cite-ref data-source="{"9" * 19}"></cite-ref>', "a"),
    "a quote that looks like a source is none": ('<cite-ref data-quote=" data-source=">a</cite-ref>', "a"),
    "a quote keeps its signs": (
        '<cite-ref data-source="7" data-quote="a > &quot;b&quot; < c"></cite-ref>',
        '<cite-ref data-source="7" data-quote="a &gt; &quot;b&quot; &lt; c"></cite-ref>',
    ),
    "a foreign attribute goes": ('<p class="x" id="y" style="z" onclick="go()">a</p>', "<p>a</p>"),
    "blank paragraphs go": ("<p>a</p><p>&nbsp;</p><p><br></p><p><em> </em></p>", "<p>a</p>"),
    "blank emphasis keeps its space": ("<p>a<em> </em>b</p>", "<p>a b</p>"),
    "lists of nothing go": ("<ul><li></li><li><em></em></li></ul>", ""),
    "cells of nothing stay": (
        "<table><tr><td></td></tr></table>",
        "<table><tbody><tr><td></td></tr></tbody></table>",
    ),
    "page breaks part words": ("<p>a\x0cb&#x0b;c</p>", "<p>a b c</p>"),
    "controls go": ("<p>a\x00\x07\ufeff\ud800b&#xFFFE;</p>", "<p>ab</p>"),
    "line ends are one kind": ("a\r\nb\rc", "a\nb\nc"),
    "scripts go with their content": ("a<script>go()</script><style>b{}</style>c", "ac"),
    "comments go": ("a<!-- <p>b</p> -->c", "ac"),
    "script addresses go": ('<a href="JaVa\tScript:go()">a</a>', "<a>a</a>"),
    "data addresses go": ('<a href="data:text/html,b">a</a>', "<a>a</a>"),
    "web addresses stay": ('<a href="https://health.example/?a=1&b=2">a</a>', None),
    "spans of cells stay": ("<table><tr><td colspan=2 rowspan=x>a</td></tr></table>", None),
}
BODIES["web addresses stay"] = (BODIES["web addresses stay"][0], BODIES["web addresses stay"][0].replace("&", "&amp;"))
BODIES["spans of cells stay"] = (
    BODIES["spans of cells stay"][0],
    '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
)


@pytest.mark.parametrize(("given_html", "wanted"), BODIES.values(), ids=BODIES)
def test_a_body(given_html, wanted):
    assert body(given_html) == wanted


@pytest.mark.parametrize(
    ("given_html", "wanted"),
    [
        ("<p>a</p><p>b</p>", "a b"),
        ("<ul><li>a<li>b</ul>", "a b"),
        (f"<p>a{CITE} <strong>b</strong></p>", f"a{CITE} <strong>b</strong>"),
        ("a<br>b", "a<br>b"),
    ],
)
def test_an_inline_text_has_no_blocks_and_loses_no_word(given_html, wanted):
    assert inline(given_html) == wanted


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<ul>", "<ol start=3>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</table>"),
        *("<em>", "</em>", "<strong>", "</strong>", '<a href="x">', "</a>", "<blockquote>", "</blockquote>", "<h4>"),
        *('<cite-ref data-source="7">', "<cite-ref>", "</cite-ref>", '<cite-ref data-source="8"/>', "<br>", "</br>"),
        *("<div>", "</div>", "<svg>", "<math>", "<select>", "<button>", "<b>", "<i>", "<caption>", "<thead>", "<form>"),
        *("a", " ", "b c", "&nbsp;", "\u00a0", "&amp;", "&lt;p>", "<", ">", "\n", "é", "<!--", "-->", '"', "<p "),
    ]
)
HTML = st.lists(PIECES, max_size=25).map("".join)


@given(HTML)
@settings(max_examples=400)
def test_cleaning_twice_changes_nothing(html):
    for clean in (body, inline):
        once = clean(html)
        assert clean(once) == once


@given(HTML)
@settings(max_examples=200)
def test_every_mark_is_a_whole_mark(html):
    cleaned = body(html)
    assert cleaned.count("<cite-ref") == cleaned.count("</cite-ref>") == cleaned.count('"></cite-ref>')


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_line_holds_no_control_character_and_loses_no_letter(text):
    line = one_line(text)
    assert [c for c in line if c.isalnum()] == [c for c in text if c.isalnum()]
    assert not any(c in line for c in "\x00\x0b\x0c\n\r\t\x1b\x85\u2028")
    assert one_line(line) == line


# Each of these once took a parser or a pattern quadratic or exponential time; n is their length.
LONG = {
    "unclosed blocks": lambda n: "<div>" * n,
    "unclosed emphasis": lambda n: "<em>" * n,
    "nested blank emphasis": lambda n: "<em>" * n + "</em>" * n,
    "emphasis opened again in each paragraph": lambda n: (
        "<p>" + "".join(f"<em id=a{i}>" for i in range(n)) + "</p>" + "<p>x</p>" * n
    ),
    "lists in lists": lambda n: "<ul><li><p>" * n,
    "unclosed tags": lambda n: "<p " * n,
    "unclosed attributes": lambda n: '<p title="' * n,
    "tags inside an address": lambda n: '<a href="https://x/' + "<p " * n + '">x</a>',
    "blank runs": lambda n: "<p>" + "&nbsp;\u00a0 <br>" * n + "x</p>",
    "unclosed marks": lambda n: '<cite-ref data-source="1">' * n,
    "unclosed comments": lambda n: "<!--" * n,
    "closing tags hidden in attributes": lambda n: '<div a="</div>"><p>' * n,
}


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_a_long_hostile_text_comes_out_and_does_not_swell(make):
    html = make(10_000)
    assert len(body(html)) <= 3 * len(html)
    assert len(inline(html)) <= 3 * len(html)


@pytest.mark.parametrize(("tag", "limit"), [("div", tidy.DEPTH), ("ul", tidy.DEPTH), ("em", tidy.REOPENED_DEPTH)])
def test_deep_nesting_is_cut(tag, limit):
    ready = tidy.shallow(f"<{tag}>x" * 1000, kept=frozenset({tag}), same_as={}, empty="cite-ref")
    assert ready.count(f"<{tag}>") == limit
    assert ready.count("x") == 1000


def test_closed_elements_are_never_cut():
    html = "<ul>" + "<li><em>x</em></li>" * 5000 + "</ul>"
    assert body(html) == html


def test_beyond_all_measure_only_words_are_kept():
    cleaned = body('<div a="</div>">x &amp; ' * (tidy.MAY_NEST + 1))
    assert "<" not in cleaned
    assert cleaned.count("x") == tidy.MAY_NEST + 1
