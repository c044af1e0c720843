"""The demonstration is written as the house asks others to write (H20–H28, requirements §4)."""

import re

import pytest

from articles.document import walk
from articles.management.demo.content import article_files
from articles.management.demo.files import PICTURES
from articles.management.demo.markup import cited, keys

FILES = article_files()
PUBLIC = [name for name, file in FILES.items() if file.story.state != "draft"]
_NEVER = re.compile(
    r"\b(boost\w*|detox\w*|superfoods?|leaky|wipe out|miracle|cure[sd]?|strengthen\w*|click here|mcg|stools?)\b|μg",
    re.I,
)
_US = re.compile(r"\b(fiber|optimiz\w+|flavor\w*|behavioral|pediatric|diarrhea|anemia|tumor)\b", re.I)


@pytest.fixture(params=FILES)
def file(request):
    return FILES[request.param]


def plain(html: str) -> str:
    return cited(html, dict.fromkeys(keys(html), 1))


def sentences(file):
    """Every sentence that a reader reads, marks taken out."""
    for text in (file.standfirst, file.contributor_note, *file.takeaways, *(s.body for s in file.sections)):
        for _tag, words in walk.blocks(plain(text)):
            yield from re.split(r"(?<=[.!?])\s+", words)


def test_sentences_are_short(file):
    assert [sentence for sentence in sentences(file) if len(sentence.split()) > 20] == []


def test_paragraphs_and_lists_are_short(file):
    for section in file.sections:
        for paragraph in re.findall(r"<p>(.*?)</p>", section.body, re.S):
            assert len(re.findall(r"[.!?](?:\s|$)", walk.text_of(plain(paragraph)))) <= 3, paragraph
        for items in re.findall(r"<[uo]l>(.*?)</[uo]l>", section.body, re.S):
            assert items.count("<li>") <= 6, section.heading


def test_titles_and_headings_are_short_and_in_sentence_case(file):
    assert len(file.title) <= 65
    known = {"CBT", "CBT-I", "GP", "G6PD", "NHS", "A&E", "C", "Vivere", "I"}
    for heading in (file.title, *(section.heading for section in file.sections)):
        assert not heading.endswith(("?", "."))
        later = re.findall(r"[\w&-]+", heading)[1:]
        assert [word for word in later if word[0].isupper() and word not in known] == [], heading


def test_words_that_promise_or_frighten_are_absent(file):
    text = " ".join(sentences(file))
    # Hepatitis C is the one thing that a page says can be cured: by other medicines.
    assert [m[0] for m in _NEVER.finditer(text) if m[0] != "cure" or "hepatitis C" not in text] == []
    assert _US.findall(text) == []
    assert not re.search("[“”‘’]", text)


def test_each_article_has_the_parts_that_the_house_asks_for(file):
    kinds = [section.kind for section in file.sections]
    assert 4 <= len(file.takeaways) <= 6
    assert sum(section.level == 2 and section.kind == "prose" for section in file.sections) >= 4
    assert "care" in kinds
    assert "disclaimer" in kinds
    assert 60 <= len(file.description) <= 160
    assert any("not know" in section.heading for section in file.sections)


def test_a_promotion_stands_last_and_makes_the_page_commercial(file):
    kinds = [section.kind for section in file.sections]
    assert ("promotion" in kinds) == (file.commercial == "commercial")
    assert "promotion" not in kinds[:-1]


def test_every_takeaway_that_states_a_fact_cites_a_source_of_a_section(file):
    in_sections = {key for section in file.sections for key in keys(section.body)}
    for takeaway in file.takeaways:
        assert set(keys(takeaway)) <= in_sections, takeaway
    assert sum(bool(keys(takeaway)) for takeaway in file.takeaways) >= 3


def test_pictures_are_light_and_each_has_a_decision_about_its_alt_text(file):
    assert (PICTURES / file.picture.file).stat().st_size <= 60 * 1024
    assert bool(file.picture.alt) != file.picture.decorative


def test_all_pictures_together_are_light():
    assert sum(path.stat().st_size for path in PICTURES.glob("*.webp")) <= 600 * 1024


def test_among_the_public_ones_are_a_quote_a_table_a_promotion_and_a_callout():
    bodies = [section for name in PUBLIC for section in FILES[name].sections]
    assert {"quote", "promotion", "callout"} <= {section.kind for section in bodies}
    assert any("<table>" in section.body for section in bodies)
    assert {"non-urgent", "urgent", "emergency"} <= {section.care for section in bodies}
