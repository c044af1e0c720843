"""Numbers by first appearance (H33, H34), groups collapsed (H35), nothing lost (H36)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citations.numbering import collapse, number
from articles.document import walk
from articles.document.nodes import Document, Section, SourceRecord, Takeaway
from tests.articles.document.making import mark

_IDS = st.integers(1, 12)
_GROUPS = st.lists(_IDS, min_size=1, max_size=4).map(lambda ids: " ".join(mark(source) for source in ids))
_TEXTS = st.lists(_GROUPS | st.sampled_from(["words ", "&amp; ", "<strong>more</strong> "]), max_size=5).map(
    "and ".join
)
DOCUMENTS = st.builds(
    Document,
    standfirst=_TEXTS,
    takeaways=st.lists(st.builds(Takeaway, body=_TEXTS), max_size=3).map(tuple),
    contributor_note=_TEXTS,
    sections=st.lists(
        st.builds(Section, body=_TEXTS.map("<p>{}</p>".format) | _TEXTS.map("<ul><li>{}</li></ul>".format)), max_size=4
    ).map(tuple),
    sources=st.lists(_IDS, unique=True, max_size=10).map(lambda ids: tuple(SourceRecord(id=each) for each in ids)),
)


@given(DOCUMENTS)
def test_numbers_are_one_to_n_and_first_appearances_rise(document):
    numbering = number(document)
    assert sorted(numbering.numbers.values()) == list(range(1, len(numbering.numbers) + 1))
    first = dict.fromkeys(numbering.numbers[m.source] for m in walk.marks(document) if m.source in numbering.numbers)
    assert list(first) == list(range(1, len(first) + 1))


@given(DOCUMENTS)
def test_every_mark_has_a_number_or_is_reported(document):
    numbering = number(document)
    known = {source.id for source in document.sources}
    marks = list(walk.marks(document))
    assert all(m.source in numbering.numbers for m in marks if m.source in known)
    assert list(numbering.dangling) == [m for m in marks if m.source not in known]
    assert not set(numbering.numbers) - known


@given(DOCUMENTS)
def test_what_nothing_cites_is_listed_in_list_order(document):
    cited = {m.source for m in walk.marks(document)}
    assert list(number(document).uncited) == [s.id for s in document.sources if s.id not in cited]


@given(DOCUMENTS)
def test_anchors_are_unique_and_every_place_of_a_source_leads_to_one(document):
    numbering = number(document)
    anchors = list(numbering.groups.values())
    assert anchors == [f"cite-{n}" for n in range(1, len(anchors) + 1)]
    for source in numbering.numbers:
        wanted = {numbering.groups[m.place, m.group] for m in walk.marks(document) if m.source == source}
        assert set(numbering.places[source]) == wanted
        assert len(numbering.places[source]) == len(wanted)


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_moving_text_numbers_everything_anew(document, random):
    """Whatever stood first is number 1: the sources' order in the list plays no part."""
    shuffled = list(document.sources)
    random.shuffle(shuffled)
    again = number(Document(**{**_fields(document), "sources": tuple(shuffled)}))
    assert again.numbers == number(document).numbers
    backwards = Document(**{**_fields(document), "sections": document.sections[::-1]})
    known = {source.id for source in document.sources}
    wanted = dict.fromkeys(m.source for m in walk.marks(backwards) if m.source in known)
    assert list(number(backwards).numbers) == list(wanted)


def _fields(document):
    return {name: getattr(document, name) for name in document.__dataclass_fields__}


def test_reading_order_is_standfirst_takeaways_note_sections():
    document = Document(
        sections=(Section(body=f"<p>{mark(4)}</p><table><caption>x{mark(5)}</caption></table>"), Section(body=mark(1))),
        contributor_note=mark(3),
        takeaways=(Takeaway(body=mark(2)),),
        standfirst=mark(1),
        sources=tuple(SourceRecord(id=each) for each in (5, 4, 3, 2, 1)),
    )
    assert number(document).numbers == {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}
    assert number(document).places[1] == ["cite-1", "cite-6"]


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        ([2, 3], "2,3"),
        ([11, 12, 13], "11–13"),
        ([1, 3, 4, 5, 6, 7, 8, 19], "1,3–8,19"),
        ([3, 2, 3, 2], "2,3"),
        ([13, 11, 12, 11], "11–13"),
        ([7], "7"),
        ([1, 3, 5], "1,3,5"),
        ([1, 2, 4, 5, 6, 8, 9], "1,2,4–6,8,9"),
        ([], ""),
    ],
)
def test_neighbours_collapse(numbers, printed):
    assert collapse(numbers) == printed


@given(st.sets(st.integers(1, 60)))
def test_a_collapsed_group_says_the_same_numbers(numbers):
    said = set()
    for part in filter(None, collapse(numbers).split(",")):
        ends = [int(end) for end in part.split("–")]
        assert len(ends) == 1 or ends[1] - ends[0] >= 2
        said |= set(range(ends[0], ends[-1] + 1))
    assert said == numbers


# The groups of marks of an article with 32 sources, and how each is printed.
_GROUPS_OF_32 = "1 2.3 4.5 6 7 8 9 10 11.12.13 14.15.16 17 18.19.20 21.22.23.24 25.26 27 28.29.30 31.32"
_PRINTED_OF_32 = "1 2,3 4,5 6 7 8 9 10 11–13 14–16 17 18–20 21–24 25,26 27 28–30 31,32"


def test_the_groups_of_an_article_are_printed_as_a_journal_would():
    groups = [[int(each) for each in group.split(".")] for group in _GROUPS_OF_32.split()]
    body = "".join(f"<p>Text {' '.join(mark(100 - source) for source in group)}.</p>" for group in groups)
    sources = tuple(SourceRecord(id=100 - source) for source in range(1, 33))
    numbering = number(Document(sections=(Section(body=body),), sources=sources))
    printed: dict[int, list[int]] = {}
    for m in walk.marks_in(body, "section:1"):
        printed.setdefault(m.group, []).append(numbering.numbers[m.source])
    assert " ".join(collapse(group) for group in printed.values()) == _PRINTED_OF_32
    assert len(re.findall("<cite-ref", body)) == 32
