"""Rows → Document: what was written comes back, in order, in a number of queries that never grows."""

import re
from dataclasses import replace

import pytest

from articles.document import codec, walk
from articles.document.nodes import Section, Takeaway
from articles.editing import assemble, clean, drafts
from articles.models import Article, Reference, Source
from tests.articles.document.making import changes, mark

QUERIES = 7  # takeaways, sections, references with sources, people with profiles, topics, picture, the article


def test_what_was_written_comes_back(draft, known):
    assert assemble.document(draft) == known
    assert codec.digest(assemble.document(draft)) == codec.digest(known)


# What a Document copies of other tables is theirs to change; the working copy only points at it.
BORROWED = (".people", ".sources", ".hero.sha256", ".hero.credit", ".hero=None", ".topics")


def _fits(document, profiles):
    """Whether the tables can hold it as it is: rules of sections, known speakers, no mark without a source."""
    sources = {source.id for source in document.sources}
    return (
        all(section.level in (2, 3) for section in document.sections)
        and all((section.kind == "care") == bool(section.care_level) for section in document.sections)
        and all(section.speaker in profiles for section in document.sections)
        and all(found.source in sources for found in walk.marks(document))
    )


def test_every_field_of_the_working_copy_makes_the_round_trip(draft, known, ada, rui):
    tried = set()
    for where, changed in changes(known):
        place = re.sub(r"\[\d+\]", "", where)  # one section or takeaway stands for all
        if place in tried or (where.startswith(BORROWED) and not where.endswith("discusses_retraction")):
            continue
        wanted = clean.document(changed)
        if wanted != known and _fits(wanted, {0, ada.profile.pk, rui.profile.pk}):
            draft = drafts.save(draft, changed, by=ada, expected_version=draft.version)
            assert assemble.document(draft) == wanted, where
            tried.add(place)
    assert len(tried) > 25
    assert {".title", ".hero.alt", ".sections.body", ".sections.care_level=urgent", ".takeaways gone"} <= tried


def test_order_is_kept(draft, known, ada):
    turned = replace(
        known,
        takeaways=known.takeaways[::-1],
        sections=known.sections[::-1],
        sources=known.sources[::-1],
        people=known.people[::-1],
    )
    draft = drafts.save(draft, turned, by=ada, expected_version=draft.version)
    assert assemble.document(draft) == turned


@pytest.mark.parametrize("times", [1, 3])
def test_the_number_of_queries_does_not_grow(times, known, ada, django_assert_num_queries):
    sources = [Source.objects.create(title=f"More {n}") for n in range(times)]
    document = replace(
        known,
        sections=known.sections * times,
        takeaways=(Takeaway(body="Again."),) * times,
        sources=known.sources + tuple(assemble.source_record(source) for source in sources),
    )
    pk = drafts.create(document, by=ada).pk
    with django_assert_num_queries(QUERIES):
        assembled = assemble.document(Article.objects.get(pk=pk))
    assert len(assembled.sections) == 7 * times
    assert len(assembled.sources) == 2 + times


@pytest.fixture
def merged(draft, known):
    """The first source turned out to be the same work as another one."""
    better = Source.objects.create(title="Light and sleep, the better record", doi="10.1000/better")
    Source.objects.filter(pk=known.sources[0].id).update(merged_into=better)
    return better


def test_marks_of_a_merged_source_lead_to_the_better_one(draft, known, merged):
    document = assemble.document(draft)
    assert [source.id for source in document.sources] == [merged.pk, known.sources[1].id]
    assert {found.source for found in walk.marks(document)} == {merged.pk, known.sources[1].id}


def test_a_source_and_its_better_record_become_one(draft, known, merged):
    Reference.objects.create(article=draft, source=merged, position=9)
    document = assemble.document(draft)
    assert [source.id for source in document.sources] == [merged.pk, known.sources[1].id]


def test_a_mark_of_nothing_stays_to_be_reported(draft, known, ada):
    lost = replace(known, sections=(Section(body=f"<p>a{mark(999_999)}</p>"),))
    draft = drafts.save(draft, lost, by=ada, expected_version=draft.version)
    assert 999_999 in {found.source for found in walk.marks(assemble.document(draft))}
    assert 999_999 not in {source.id for source in assemble.document(draft).sources}
