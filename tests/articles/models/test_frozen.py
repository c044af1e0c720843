"""Triggers refuse every change of a frozen column, come back after a rebuild, and let people leave."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from articles.models import Comment, Publication, ReviewRound, Revision, SignOff
from articles.models.frozen import FROZEN
from authors.models import Profile
from tests.articles.models.rows import FRESH, NOW, make_rows
from vivere.audit.chain import first_break
from vivere.audit.frozen import AUDIT, missing
from vivere.audit.models import Event

ALL = (*AUDIT, *FROZEN)
COLUMNS = [
    pytest.param(frozen.model, field, id=f"{frozen.model.__name__}.{field.name}")
    for frozen in ALL
    for field in frozen.model._meta.concrete_fields
    if field.name not in frozen.free
]


def _other(field, value):
    """A value of the field's type that is not `value`."""
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.ForeignKey | models.IntegerField):
        return (value or 0) + 1000
    if isinstance(field, models.DateField):
        return (value or NOW) + timedelta(days=1)
    if isinstance(field, models.JSONField):
        return [["changed", "changed"]]
    return f"{value[:-1]}~" if value else "~"


def test_every_frozen_table_has_a_row_to_try():
    assert {frozen.model for frozen in ALL} <= set(FRESH)


@pytest.mark.parametrize(("model", "field"), COLUMNS)
def test_a_frozen_column_does_not_change(model, field, rows):
    row = rows[model]
    before = model.objects.filter(pk=row.pk).values_list(field.attname, flat=True).get()
    with pytest.raises(IntegrityError, match="frozen and cannot be changed"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{field.attname: _other(field, before)})
    assert model.objects.filter(pk=row.pk).values_list(field.attname, flat=True).get() == before


@pytest.mark.parametrize("frozen", ALL, ids=lambda frozen: frozen.model.__name__)
def test_writing_the_same_again_is_no_change(frozen, rows):
    rows[frozen.model].save()
    assert frozen.model.objects.filter(pk=rows[frozen.model].pk).exists()


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (ReviewRound, {"state": "approved", "closed_at": NOW, "closed_reason": "Signed", "due": NOW.date()}),
        (ReviewRound, {"reviewer_id": None}),
        (Comment, {"resolved_at": NOW, "resolved_by_name": "Ada"}),
        (Publication, {"state": "withdrawn", "ended_at": NOW, "ended_by_name": "Ines", "ended_reason": "Wrong"}),
    ],
)
def test_what_is_free_changes(model, changes, rows):
    assert model.objects.filter(pk=rows[model].pk).update(**changes) == 1


def test_the_free_fields_exist():
    for frozen in ALL:
        assert frozen.free <= {field.name for field in frozen.model._meta.concrete_fields}


def test_all_triggers_stand(db):
    assert missing(connection, ALL) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("frozen", ALL, ids=lambda frozen: frozen.model.__name__)
def test_a_rebuilt_table_gets_its_trigger_back(frozen, django_db_serialized_rollback):
    _rebuild(frozen)
    assert missing(connection, ALL) == [frozen.name]
    call_command("migrate", verbosity=0)
    assert missing(connection, ALL) == []


def _rebuild(frozen):
    """What a migration does to a SQLite table; PostgreSQL never rebuilds one, so there the trigger is dropped."""
    if connection.vendor == "sqlite":
        with connection.schema_editor() as editor:
            editor._remake_table(frozen.model)
    else:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP TRIGGER "{frozen.name}" ON "{frozen.model._meta.db_table}"')


@pytest.fixture
def signer_gone(rows):
    """The reviewer's account is deleted; the person stays."""
    rows[User].delete()
    return rows


def test_a_signature_outlives_the_account(signer_gone):
    signature = SignOff.objects.get()
    assert signature.name == "Rui Reviewer"
    assert signature.user_id == SignOff.objects.values_list("user_id", flat=True).get()
    assert not User.objects.filter(pk=signature.user_id).exists()
    assert Profile.objects.get(pk=signature.reviewer_id).user is None


def test_everything_else_that_names_the_account_stays(signer_gone):
    assert Revision.objects.get().created_by_name == "Rui"
    assert Publication.objects.get().by_name == "Ines"
    assert Event.objects.filter(actor_name="Rui Reviewer").exists()
    assert first_break() is None


@pytest.mark.django_db(transaction=True)
def test_an_account_goes_also_where_the_database_checks_at_commit(rui):
    rows = make_rows(rui, rui.profile)
    rows[User].delete()
    assert SignOff.objects.get().name == "Rui Reviewer"
