"""A comparison as HTML: it can be read back both ways, says itself in words, and lets nothing in."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from articles.document import walk
from articles.document.diff import compare
from articles.document.nodes import CareLevel, Document, Kind, Name, Person, Role, Section, SourceRecord, Takeaway
from articles.document.vocabulary import BODY, CITE
from articles.publishing.comparing.shown import show
from tests.articles.document.diff.test_blocks import BODIES
from tests.articles.document.making import DOCUMENTS, changes, full, mark

OURS = {"div", "ins", "del", "span", "h3", "h4", "h5", "dl", "dt", "dd", "figure", "figcaption", "blockquote", "cite"}
WRIGHT = SourceRecord(id=11, title="Light", authors=(Name(family="Wright", given="K P"),), issued="2021-08")


def shown(old, new, names=None):
    return show(compare(old, new), names or {})


def html_of(old, new, names=None):
    page = shown(old, new, names)
    return "".join(part.html for group in (page.text, *page.lists) for part in group.parts)


def text_of_page(old, new):
    return "".join(part.html for part in shown(old, new).text.parts)


def body(text, **more):
    return Document(sections=(Section(heading="Why", body=text, **more),))


def words(html, without, dropped="note"):
    """The words of the page without one of `ins` and `del`, without what is said about the words."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    for element in root.xpath(f"//{without} | //*[@class='vh' or @class='note' or @class='{dropped}']"):
        element.drop_tree()
    blocks = {"p", "h3", "h4", "h5", "li", "td", "th", "div", "blockquote", "br"}
    for element in root.iter():
        if element.tag in blocks:
            element.tail = f" {element.tail or ''}"
            element.text = f" {element.text or ''}"
    return " ".join(root.text_content().split())


@given(BODIES, BODIES)
@settings(max_examples=200, deadline=None)
def test_without_what_went_it_reads_as_the_new_text_without_what_came_as_the_old(old, new):
    html = text_of_page(body(old), body(new))
    for text, without in ((new, "del"), (old, "ins")):
        assert words(html, without) == words(text_of_page(body(text), body(text)), without)
        assert "".join(words(html, without, "cite").split()) == "".join(f"Why{walk.text_of(text)}".split())


@given(BODIES, BODIES)
@settings(max_examples=100, deadline=None)
def test_the_page_never_breaks(old, new):
    """Every tag is closed where it belongs: an XML parser, which forgives nothing, reads it too."""
    html = html_of(body(old), body(new)).replace("&nbsp;", " ").replace("<br>", "<br/>")
    root = lxml_html.etree.fromstring(f"<div>{html}</div>")
    for change in root.iter("ins", "del"):
        assert change.getparent().tag in {"p", "h3", "h4", "h5", "li", "td", "th", "blockquote", "caption", "dd"}
        assert {each.tag for each in change.iter()} <= {"ins", "del", "span", "strong", "em", "sub", "sup", "a", "br"}


@given(DOCUMENTS, DOCUMENTS)
@settings(max_examples=100, deadline=None)
def test_nothing_but_the_vocabulary_comes_out(old, new):
    for element in lxml_html.fragment_fromstring(html_of(old, new), create_parent="div").iter():
        assert element.tag in (BODY - {CITE}) | OURS
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
        assert "javascript:" not in element.get("href", "")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '"><svg onload=alert(1)>',
        '<a href="javascript:alert(1)">x</a>',
        "<ins><del></ins></p></div></section>",
        "</details><iframe>",
        '<p class="x" onclick="y">z</p>',
    ],
)
def test_hostile_text_comes_out_as_words(hostile):
    bad = Document(
        title=hostile,
        standfirst=hostile,
        takeaways=(Takeaway(body=hostile),),
        sections=(
            Section(heading=hostile, body=hostile),
            Section(kind=Kind.CARE, care_level=CareLevel.URGENT, heading=hostile, body=f"<p>{hostile}</p>"),
            Section(kind=Kind.QUOTE, body=f"<p>a{mark(3, locator=hostile.replace(chr(34), '&quot;'))}</p>", speaker=3),
        ),
        sources=(SourceRecord(id=3, title=hostile, authors=(Name(literal=hostile),), url=hostile),),
        people=(Person(role=Role.QUOTED, profile=3, name=hostile, interests=hostile),),
        topics=(hostile,),
    )
    for old, new in ((Document(), bad), (bad, Document()), (bad, bad)):
        for element in lxml_html.fragment_fromstring(html_of(old, new, {3: hostile}), create_parent="div").iter():
            assert element.tag in (BODY - {CITE}) | OURS
            assert set(element.attrib) <= {"class", "href", "role", "aria-label", "tabindex"}
            assert "javascript" not in element.get("href", "")


