"""The NLM form of sources of every kind, with escaping that nothing gets past."""

import json
from dataclasses import fields
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from articles.citations.formatting import as_html, as_text, is_empty, parts
from articles.document.nodes import Name, SourceRecord

SEVEN = tuple(
    Name(family=family, given=given)
    for family, given in [
        ("Wastyk", "Hannah C."),
        ("Fragiadakis", "Gabriela K"),
        ("Perelman", "Dalia"),
        ("Dahan", "D"),
        ("Merrill", "BD"),
        ("Yu", "Feiqiao B"),
        ("Topf", "M"),
    ]
)
PAPER = SourceRecord(
    id=1,
    type="article-journal",
    title="Gut-microbiota-targeted diets modulate <i>human</i> immune status.",
    authors=SEVEN,
    container="Cell",
    issued="2021-08-05",
    volume="184",
    issue="16",
    pages="4137-4153.e14",
    doi="10.1016/J.cell.2021.06.019",
    pmid="34256014",
    pmcid="PMC9020749",
)
PAGE = SourceRecord(
    id=2,
    type="webpage",
    title="Probiotics and gut health",
    publisher="British Dietetic Association",
    issued="2024-03",
    url="https://example.org/probiotics?a=1&b=2",
    accessed="2025-08-18",
)


def test_a_paper_is_printed_in_nlm_form():
    assert as_text(PAPER) == (
        "Wastyk HC, Fragiadakis GK, Perelman D, Dahan D, Merrill BD, Yu FB, et al. "
        "Gut-microbiota-targeted diets modulate human immune status. Cell. 2021 Aug 5;184(16):4137-53.e14. "
        "doi:10.1016/j.cell.2021.06.019. PubMed PMID: 34256014; PubMed Central PMCID: PMC9020749."
    )


def test_a_page_says_when_it_was_read_and_where():
    assert as_text(PAGE) == (
        "Probiotics and gut health [Internet]. British Dietetic Association; 2024 Mar [cited 2025 Aug 18]. "
        "Available from: https://example.org/probiotics?a=1&b=2"
    )


def test_a_page_without_a_date_says_so():
    undated = SourceRecord(id=3, type="webpage", title="A page", url="https://example.org/", accessed="2025")
    assert as_text(undated) == "A page [Internet]. [date unknown] [cited 2025]. Available from: https://example.org/"


def test_a_report_with_an_address_is_read_on_the_internet_and_a_printed_one_is_not():
    report = SourceRecord(
        id=4, type="report", title="Vitamin D", authors=(Name(literal="SACN"),), publisher="PHE", issued="2016"
    )
    assert as_text(report) == "SACN. Vitamin D. PHE; 2016."


def test_a_chapter_names_its_book():
    chapter = SourceRecord(
        id=5, type="chapter", title="Fibre", container="Foods", publisher="CUP", issued="2019", pages="101-109"
    )
    assert as_text(chapter) == "Fibre. In: Foods. CUP; 2019. p. 101-9."


def test_a_preprint_is_called_one():
    preprint = SourceRecord(id=6, type="article", title="Does it help?", container="medRxiv", issued="2021-02")
    assert as_text(preprint) == "Does it help? [preprint]. medRxiv. 2021 Feb."


def test_a_title_with_its_host_alone_is_printed_so():
    assert as_text(SourceRecord(id=7, title="Gut microbiota: a review", host="PMC")) == "Gut microbiota: a review. PMC."


def test_a_source_of_which_nothing_is_known_prints_nothing():
    for record in [
        SourceRecord(id=8),
        SourceRecord(id=8, type="webpage", host="PMC", evidence="trial"),
        SourceRecord(id=8, title=" <i></i> ", url="javascript:alert(1)", authors=(Name(),)),
    ]:
        assert is_empty(record)
        assert as_text(record) == as_html(record) == ""


def test_html_marks_the_title_and_links_the_identifiers():
    html = as_html(PAPER)
    assert "<cite>Gut-microbiota-targeted diets modulate human immune status.</cite>" in html
    assert '<a href="https://doi.org/10.1016/j.cell.2021.06.019">10.1016/j.cell.2021.06.019</a>' in html
    assert '<a href="https://pubmed.ncbi.nlm.nih.gov/34256014/">34256014</a>' in html
    assert '<a href="https://pmc.ncbi.nlm.nih.gov/articles/PMC9020749/">PMC9020749</a>' in html
    assert 'href="https://example.org/probiotics?a=1&amp;b=2"' in as_html(PAGE)


