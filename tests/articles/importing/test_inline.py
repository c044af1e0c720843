"""Stretches of text → inline HTML."""

import pytest

from articles.importing.inline import Inline
from articles.importing.listing import Entry, SourceList
from articles.importing.marks import Citations

LISTS = [SourceList(0, "Sources", tuple(Entry(n, f"Work {n}") for n in range(1, 20)))]


def inline(*, markdown=True, base=""):
    return Inline(markdown=markdown, citations=Citations.of(LISTS), base=base)


def mark(*numbers):
    return "".join(f'<cite-ref data-source="{n}"></cite-ref>' for n in numbers)


@pytest.mark.parametrize("text", ["a [2] [3].", "a [2,3].", "a [2][3].", "a [2-3]."])
def test_adjacent_citations_are_written_as_adjacent_marks(text):
    assert inline(markdown=False).html(text, 0) == f"a {mark(2, 3)}."


def test_other_brackets_between_citations_stay_words():
    assert inline(markdown=False).html("said [sic] so [1] [a] [2]", 0) == f"said [sic] so {mark(1)} [a] {mark(2)}"
    assert inline(markdown=False).html("in [2019] [4] too", 0) == f"in [2019] {mark(4)} too"


def test_plain_text_is_escaped_and_nothing_in_it_is_syntax():
    text = "5 < 6 & **not bold** _nor_ [link](https://e.org) &amp;"
    assert inline(markdown=False).html(text, 0) == ("5 &lt; 6 &amp; **not bold** _nor_ [link](https://e.org) &amp;amp;")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**b** and *e* and __b__ and _e_", "<strong>b</strong> and <em>e</em> and <strong>b</strong> and <em>e</em>"),
        ("***both***", "<em><strong>both</strong></em>"),
        ("**b *e* b**", "<strong>b <em>e</em> b</strong>"),
        ("2 * 3 * 4 snake_case_name", "2 * 3 * 4 snake_case_name"),
        (r"\*no\* \[1\]", "*no* [1]"),
        ("`a *b* [1]`", "a *b* [1]"),
        ("H<sub>2</sub>O &nbsp;&eacute;&lt;", "H<sub>2</sub>O \u00a0é&lt;"),
        ("<u>x</u>", "&lt;u&gt;x&lt;/u&gt;"),
        ("[t](https://e.org/a_b_c)", '<a href="https://e.org/a_b_c">t</a>'),
        ("[*t*](https://e.org)", '<a href="https://e.org"><em>t</em></a>'),
        ("**[t](https://e.org)**", '<strong><a href="https://e.org">t</a></strong>'),
        ("<https://e.org>", '<a href="https://e.org">https://e.org</a>'),
        ("[`c`](https://e.org)", '<a href="https://e.org">c</a>'),
        ("[t](javascript:alert)", "t"),
    ],
)
def test_markdown_becomes_the_vocabulary(text, html):
    assert inline().html(text, 0) == html


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a.[[1](#cit/section_1.1)]", (1,)),
        ("a.[[2](#cit/s_1.2),[3](#cit/s_1.3)]", (2, 3)),
        ("a.[[14](#cit/s_1.14)-[16](#cit/s_1.16)]", (14, 15, 16)),
        ("a.[4](#ref-4)", (4,)),
        ("a.[^5]", (5,)),
    ],
)
def test_linked_citations_and_footnotes_are_citations(text, numbers):
    assert inline().html(text, 0) == f"a.{mark(*numbers)}"


def test_relative_links_lead_where_the_text_came_from_or_become_words():
    assert inline(base="https://e.org/a/b").html("[t](/c)", 0) == '<a href="https://e.org/c">t</a>'
    alone = inline()
    assert alone.html("[t](/c) [u](#top)", 0) == "t u"
    assert alone.dropped == ["/c", "#top"]


def test_pictures_leave_their_description_and_are_reported():
    found = inline()
    assert found.html("![A park](park.jpg) ![](dot.png)", 0) == "Picture: A park "
    assert found.pictures == ["park.jpg", "dot.png"]


def test_bare_words_have_no_syntax_but_keep_their_brackets():
    assert inline().bare("**A** [t](https://e.org) &amp; *b* [1]") == "A t & b [1]"
    assert inline(markdown=False).bare("**A**  b") == "**A** b"
