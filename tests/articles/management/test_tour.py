"""`tour` walks a file to a published page as the sample people, each step through the real functions."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.management.commands.tour import REASON
from articles.management.demo import cast
from articles.models import Article, Publication, ReviewRound, SignOff, StoredPage
from articles.publishing.integrity import problems
from articles.publishing.status import Status, status

TEXT = """A short walk after lunch

18 August 2025

A short walk is a simple way to move more.

Key Takeaways

Here are two things to know:

- Walking is free.
- A short walk is better than none.

Why a walk helps

Walking moves the large muscles of the legs [1]. It is easy to start.

How to begin

Start with ten minutes [2][3].

Sources

[1] An invented study of walking - PubMed
[2] An invented guide to short walks - PMC
"""


@pytest.fixture(autouse=True)
def _development(settings, tmp_path):
    settings.DEBUG = True
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def people(db) -> cast.Cast:
    made = cast.load()
    cast.renew(made, now=timezone.now())
    return made


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "walk.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def tour(file: Path, **options: str) -> str:
    out = StringIO()
    call_command("tour", str(file), stdout=out, **options)
    return out.getvalue()


def test_a_file_becomes_a_page_with_every_step_told(people, file):
    told = tour(file)
    publication = Publication.objects.get()
    address = f"/articles/{publication.slug}/"
    for words in ("1. Maya Thornbury imported", "2. Maya Thornbury submitted", "3. Asha Merrowby, MSc RD signed"):
        assert words in told
    assert "4. Irene Calloway-Finch published" in told
    assert address in told
    assert StoredPage.objects.filter(path=address).exists()
    assert not list(problems())


def test_it_was_done_by_the_sample_people_through_signature_and_exceptions(people, file):
    tour(file)
    publication = Publication.objects.get()
    assert publication.by == people.users["publisher"]
    assert SignOff.objects.get().reviewer == people.profiles["reviewer"]
    assert publication.article.created_by == people.users["writer"]
    exceptions = {row.code: row.reason for row in publication.exceptions.all()}
    assert "source-incomplete" in exceptions
    assert set(exceptions.values()) == {REASON}


def test_the_reason_can_be_given(people, file):
    tour(file, reason="Shown to a colleague.")
    assert {row.reason for row in Publication.objects.get().exceptions.all()} == {"Shown to a colleague."}


def test_a_second_walk_of_the_same_file_is_refused_and_leaves_no_open_round(people, file):
    tour(file)
    with pytest.raises(CommandError, match="already what readers get"):
        tour(file)
    assert Article.objects.count() == Publication.objects.count() == ReviewRound.objects.count() == 1
    assert status(Article.objects.get()) == Status.PUBLISHED


def test_it_is_refused_outside_development(people, file, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG=1"):
        tour(file)
    assert not Article.objects.exists()


def test_it_asks_for_the_demo_where_the_sample_accounts_are_absent(db, file):
    with pytest.raises(CommandError, match=r"run `manage\.py demo` first"):
        tour(file)


def test_real_accounts_of_those_names_do_not_walk(db, file):
    for name in ("writer", "reviewer", "publisher"):
        User.objects.create_user(name)
    with pytest.raises(CommandError, match=r"run `manage\.py demo` first"):
        tour(file)
    assert not Article.objects.exists()


def test_a_file_that_is_not_there_or_no_text_is_refused_with_a_sentence(people, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    for name in ("absent.txt", "empty.txt"):
        with pytest.raises(CommandError, match=r"\."):
            tour(tmp_path / name)
    assert not Article.objects.exists()


def test_the_example_article_walks_to_a_page_over_its_recorded_findings(people, shared):
    tour(shared / "seed" / "gut-immune-article.txt")
    publication = Publication.objects.get()
    codes = {row.code for row in publication.exceptions.all()}
    assert {"source-incomplete", "care-block-missing", "coi-missing"} <= codes
    assert StoredPage.objects.filter(path=f"/articles/{publication.slug}/").exists()
    assert not list(problems())
