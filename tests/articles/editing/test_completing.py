"""What is typed, completed, is what the tables would give back."""

from dataclasses import replace

from articles.document.nodes import Person, SourceRecord
from articles.editing import assemble, drafts
from articles.editing.completing import complete
from articles.models import Source


def _bare(document):
    """The document as a form knows it: ids, no details."""
    return replace(
        document,
        sources=tuple(SourceRecord(id=s.id, discusses_retraction=s.discusses_retraction) for s in document.sources),
        people=tuple(Person(role=p.role, profile=p.profile, name="") for p in document.people),
        hero=replace(document.hero, credit=""),
    )


def test_a_completed_document_is_what_saving_would_store(draft, known):
    assert complete(_bare(known)) == assemble.document(draft)


def test_marks_of_a_merged_source_lead_to_its_successor(draft, known, ada):
    old, new = known.sources[0].id, Source.objects.create(title="The better record").pk
    Source.objects.filter(pk=old).update(merged_into=new)
    completed = complete(_bare(known))
    assert new in {source.id for source in completed.sources}
    assert f'data-source="{old}"' not in "".join(section.body for section in completed.sections)
    drafts.save(draft, _bare(known), by=ada, expected_version=1)


def test_it_costs_the_same_for_many_sources(known, django_assert_num_queries):
    with django_assert_num_queries(3):
        complete(_bare(replace(known, sources=known.sources[:1])))
    with django_assert_num_queries(3):
        complete(_bare(known))


def test_what_does_not_exist_is_left_out(known, db):
    lost = replace(known, sources=(SourceRecord(id=999_999),), people=(), sections=())
    assert 999_999 not in {source.id for source in complete(_bare(lost)).sources}
