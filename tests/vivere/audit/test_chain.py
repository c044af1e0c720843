"""The event chain shows every kind of tampering."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from vivere.audit.chain import first_break, record
from vivere.audit.frozen import AUDIT
from vivere.audit.models import ChainHead, Event


@pytest.fixture
def three_events(ada):
    with transaction.atomic():
        for n in range(3):
            record("tested", f"thing:{n}", by=ada, reason=f"reason {n}")
    return list(Event.objects.order_by("id"))


def without_trigger(statement, *values):
    """What somebody with the database file in hand could do."""
    with connection.cursor() as cursor:
        on = f" ON {Event._meta.db_table}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {AUDIT[0].name}{on}")
        cursor.execute(statement, values)


def erase(event):
    """Takes a row out behind the code that keeps it."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_event WHERE id = %s", [event.pk])


def test_events_cannot_be_deleted(three_events):
    with pytest.raises(ProtectedError, match="kept for good"):
        three_events[0].delete()
    with pytest.raises(ProtectedError, match="kept for good"):
        Event.objects.all().delete()
    assert Event.objects.count() == 3


def test_an_untouched_chain_has_no_break(three_events):
    assert first_break() is None


def test_an_empty_chain_has_no_break(db):
    assert first_break() is None


def test_events_cannot_be_updated(three_events):
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Event.objects.filter(pk=three_events[1].pk).update(reason="another")


def test_a_changed_reason_is_found(three_events):
    without_trigger("UPDATE audit_event SET reason = %s WHERE id = %s", "another", three_events[1].pk)
    assert f"Event {three_events[1].pk} " in first_break()


def test_a_removed_event_is_found(three_events):
    erase(three_events[1])
    assert f"Event {three_events[2].pk} " in first_break()


def test_a_cut_end_is_found(three_events):
    erase(three_events[2])
    assert "ends after 2 events; 3 were recorded" in first_break()


def test_a_chain_without_head_is_found(three_events):
    ChainHead.objects.all().delete()
    assert "0 were recorded" in first_break()


@pytest.mark.django_db(transaction=True)
def test_recording_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="inside the transaction"):
        record("tested", "thing:1", by=None)
