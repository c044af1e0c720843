"""`verify` finds every kind of tampering and names the row."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Publication, Revision, SignOff, Source, StoredPage
from articles.models.frozen import FROZEN
from articles.publishing.exemptions import Exemption
from articles.publishing.integrity import problems
from articles.publishing.publish import publish
from articles.review import transitions
from tests.articles.conftest import NOON
from vivere.audit.frozen import Frozen
from vivere.audit.models import Event


@pytest.fixture
def published(submitted, rui, ines, sign):
    sign(submitted, rui)
    return publish(submitted.revision, by=ines, now=NOON)


def tamper(model, statement, *values):
    """What somebody with the database in hand could do: drop the trigger, then write."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"DROP TRIGGER {Frozen(model).name}" + (f" ON {table}" if connection.vendor == "postgresql" else "")
        )
        cursor.execute(f"UPDATE {table} SET {statement}", values)  # noqa: S608 - our own words


def test_an_honest_database_verifies(published, capsys):
    assert list(problems()) == []
    call_command("verify")
    assert "Everything verifies: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("model", "statement", "says"),
    [
        (Revision, "content = replace(content, 'dark', 'bright')", "Revision"),
        (SignOff, f"digest = '{'0' * 64}'", "Sign-off"),
        (Publication, f"digest = '{'0' * 64}'", "Publication"),
        (Event, "reason = 'because'", "Event"),
        (SignOff, "name = 'Dr Somebody'", "Sign-off"),
        (SignOff, "registration_checked = '2020-01-01'", "Sign-off"),
        (Publication, "note = 'Nothing to see'", "Publication"),
        (Publication, "next_review = '2039-01-01'", "Publication"),
        (Publication, "state = 'withdrawn', ended_at = published_at", "Publication"),
    ],
    ids=str,
)
def test_a_changed_row_is_named(model, statement, says, published):
    tamper(model, statement)
    first = model.objects.order_by("pk").first()
    assert any(problem.startswith(f"{says} {first.pk}") for problem in problems())
    with pytest.raises(CommandError):
        call_command("verify")


def test_a_lost_trigger_is_named(published):
    tamper(SignOff, "statement = statement")
    assert list(problems()) == ["Trigger frozen_articles_signoff is not in the database; run migrate."]


def test_every_frozen_table_is_declared():
    assert {frozen.model.__name__ for frozen in FROZEN} == {
        "Revision",
        "RevisionSource",
        "RevisionPicture",
        "RevisionPerson",
        "Involvement",
        "SignOff",
        "ReviewRound",
        "Comment",
        "Publication",
        "PublicationException",
    }


@pytest.mark.parametrize("column", ["body", "gzip", "br"])
def test_a_page_with_other_bytes_is_named_and_rebuild_mends_it(column, published):
    StoredPage.objects.filter(path=f"/articles/{published.slug}/").update(**{column: b"Take ten a day."})
    assert list(problems()) == [
        f"Stored page /articles/{published.slug}/: its bytes are not those that were made. Run rebuild."
    ]
    call_command("rebuild", stdout=StringIO())
    assert list(problems()) == []


@pytest.mark.parametrize("table", ["articles_involvement", "articles_publicationexception"])
def test_a_row_that_was_taken_out_is_missed(table, article, sources, ada, rui, ines, sign):
    Source.objects.filter(pk=sources[0].pk).update(authors=[])
    round_ = transitions.submit(article, by=ada, now=NOON)
    sign(round_, rui)
    publish(round_.revision, by=ines, exceptions=[Exemption("source-incomplete", "Being traced.")], now=NOON)
    assert list(problems()) == []
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
    assert len(list(problems())) == 1