def test_a_malformed_identifier_is_printed_without_a_link():
    html = as_html(SourceRecord(id=9, title="T", doi="see the paper", pmid="none"))
    assert html == "<cite>T.</cite> doi:see the paper. PubMed PMID: none."


def test_a_literal_reference_keeps_its_words_and_its_identifiers_become_links():
    record = SourceRecord(
        id=10,
        literal="Glaspy J: Impact of therapy. J Clin Oncol 15 (3): 1218-34, 1997. "
        "https://doi.org/10.1200/JCO.1997.15.3.1218 PMID: 9060566.",
        doi="10.1200/jco.1997.15.3.1218",
        pmid="9060566",
        pmcid="PMC9020749",
    )
    assert as_text(record) == record.literal + " PubMed Central PMCID: PMC9020749."
    assert [(part.text, part.url) for part in parts(record) if part.url] == [
        ("https://doi.org/10.1200/JCO.1997.15.3.1218", "https://doi.org/10.1200/jco.1997.15.3.1218"),
        ("9060566", "https://pubmed.ncbi.nlm.nih.gov/9060566/"),
        ("PMC9020749", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9020749/"),
    ]


def test_a_number_that_is_part_of_another_is_not_taken_for_the_identifier():
    record = SourceRecord(id=11, literal="On 10.1234/abcd, PMID: 1234", doi="10.1234/abc", pmid="12")
    assert as_text(record) == "On 10.1234/abcd, PMID: 1234. doi:10.1234/abc. PubMed PMID: 12."


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.links, self.text = [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href"}

    def handle_data(self, data):
        self.text += data


_NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)",
        "http://[",
        "https://example.org/a b",
        'https://example.org/"onload=x',
        "&amp;lt;b&gt;",
        "10.1234/<x>",
        "PMC12",
        "12",
        "2021-99-99",
        "https://example.org/a'b",
    ]
)
_WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20) | _NASTY
_TYPES = st.sampled_from(["", "article-journal", "article", "webpage", "report", "book", "chapter"])
RECORDS = st.builds(
    SourceRecord,
    id=st.integers(1, 99),
    type=_TYPES,
    authors=st.lists(st.builds(Name, family=_WORDS, given=_WORDS, literal=_WORDS | st.just("")), max_size=8).map(tuple),
    **{
        field.name: _WORDS | st.just("")
        for field in fields(SourceRecord)
        if field.name not in {"id", "type", "authors", "discusses_retraction"}
    },
)


@given(RECORDS)
def test_whatever_a_source_holds_its_html_is_escaped_and_says_what_the_text_says(record):
    page = _Tags()
    page.feed(as_html(record))
    page.close()
    assert set(page.tags) <= {"cite", "a"}
    assert all(link.startswith(("https://", "http://")) for link in page.links)
    assert unescape(page.text.replace("\r", "")) == unescape(as_text(record).replace("\r", ""))
    assert is_empty(record) == (as_text(record) == "")


def test_real_records_are_printed_without_a_fault(shared):
    lines = (shared / "data/03_references/crossref/works_items.jsonl").read_text().splitlines()
    printed = [as_text(_of_crossref(json.loads(line)["message"])) for line in lines]
    assert len(printed) >= 50
    assert all("  " not in text and "<" not in text.replace("<0", "") for text in printed)


def _of_crossref(item):
    first = {name: (item.get(name) or [""])[0] for name in ("title", "container-title", "short-container-title")}
    date = ((item.get("issued") or {}).get("date-parts") or [[]])[0]
    return SourceRecord(
        id=1,
        type={"journal-article": "article-journal", "posted-content": "article"}.get(item.get("type", ""), ""),
        title=first["title"] or "",
        container=first["container-title"] or "",
        container_short=first["short-container-title"] or "",
        authors=tuple(
            Name(family=author.get("family", ""), given=author.get("given", ""), literal=author.get("name", ""))
            for author in item.get("author") or []
        ),
        issued="-".join(f"{part:02d}" for part in date if part),
        volume=item.get("volume", ""),
        issue=item.get("issue", ""),
        pages=item.get("page", ""),
        doi=item.get("DOI", ""),
    )
