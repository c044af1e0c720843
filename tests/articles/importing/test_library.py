"""Sources of a file and the library that is there already."""

import pytest

from articles.document.nodes import SourceRecord
from articles.importing import library
from articles.models import Source

pytestmark = pytest.mark.django_db


def test_new_works_become_rows_that_say_where_they_came_from():
    records = [
        SourceRecord(id=1, title="A review", host="PMC"),
        SourceRecord(id=2),
        SourceRecord(id=3, literal="Doe J. Walks. 2001.", pmid="123"),
    ]
    ids, notes = library.keep(records)
    rows = {record: Source.objects.get(pk=pk) for record, pk in ids.items()}
    assert [rows[n].provenance for n in (1, 2, 3)] == ["import", "placeholder", "import"]
    assert (rows[1].title, rows[1].host, rows[3].literal, rows[3].pmid) == (
        "A review",
        "PMC",
        "Doe J. Walks. 2001.",
        "123",
    )
    assert {row.status for row in rows.values()} == {"unchecked"}
    assert notes == []


@pytest.mark.parametrize("name", ["doi", "pmid", "pmcid"])
def test_a_work_that_the_library_has_is_used_as_it_stands(name):
    value = {"doi": "10.5555/a", "pmid": "123", "pmcid": "PMC123"}[name]
    known = Source.objects.create(title="The title that somebody checked", **{name: value})
    ids, notes = library.keep([SourceRecord(id=7, literal="Other words for it", **{name: value})])
    assert ids == {7: known.pk}
    assert Source.objects.get().title == "The title that somebody checked"
    assert notes == ["1 of the sources were in the library and are used as they stand there."]


def test_a_source_that_was_merged_into_another_is_not_used():
    target = Source.objects.create(title="Whole", doi="10.5555/a")
    Source.objects.create(title="Part", doi="10.5555/a", merged_into=target)
    ids, _ = library.keep([SourceRecord(id=1, literal="x", doi="10.5555/a")])
    assert ids == {1: target.pk}


def test_empty_places_are_never_shared():
    ids, _ = library.keep([SourceRecord(id=1), SourceRecord(id=2)])
    assert ids[1] != ids[2]


def test_statements_are_few_whatever_the_number_of_sources(django_assert_num_queries):
    for count in (1, 3):
        records = [SourceRecord(id=n, literal=f"{count} {n}", doi=f"10.5555/{count}.{n}") for n in range(count)]
        with django_assert_num_queries(2):
            library.keep(records)
