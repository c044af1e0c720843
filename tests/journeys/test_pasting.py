"""Texts pasted from Word and Google Docs in a real browser: the structure stays, the clutter goes."""

import re

import pytest

from tests.articles.conftest import article, document, sources, topic
from tests.journeys.test_writing import desk, editing, paste, saved, value, write_in

__all__ = ["article", "desk", "document", "editing", "sources", "topic"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PASTED = {
    "word lists": (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>One</p>"
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Under</p>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Two"
        "<o:p></o:p></p>",
        "<ol><li>One<ul><li>Under</li></ul></li><li>Two</li></ol>",
    ),
    "google docs": (
        "<b id='docs-internal-guid-1' style='font-weight:normal'><ul><li>One</li><ul><li>Under</li></ul></ul>"
        "<p><span style='font-weight:700'>Bold</span><span style='font-weight:400'> plain</span></p></b>",
        "<ul><li>One<ul><li>Under</li></ul></li></ul><p><strong>Bold</strong> plain</p>",
    ),
    "footnotes": (
        "<p class=MsoNormal style='mso-pagination:none'>Words<a href='#_ftn1'><span>[1]</span></a> "
        "<a href='https://www.nhs.uk/'>NHS</a></p><p><a href='#_ftnref1'>[1]</a> The note</p>",
        '<p>Words[1] <a href="https://www.nhs.uk/">NHS</a></p><p>[1] The note</p>',
    ),
    "hostile": (
        "<p onclick='x()'>a<script>x()</script><img src=x onerror=x()><a href='javascript:x()'>b</a></p><h1>Top</h1>",
        "<p>ab</p><h4>Top</h4>",
    ),
}


@pytest.mark.parametrize("case", PASTED)
def test_what_is_pasted_from_elsewhere_becomes_clean_text(case, article, editing):
    html, expected = PASTED[case]
    article.sections.filter(position=2).update(body="")
    page = editing()
    write_in(page, "section.s3.body")
    paste(page, html)
    assert value(page, "section.s3.body") == expected
    saved(page)
    assert article.sections.get(position=2).body == expected


def test_files_of_word_and_google_docs_keep_their_structure(shared, article, editing):
    page = editing()
    found = {}
    for file in sorted((shared / "data/01_articles/office_html").glob("*.html")):
        write_in(page, "section.s3.body")
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        paste(page, file.read_text(errors="replace"))
        found[file.name] = value(page, "section.s3.body")
    assert len(found) == 9
    assert not [name for name, html in found.items() if re.search(r"mso|style=|class=|<span|<o:p", html)]
    assert "<li>A<ol><li>1</li></ol></li>" in next(html for name, html in found.items() if "mixed-list" in name)
    assert next(html for name, html in found.items() if "footnote" in name).startswith("<p>Test with footnote[1].</p>")
    assert next(html for name, html in found.items() if "table" in name).count("<td>") == 12
