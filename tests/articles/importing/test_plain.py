"""Whole texts: an article of our own, the example article, and every real text beside the checkout."""

import json
from datetime import date

import pytest

from articles.document import walk
from articles.document.nodes import Commercial, Kind, Role
from articles.importing.plain import draft
from articles.importing.read import ImportFailed, read
from tests.articles.importing.making import EXAMPLE, drawn, outline

SEED = {
    "title_len": 75,
    "takeaways": 5,
    "main_sections": 9,
    "subsections": 9,
    "markers": 32,
    "distinct": 32,
    "groups": 17,
    "entries": 15,
    "missing": (1, 2, 3, 6, 11, 12, 13, 15, 17, 20, 22, 23, 26, 27, 29, 30, 31),
    "uncited": (),
    "groups_ok": 5,
    "groups_partial": 6,
    "groups_none": 6,
}


def counted(found):
    return {name: getattr(found.report, name) for name in SEED}


def test_a_text_without_marked_headings_is_counted_like_the_example():
    assert counted(drawn(EXAMPLE)) == {
        "title_len": 60,
        "takeaways": 3,
        "main_sections": 6,
        "subsections": 3,
        "markers": 12,
        "distinct": 12,
        "groups": 8,
        "entries": 6,
        "missing": (2, 5, 6, 8, 10, 11),
        "uncited": (),
        "groups_ok": 2,
        "groups_partial": 3,
        "groups_none": 3,
    }


def test_its_outline_has_two_levels_and_parts_that_are_not_advice_stand_apart():
    assert outline(drawn(EXAMPLE)) == [
        (2, "prose", "What Daylight Does to the Body Clock"),
        (2, "prose", "Where to Walk on a Working Day"),
        (2, "prose", "Habits That Keep the Walk Going"),
        (3, "prose", "A fixed time"),
        (3, "prose", "Good shoes"),
        (3, "prose", "Vitamin D"),
        (3, "disclaimer", ""),
        (2, "prose", "Signs That You Sleep Too Little"),
        (2, "prose", "Small Steps for the First Week"),
        (2, "quote", "A Last Word from Maren"),
        (2, "promotion", ""),
    ]


def test_its_opening_is_split_into_standfirst_contributor_and_takeaways():
    found = drawn(EXAMPLE)
    document = found.document
    assert found.stated_date == date(2025, 3, 3)
    assert document.standfirst.startswith("A walk after lunch is a small thing.")
    assert document.contributor_note.startswith("The advice in this article is provided by")
    assert document.takeaways_lead == "Here are the {count} main takeaways about walking and sleep:"
    assert [item.body[:8] for item in document.takeaways] == ["Daylight", "A walk o", "Coffee l"]
    assert document.commercial == Commercial.COMMERCIAL


def test_lists_are_told_from_paragraphs_with_and_without_a_lead_in():
    bodies = {section.heading: section.body for section in drawn(EXAMPLE).document.sections}
    assert bodies["Where to Walk on a Working Day"].count("<li>") == 3
    signs = bodies["Signs That You Sleep Too Little"]
    assert signs.count("<li>") == 3
    assert signs.endswith("<p>If this goes on for weeks, ask for an appointment.</p>")
    assert bodies["Small Steps for the First Week"].count("<li>") == 4
    assert "<li>" not in bodies["What Daylight Does to the Body Clock"]


def test_its_people_have_every_role_that_the_text_gives_them_but_no_review():
    found = drawn(EXAMPLE)
    assert [(person.role, person.profile, person.name) for person in found.document.people] == [
        (Role.AUTHOR, 1, "Jonah Petrie"),
        (Role.CONTRIBUTOR, 2, "Maren Lindqvist"),
        (Role.QUOTED, 2, "Maren Lindqvist"),
    ]
    assert [(person.role, person.name) for person in found.report.people] == [
        ("author", "Jonah Petrie"),
        ("medical_reviewer", "Maren Lindqvist"),
        ("contributor", "Maren Lindqvist"),
        ("quoted", "Maren Lindqvist"),
    ]
    maren = found.people[1]
    assert (maren.post_nominals, maren.job_title) == ("MSc PT", "Head of Movement and Physiotherapist")
    assert len(maren.biography) == 2
    assert [(row.institution, row.award, row.year) for row in maren.education] == [
        ("University of Exampleton", "BSc Physiotherapy", 2011),
        ("Polytechnic of Sampleby", "MSc Rehabilitation", 2015),
    ]
    quote = next(section for section in found.document.sections if section.kind == Kind.QUOTE)
    assert quote.speaker == 2


def test_a_number_without_an_entry_becomes_an_empty_source_and_nothing_is_invented():
    sources = {source.id: source for source in drawn(EXAMPLE).document.sources}
    assert sorted(sources) == list(range(1, 13))
    assert (sources[1].title, sources[1].host) == ("Light and the human clock: a review", "PMC")
    empty = sources[2]
    assert not any(getattr(empty, name) for name in empty.__slots__ if name != "id")


