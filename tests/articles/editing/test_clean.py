"""A Document is cleaned once, on its way in."""

from articles.document.nodes import CareLevel, Document, Kind, Person, Role, Section, SourceRecord, Takeaway
from articles.editing import clean
from tests.articles.document.making import full, mark

DIRTY = "<script>x</script><b>bold</b> text"


def test_a_clean_document_stays_as_it_is():
    assert clean.document(full()) == full()


def test_every_rich_text_is_cleaned():
    document = clean.document(
        Document(
            standfirst=DIRTY,
            takeaways_lead=DIRTY,
            takeaways=(Takeaway(body=DIRTY),),
            contributor_note=DIRTY,
            sections=(Section(body=DIRTY),),
        )
    )
    texts = [document.standfirst, document.takeaways_lead, document.takeaways[0].body, document.contributor_note]
    assert {*texts, document.sections[0].body} == {"<strong>bold</strong> text"}


def test_plain_texts_lose_controls_and_line_breaks_but_keep_their_signs():
    document = clean.document(
        Document(
            title=" A <b> title\x0cin\ntwo  lines\x07 ",
            topics=(" sleep ",),
            sections=(Section(heading="A\nheading"),),
            sources=(SourceRecord(id=1, title="Less\nis <i>more</i>"),),
            people=(Person(role=Role.AUTHOR, profile=1, name=" Ada\tWriter "),),
        )
    )
    assert document.title == "A <b> title in two lines"
    assert document.topics == ("sleep",)
    assert document.sections[0].heading == "A heading"
    assert document.sources[0].title == "Less is <i>more</i>"
    assert document.people[0].name == "Ada Writer"


def test_blocks_leave_an_inline_text_but_not_a_body():
    html = f"<p>One{mark(1)}</p><p>Two</p>"
    document = clean.document(Document(standfirst=html, sections=(Section(body=html),)))
    assert document.standfirst == f"One{mark(1)} Two"
    assert document.sections[0].body == html


def test_takeaways_that_say_nothing_go_and_sections_stay():
    document = clean.document(
        Document(
            takeaways=(Takeaway(body="<p> </p>"), Takeaway(body="One")), sections=(Section(heading="Empty", body=" "),)
        )
    )
    assert document.takeaways == (Takeaway(body="One"),)
    assert document.sections == (Section(heading="Empty"),)


def test_only_care_cards_keep_a_level():
    urgent = {"care_level": CareLevel.URGENT, "heading": "Call"}
    sections = (Section(kind=Kind.CARE, **urgent), Section(kind=Kind.CALLOUT, **urgent))
    document = clean.document(Document(sections=sections))
    assert [section.care_level for section in document.sections] == [CareLevel.URGENT, CareLevel.NONE]


def test_nobody_stands_twice_in_the_same_part():
    ada, sam = (Person(role=Role.AUTHOR, profile=n, name="A") for n in (1, 2))
    quoted = Person(role=Role.QUOTED, profile=1, name="A")
    document = clean.document(Document(people=(ada, sam, ada, quoted)))
    assert document.people == (ada, sam, quoted)