def test_changes_are_said_in_words_too():
    html = html_of(body("<p>It can help.</p>"), body("<p>It may help.</p>"))
    assert '<del><span class="vh">removed: </span>can</del> <ins><span class="vh">added: </span>may</ins>' in html


def test_a_changed_citation_shows_both_sources_by_author_and_year():
    other = replace(WRIGHT, id=12, authors=(Name(literal="Sleep Group"),), issued="2024")
    old, new = (replace(body(f"<p>So it is{mark(n)}.</p>"), sources=(WRIGHT, other)) for n in (11, 12))
    html = html_of(old, new)
    assert '<span class="vh">removed: </span><span class="cite">[Wright 2021]</span></del>' in html
    assert '<span class="vh">added: </span>&nbsp;<span class="cite">[Sleep Group 2024]</span></ins>' in html


def test_other_formatting_is_said_beside_the_words():
    html = html_of(body("<p>A <strong>dark</strong> room.</p>"), body("<p>A dark room.</p>"))
    assert '<span class="restyled">dark <span class="note">[no longer bold]</span></span> room' in html


def test_a_moved_section_says_from_where():
    one, two, three = (
        Section(heading=name, body=f"<p>{name} has words of its own, {name}.</p>") for name in ("Light", "Naps", "Food")
    )
    page = shown(Document(sections=(one, two, three)), Document(sections=(three, one, two)))
    assert [(part.name, part.outcome) for part in page.changes] == [("Section 1: Food", "Moved from after “Naps”")]
    assert page.summary == "1 part changed."


def test_a_source_lists_the_fields_that_changed():
    html = html_of(Document(sources=(WRIGHT,)), Document(sources=(replace(WRIGHT, doi="10.1/x", issued="2022"),)))
    assert "<dt>Published</dt><dd><del>" in html
    assert "<dt>DOI</dt><dd><ins>" in html


def test_a_speaker_is_named_not_numbered():
    old = body("<p>I slept.</p>", kind=Kind.QUOTE, speaker=4)
    html = html_of(old, body("<p>I slept.</p>", kind=Kind.QUOTE, speaker=5), {4: "Sam Sleeper", 5: "Ann Awake"})
    assert "removed: </span>Sam Sleeper</del>" in html
    assert "<figcaption>Ann Awake</figcaption>" in html


def test_a_care_card_keeps_its_level_in_words():
    card = body("<p>Call 999.</p>", kind=Kind.CARE, care_level=CareLevel.EMERGENCY)
    assert "<span>Immediate action required</span> Why" in html_of(card, card)


def test_a_difference_that_cannot_be_shown_is_said():
    page = shown(body("<p>a</p>"), body("<p>a</p> "))
    assert "Only white space or mark-up" in page.changes[0].html


@pytest.mark.parametrize(("where", "changed"), list(changes(full())), ids=lambda value: str(value)[:40])
def test_every_small_change_stands_on_the_page(where, changed):
    page = shown(full(), changed)
    assert page.changes, where
    signs = ("<ins>", "<del>", 'class="note"')
    assert all(any(sign in part.html for sign in signs) or part.outcome != "Changed" for part in page.changes), where


def test_the_same_text_has_nothing_to_show():
    page = shown(full(), full())
    assert (page.changes, page.summary) == ((), "The two texts say the same.")
    assert (len(page.text.same), page.text.changes) == (13, ())


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_any_title_is_read_back(title):
    html = text_of_page(Document(title="Sleep well"), Document(title=title))
    document = Document(title=title)
    assert "".join(words(html, "del").split()) == "".join(document.title.split())
