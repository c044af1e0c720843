"""The page of an article: what is where, and what it says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from articles.document.nodes import Kind, Person, Role, Section, Takeaway
from articles.publishing.rendering import article
from articles.publishing.rendering.history import Edition
from tests.articles.publishing.checks import problems, tree, words
from tests.articles.publishing.rendering.conftest import ADA, NOON


@pytest.fixture
def made(facts):
    return tree(article.render(facts))


def test_the_page_has_no_fault_that_a_parser_can_see(made):
    assert problems(made) == []


def test_equal_facts_give_equal_bytes(facts):
    assert article.render(facts) == article.render(facts)


def test_title_description_and_address_are_in_the_head(made):
    title = "Walking: What Ten Minutes a Day Can Do, and How to Keep It Up for Years"
    assert words(made.xpath("//title")[0]) == f"{title} – Vivere"
    assert words(made.xpath("//h1")[0]) == title
    assert made.get("lang") == "en-GB"
    assert made.xpath("//link[@rel='canonical']/@href") == ["http://localhost:8000/articles/walking/"]
    assert made.xpath("//meta[@property='og:image']/@content") == ["http://localhost:8000/media/pictures/path.png"]
    assert made.xpath("//meta[@property='og:url']/@content") == ["http://localhost:8000/articles/walking/"]
    assert not made.xpath("//meta[@name='robots']")


def test_the_byline_names_author_and_reviewer_with_links(made):
    assert [words(who) for who in made.xpath("//*[@class='who']/div")] == [
        "Written by Ada Writer Health writer",
        "Medically reviewed by Rui Reviewer, RD Sample person Dietitian",
    ]
    assert made.xpath("//*[@class='who']//a/@href") == ["/people/ada/", "/people/rui/"]


def test_four_dates_stand_above_the_text_and_two_below(but):
    page = tree(article.render(but(updated_at=NOON + timedelta(days=17))))
    dates = [(words(item[0]), words(item[1]), item.xpath("string(.//@datetime)")) for item in page.xpath("//dl[1]/div")]
    assert dates == [
        ("Published", "1 June 2026", "2026-06-01"),
        ("Updated", "18 June 2026", "2026-06-18"),
        ("Last reviewed", "1 June 2026", "2026-06-01"),
        ("Next review due", "1 June 2029", "2029-06-01"),
    ]
    kept = page.xpath("//p[contains(@class, 'kept')]")[0]
    assert words(kept) == "Page last reviewed: 1 June 2026Next review due: 1 June 2029"
    assert kept.getprevious().tag == "section"


def test_an_article_that_was_never_updated_shows_the_day_it_was_published(made):
    assert "Updated1 June 2026" in words(made.xpath("//dl[@class='dates']")[0])


def test_takeaways_count_themselves(but, made):
    assert words(made.xpath("//section[@class='take']/p")[0]) == "Here are the five things to remember about walking:"
    shorter = tree(article.render(but(document={"takeaways": (Takeaway(body="One."), Takeaway(body="Two."))})))
    assert "the two things" in words(shorter.xpath("//section[@class='take']/p")[0])
    assert not tree(article.render(but(document={"takeaways": ()}))).xpath("//section[@class='take']")


def test_both_tables_of_contents_lead_to_every_main_heading(made):
    wide, narrow = made.xpath("//nav[contains(@class,'toc')]//ol")[0], made.xpath("//details//ol")[0]
    assert wide.xpath(".//a/@href") == narrow.xpath(".//a/@href")
    headings = made.xpath("//div[@class='text' or @class='after']/section[@aria-labelledby!='take']/h2/@id")
    assert wide.xpath(".//a/@href") == [f"#{name}" for name in headings if not name.startswith("promo")]


def test_an_advertisement_is_labelled_and_comes_last(made):
    promotion = made.xpath("//section[@class='promo']")[0]
    assert words(promotion.xpath("./h2")[0]) == "Advertisement from Vivere Ltd"
    assert "kept" in promotion.getprevious().get("class")
    assert promotion.getnext() is None


def test_care_cards_say_their_level_in_words(made):
    assert [words(heading) for heading in made.xpath("//div[contains(@class, 'care')]/h3")] == [
        "Urgent advice: Ask for an urgent GP appointment or get help from NHS 111 if:",
        "Immediate action required: Call 999 if:",
        "Non-urgent advice: See a GP if:",
    ]


def test_a_quote_names_its_speaker(made):
    figure = made.xpath("//figure[@class='said']")[0]
    assert words(figure.xpath("./figcaption")[0]) == "RRRui Reviewer, RD Sample personDietitian"
    assert figure.xpath(".//a/@href") == ["/people/rui/"]


def test_a_disclaimer_and_a_callout_are_notes(made):
    assert [note.get("class") for note in made.xpath("//*[@role='note']")] == ["aside", "callout"]


def test_a_first_section_of_level_three_skips_no_level(but):
    page = tree(article.render(but(document={"sections": (Section(level=3, heading="Alone", body="<h4>In it</h4>"),)})))
    assert [element.tag for element in page.xpath("//section[@aria-labelledby='alone']/*")] == ["h2", "h3"]
    assert problems(page) == []


def test_cards_and_notes_before_any_heading_skip_no_level(but):
    sections = (Section(kind=Kind.CALLOUT, heading="Note", body="<p>x</p>"), Section(body="<p>y</p>"))
    assert problems(tree(article.render(but(document={"sections": sections})))) == []


def test_an_empty_document_still_makes_a_sound_page(but):
    bare = but(document={"sections": (), "takeaways": (), "sources": (), "people": (), "standfirst": "", "hero": None})
    assert problems(tree(article.render(bare))) == []


def test_a_page_past_its_review_says_so_from_the_next_day_on(but):
    on_the_day, after = but(today=date(2029, 6, 1)), but(today=date(2029, 6, 2))
    assert not tree(article.render(on_the_day)).xpath("//*[@id='overdue']")
    page = tree(article.render(after))
    assert words(page.xpath("//*[@id='overdue']")[0]) == "This page is past its review date"
    assert "Was good until 1 June 2029" in words(page.xpath("//p[@class='seal']")[0])
    assert article.changes_on(after) == [date(2029, 6, 2), date(2029, 8, 31)]


def test_long_past_its_review_it_asks_search_engines_to_leave_it_out(but):
    assert not tree(article.render(but(today=date(2029, 8, 30)))).xpath("//meta[@name='robots']")
    assert tree(article.render(but(today=date(2029, 8, 31)))).xpath("//meta[@content='noindex']")


def test_corrections_stand_above_the_text_newest_first(but, facts):
    editions = (
        *facts.editions,
        Edition(
            number=2, revision=4, change="correction", note="Ten, not two.", at=NOON + timedelta(days=1), by="Ines"
        ),
        Edition(number=3, revision=5, change="minor", note="", at=NOON + timedelta(days=2), by="Ines"),
        Edition(
            number=4, revision=6, change="correction", note="Poles, not polls.", at=NOON + timedelta(days=3), by="Ines"
        ),
    )
    page = tree(article.render(but(editions=editions)))
    assert [words(notice) for notice in page.xpath("//div[@class='notice calm']/p[1]")] == [
        "Poles, not polls.",
        "Ten, not two.",
    ]
    assert problems(page) == []


def test_a_decorative_picture_has_an_empty_alt(but, facts):
    hero = replace(facts.document.hero, decorative=True)
    page = tree(article.render(but(document={"hero": hero})))
    assert page.xpath("//div[@class='text']/figure/img/@alt") == [""]


def test_an_author_without_a_page_is_named_without_a_link(but):
    people = (
        Person(role=Role.AUTHOR, profile=99, name="Zoe Gone"),
        Person(role=Role.AUTHOR, profile=ADA, name="Ada Writer"),
    )
    page = tree(article.render(but(document={"people": people})))
    assert words(page.xpath("//*[@class='who']/div")[0]).startswith("Written by Zoe Gone")
    assert not page.xpath("//*[@class='who']/div")[0].xpath(".//a")
    assert problems(page) == []


def test_the_foot_says_what_the_page_is_not_and_who_pays(made):
    foot = words(made.xpath("//footer")[0])
    assert "This does not replace a consultation." in foot
    assert "Vivere sells tests." in foot
    assert "Published by Vivere Ltd." in foot
