"""`demo` is refused, or leaves nothing behind, where it should not load."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.management.commands import demo
from articles.management.demo.files import DemoFileWrong
from articles.models import Article, Source


@pytest.fixture(autouse=True)
def _development(settings, tmp_path):
    settings.DEBUG = True
    settings.MEDIA_ROOT = tmp_path


def run() -> None:
    call_command("demo", stdout=StringIO())


def test_it_is_refused_outside_development(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG=1"):
        run()
    assert not User.objects.exists()


def test_a_source_that_the_library_has_already_is_used_as_it_is(db):
    mine = Source.objects.create(
        type="article-journal",
        title="Normal human sleep",
        authors=[{"family": "Hirshkowitz", "given": "M"}],
        container="Med Clin North Am",
        issued="2004",
        pmid="15087204",
    )
    run()
    assert Source.objects.get(pmid="15087204") == mine
    assert mine.references.exists()


def test_an_account_of_somebody_else_with_such_a_name_stops_it(db):
    User.objects.create_user("editor", password="mine")
    with pytest.raises(CommandError, match="Accounts called editor are here"):
        run()
    assert User.objects.count() == 1
    assert authenticate(username="editor", password="mine")


def test_a_mistake_in_a_file_leaves_nothing_behind(db, monkeypatch):
    def broken(*_args):
        raise DemoFileWrong("sleep.toml lacks title.")

    monkeypatch.setattr(demo.history, "replay", broken)
    with pytest.raises(CommandError, match=r"sleep\.toml lacks title\. Nothing was loaded\."):
        run()
    assert not User.objects.exists()
    assert not Source.objects.exists()


def test_an_incomplete_source_in_the_library_is_named_and_nothing_is_loaded(db):
    Source.objects.create(type="article-journal", title="Mine, by hand", pmid="15087204")
    with pytest.raises(CommandError, match=r"“Mine, by hand”, lacks: .* Nothing was loaded\."):
        run()
    assert not Article.objects.exists()
