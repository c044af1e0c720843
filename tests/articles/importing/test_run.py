"""A file becomes one draft, whole or not at all."""

from datetime import date

import pytest
from django.db import DatabaseError

from articles.document.nodes import Commercial, Kind, Role
from articles.editing import drafts
from articles.editing.refusals import DraftRefused
from articles.importing import run
from articles.importing.read import ImportFailed
from articles.importing.run import import_file, inspect_file
from articles.models import Article, ImportedFile, Section, Source
from authors.models import Profile, Qualification
from tests.articles.importing.making import EXAMPLE
from vivere.audit.chain import first_break
from vivere.audit.models import Event


@pytest.fixture
def file(tmp_path):
    def write(text=EXAMPLE, name="walk.txt"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def test_a_file_becomes_a_draft_with_its_date_people_and_proposed_reviewer(ada, file):
    result = import_file(file(), by=ada)
    article = Article.objects.get()
    maren = Profile.objects.get(name="Maren Lindqvist")
    assert (result.article, result.existing) == (article, False)
    assert article.stated_date == date(2025, 3, 3)
    assert article.proposed_reviewer == maren
    assert article.commercial == Commercial.COMMERCIAL.value
    assert [(row.role, row.profile.name) for row in article.people.all()] == [
        ("author", "Jonah Petrie"),
        ("contributor", "Maren Lindqvist"),
        ("quoted", "Maren Lindqvist"),
    ]
    assert Section.objects.get(kind=Kind.QUOTE.value).speaker == maren
    assert list(article.writers.all()) == [ada]


def test_nobody_has_reviewed_anything_and_the_act_is_recorded(ada, file):
    result = import_file(file(), by=ada)
    assert not result.article.rounds.exists()
    assert [event.action for event in Event.objects.order_by("id")] == ["article.created", "article.imported"]
    event = Event.objects.get(action="article.imported")
    assert (event.article, event.actor_id) == (result.article.pk, ada.pk)
    assert "walk.txt" in event.details
    assert first_break() is None


def test_the_reviewer_of_a_file_who_takes_no_part_is_not_in_the_byline(ada, file):
    text = "# T\n\nText.\n\n## Part\n\nMore.\n\n## Author\n\nSam Poe\n\n## Medical reviewer\n\nJane Doe, RD\n"
    article = import_file(file(text, "t.md"), by=ada).article
    assert article.proposed_reviewer.name == "Jane Doe"
    assert [row.role for row in article.people.all()] == [Role.AUTHOR.value]


def test_what_was_drawn_is_what_was_stored(ada, file):
    drawn = inspect_file(file()).document
    stored = import_file(file(), by=ada).document
    assert [section.heading for section in stored.sections] == [section.heading for section in drawn.sections]
    assert [source.title for source in stored.sources] == [source.title for source in drawn.sources]
    assert stored.takeaways == drawn.takeaways


def test_the_same_bytes_lead_to_the_same_article_and_say_so(ada, rui, file):
    first = import_file(file(), by=ada)
    again = import_file(file(name="renamed.txt"), by=rui)
    assert again.existing
    assert again.article == first.article
    assert again.report == first.report
    assert again.document == first.document
    assert (Article.objects.count(), ImportedFile.objects.count()) == (1, 1)
    other = import_file(file(EXAMPLE + "\n"), by=ada)
    assert not other.existing
    assert other.article.slug == f"{first.article.slug}-2"


def test_somebody_importing_the_same_file_at_the_same_moment_gets_that_article(ada, file, monkeypatch):
    first = import_file(file(), by=ada)
    known, asked = run._known, []

    def known_too_late(sha256):
        asked.append(sha256)
        return known(sha256) if len(asked) > 1 else None

    monkeypatch.setattr(run, "_known", known_too_late)
    again = import_file(file(), by=ada)
    assert again.existing
    assert again.article == first.article
    assert Article.objects.count() == 1


def test_a_failure_on_the_way_leaves_nothing_behind(ada, file, monkeypatch):
    def broken(*_args, **_kwargs):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(run, "record", broken)
    with pytest.raises(DatabaseError):
        import_file(file(), by=ada)
    assert not Article.objects.exists()
    assert not Source.objects.exists()
    assert not ImportedFile.objects.exists()
    assert not Event.objects.exists()
    assert set(Profile.objects.values_list("name", flat=True)) == {"Ada Writer"}


def test_a_refused_file_leaves_nothing_behind(ada, file, monkeypatch):
    def refuses(*_args, **_kwargs):
        raise DraftRefused("The title is too long.")

    with pytest.raises(ImportFailed, match="is empty"):
        import_file(file("  \n"), by=ada)
    monkeypatch.setattr(drafts, "create", refuses)
    with pytest.raises(ImportFailed, match=r"“walk\.txt” cannot become a draft: The title is too long"):
        import_file(file(), by=ada)
    assert not Article.objects.exists()


def test_inspecting_reads_no_database(file):
    found = inspect_file(file())
    assert found.report.markers == 12
    assert found.people[1].name == "Maren Lindqvist"


def test_statements_do_not_grow_with_sections_and_sources(ada, file, django_assert_max_num_queries):
    def text(count):
        numbers = range(1, count + 1)
        parts = "".join(f"## Part {n}\n\nText of it [{n}].\n\n" for n in numbers)
        return f"# Title {count}\n\n{parts}## Sources\n\n" + "".join(f"{n}. Work {n} - PMC\n" for n in numbers)

    import_file(file(text(2), "first.md"), by=ada)  # makes the head of the chain of events
    with django_assert_max_num_queries(60) as few:
        import_file(file(text(1), "few.md"), by=ada)
    with django_assert_max_num_queries(60) as many:
        import_file(file(text(30), "many.md"), by=ada)
    assert len(many) == len(few)


def test_the_example_article_becomes_a_draft(ada, shared):
    result = import_file(shared / "seed/gut-immune-article.txt", by=ada)
    assert result.article.proposed_reviewer.printed_name == "Yusra Serdaroglu Aydin, MSc RD"
    assert Source.objects.filter(provenance="placeholder").count() == 17
    assert Source.objects.filter(provenance="import").count() == 15
    assert Qualification.objects.count() == 3
    assert result.report.missing == inspect_file(shared / "seed/gut-immune-article.txt").report.missing