def test_marks_stand_in_reading_order_and_adjacent_ones_share_a_group():
    marks = list(walk.marks(drawn(EXAMPLE).document))
    assert [mark.source for mark in marks] == list(range(1, 13))
    assert [mark.group for mark in marks if mark.place == "section:1"] == [1, 2, 2]


def test_no_word_of_our_example_is_lost():
    assert drawn(EXAMPLE).report.unplaced == ()


def test_one_article_has_an_end():
    with pytest.raises(ImportFailed, match="lines"):
        drawn("Title\n" + "x\n" * 50_001)
    with pytest.raises(ImportFailed, match="headings"):
        drawn("# Title\n" + "## Another\n" * 2001, markdown=True)
    with pytest.raises(ImportFailed, match="characters in one line"):
        drawn("Title\n\n" + "word " * 30_000)
    with pytest.raises(ImportFailed, match="people"):
        drawn("Title\n\n" + "".join(f"Author\nJane {chr(65 + n // 26)}x{chr(97 + n % 26)}\n" for n in range(60)))


def test_the_example_article_is_counted_as_its_analysis_says(shared):
    found = draft(read(shared / "seed/gut-immune-article.txt"))
    assert counted(found) == SEED
    assert found.report.unplaced == ()
    assert found.stated_date == date(2025, 8, 18)


def test_the_example_article_has_its_people_and_parts(shared):
    document = draft(read(shared / "seed/gut-immune-article.txt")).document
    assert [(person.role.value, person.name) for person in document.people] == [
        ("author", "Scott Weaver"),
        ("contributor", "Yusra Serdaroglu Aydin"),
        ("quoted", "Yusra Serdaroglu Aydin"),
    ]
    assert [section.kind for section in document.sections if section.kind != Kind.PROSE] == [
        Kind.DISCLAIMER,
        Kind.QUOTE,
        Kind.PROMOTION,
    ]
    assert "{count}" in document.takeaways_lead


NAMES = ("cam-hp-curcumin", "cam-hp-essiac", "cam-hp-vitamin-c", "side-effects-sleep-disorders-hp")


@pytest.mark.parametrize("name", NAMES)
def test_long_real_texts_have_the_citations_that_were_counted_for_them(shared, name):
    folder = shared / "data/01_articles/nci_pdq_txt_single_sources"
    report = draft(read(folder / f"{name}.txt")).report
    assert {
        "sources": report.entries,
        "marker_groups": report.groups,
        "distinct_cited": report.distinct,
        "uncited": list(report.uncited),
        "unresolved": len(report.missing),
    } == json.loads((folder / "truth.json").read_text())[name]


@pytest.mark.parametrize("name", ["cam-hp-curcumin", "cam-hp-vitamin-c", "side-effects-sleep-disorders-hp"])
@pytest.mark.parametrize("folder", ["nci_pdq_txt_derived/{}.txt", "nci_pdq_md/{}.md"])
def test_lists_that_restart_bind_each_citation_to_the_list_of_its_own_part(shared, name, folder):
    base = shared / "data/01_articles"
    whole = draft(read(base / f"nci_pdq_txt_single_sources/{name}.txt")).report
    parts = draft(read(base / folder.format(name))).report
    for field in ("markers", "distinct", "groups", "entries", "missing", "uncited"):
        assert getattr(parts, field) == getattr(whole, field), field


def test_every_real_text_is_read_and_none_of_its_words_is_lost(shared):
    files = [path for path in (shared / "data/01_articles").rglob("*") if path.suffix in {".txt", ".md"}]
    assert len(files) > 30
    lost = {path.name: words for path in files if (words := draft(read(path)).report.unplaced)}
    assert lost == {}


@pytest.mark.parametrize(("name", "filled", "cited"), [("Kvass", 27, 55), ("Nutrition", 41, 131), ("Turmeric", 0, 55)])
def test_numbers_whose_entry_is_empty_are_reported_as_missing(shared, name, filled, cited):
    report = draft(read(shared / f"data/01_articles/wikipedia_md/{name}.md")).report
    assert (report.entries, report.distinct, len(report.missing)) == (filled, cited, cited - filled)


@pytest.mark.parametrize("name", ["cam-patient-essiac", "cam-patient-vitamin-c"])
def test_an_overview_that_is_a_list_gives_the_takeaways_and_keeps_its_other_paragraphs(shared, name):
    document = draft(read(shared / f"data/01_articles/nci_patient_md/{name}.md")).document
    assert 2 < len(document.takeaways) < 8
    assert document.sections[0].heading == "Overview"
    assert "<ul>" not in document.sections[0].body
