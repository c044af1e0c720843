"""Bodies are printed with their marks, and nothing outside the vocabulary survives as a tag."""

import pytest

from articles.publishing.rendering.body import inline, printed
from articles.publishing.rendering.tags import is_safe_address

MARK = '<cite-ref data-source="1"></cite-ref>'


def show(place, group, marks):
    """A printer that names what it was given."""
    return f"[{place} {group} {marks.count('<cite-ref')}]", f"(pop {group})"


def test_a_mark_is_joined_to_the_word_before_and_opens_after_its_paragraph():
    assert printed(f"<p>Ash {MARK}. Birch.</p><p>Elm.</p>", "s", show) == (
        "<p>Ash&nbsp;[s 1 1]. Birch.</p>(pop 1)<p>Elm.</p>"
    )


def test_marks_with_only_space_between_are_one_group():
    assert printed(f"<p>Ash {MARK} {MARK}, oak{MARK}</p>", "s", show) == (
        "<p>Ash&nbsp;[s 1 2], oak&nbsp;[s 2 1]</p>(pop 1)(pop 2)"
    )


def test_what_opens_from_a_nested_list_follows_the_whole_list():
    assert printed(f"<ul><li>Ash<ul><li>Oak {MARK}</li></ul></li></ul><p>Elm</p>", "s", show) == (
        "<ul><li>Ash<ul><li>Oak&nbsp;[s 1 1]</li></ul></li></ul>(pop 1)<p>Elm</p>"
    )


def test_a_table_scrolls_in_its_own_box_and_what_opens_stands_outside():
    html = printed(f"<table><tbody><tr><td>Ash {MARK}</td></tr></tbody></table>", "s", show)
    assert html.startswith('<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>')
    assert html.endswith("</table></div>(pop 1)")


def test_an_inline_text_keeps_what_opens_apart():
    assert inline(f"Ash {MARK} and oak.", "standfirst", show) == ("Ash&nbsp;[standfirst 1 1] and oak.", "(pop 1)")


def test_bare_text_is_printed_with_its_marks():
    assert printed(f"Ash {MARK}", "s", show) == "Ash&nbsp;[s 1 1](pop 1)"


def test_subheadings_take_the_level_that_they_are_given():
    assert printed("<h4>Oak</h4><p>Elm</p>", "s", show, subheading="h3") == "<h3>Oak</h3><p>Elm</p>"


def test_a_quote_in_a_mark_may_hold_angle_brackets():
    mark = '<cite-ref data-source="1" data-quote="a &lt;p&gt; b > c"></cite-ref>'
    assert printed(f"<p>Ash {mark}</p>", "s", show) == "<p>Ash&nbsp;[s 1 1]</p>(pop 1)"


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("<p onclick=x>y</p>", "&lt;p onclick=x&gt;y"),
        ('<p onclick="x">y</p>', "<p>y</p>"),
        ("<p>a < b > c</p>", "<p>a &lt; b &gt; c</p>"),
        ("</section></p>", "&lt;/section&gt;"),
        ('<a href="javascript:x">y</a>', "<a>y</a>"),
        ('<a href="/x" title="y">z</a>', '<a href="/x">z</a>'),
        ('<img src="x">', "&lt;img src=&quot;x&quot;&gt;"),
        ("<P>y</P>", "&lt;P&gt;y&lt;/P&gt;"),
        ("</table>", ""),
    ],
)
def test_what_the_vocabulary_does_not_hold_is_shown_as_text(dirty, shown):
    assert printed(dirty, "s", show) == shown


@pytest.mark.parametrize(
    "address", ["/x/", "#x", "x.html", "https://a.example/b:c", "mailto:a@b.example", "tel:+441", "?a=b:c"]
)
def test_these_addresses_are_safe(address):
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "JaVaScRiPt:x",
        "java\nscript:x",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "x\u200by:z",
        "java\tscript:x",
        "1javascript:x",
    ],
)
def test_these_are_not(address):
    assert not is_safe_address(address)


def test_long_runs_of_space_are_read_in_linear_time():
    assert len(printed(f"<p>{' ' * 200_000}{MARK}</p>", "s", show)) > 199_000
