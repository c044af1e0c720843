"""People in the admin: nobody verifies themselves, and a check carries the name of who made it."""

from datetime import date

import pytest
from django.urls import reverse

from authors.models import Profile, Registration
from tests.articles.admin.filling import filled, post
from tests.articles.admin.posting import page_of
from tests.articles.conftest import joined
from tests.conftest import TODAY


def page(user) -> str:
    return reverse("admin:authors_profile_change", args=[user.profile.pk])


@pytest.fixture
def governing(gita, client):
    client.force_login(gita)
    return client


@pytest.fixture
def rui_governs(rui, client):
    """A reviewer who is in Governance too, signed in."""
    rui = joined(rui, "Governance")
    client.force_login(rui)
    return rui


def new_registration(profile: str = "", **more) -> dict:
    entry = {"body": "Sample register", "profession": "dietitian", "number": "SAMPLE-0002", "profile": profile}
    entry |= {"result": "registered", "verified_on": date.today().isoformat(), "id": ""} | more
    return {f"registrations__0__{name}": value for name, value in entry.items()} | {"registrations__TOTAL_FORMS": "1"}


def test_a_new_registration_carries_the_name_of_who_entered_it(ada, governing):
    answer = post(governing, page(ada), **new_registration(ada.profile.pk, verified_by="Somebody Else"))
    assert answer.status_code == 302
    assert Registration.objects.get(profile=ada.profile).verified_by == "Gita Governance"


@pytest.mark.parametrize(
    ("field", "value"),
    [("result", "restricted"), ("number", "SAMPLE-0009"), ("verified_on", date.today().isoformat())],
)
def test_a_check_carries_the_name_of_who_made_it(field, value, rui, governing):
    Registration.objects.update(verified_by="Somebody Before", verified_on=date(2026, 5, 1))
    assert post(governing, page(rui), **{f"registrations__0__{field}": value}).status_code == 302
    row = Registration.objects.get()
    assert (str(getattr(row, field)), row.verified_by) == (value, "Gita Governance")


@pytest.mark.parametrize("changes", [{"job_title": "Senior dietitian"}, {"registrations__0__next_check": "2027-01-01"}])
def test_without_a_check_the_name_stays(changes, rui, governing):
    Registration.objects.update(verified_by="Somebody Before")
    assert post(governing, page(rui), registrations__0__verified_by="Me", **changes).status_code == 302
    assert Registration.objects.get().verified_by == "Somebody Before"


def test_a_result_without_a_date_is_still_refused(ada, governing):
    answer = post(governing, page(ada), **new_registration(ada.profile.pk, verified_on=""))
    assert "A result needs the date of the check" in answer.content.decode()
    assert not Registration.objects.exists()


def test_ones_own_registrations_can_be_read_and_nothing_else(rui_governs, client):
    Registration.objects.update(result="lapsed")
    shown = page_of(client.get(page(rui_governs)))
    assert "your own are entered and checked by a colleague" in shown.text_content()
    assert "SAMPLE-0001" in shown.text_content()
    assert not shown.xpath("//*[@name='registrations-0-result']")
    row = Registration.objects.get()
    forged = new_registration(rui_governs.profile.pk, number="SAMPLE-0001", id=row.pk)
    forged |= {"registrations__INITIAL_FORMS": "1", "job_title": "Senior dietitian"}
    assert post(client, page(rui_governs), **forged).status_code == 302
    row.refresh_from_db()
    assert row.result == "lapsed"
    assert Profile.objects.get(pk=rui_governs.profile.pk).job_title == "Senior dietitian"


def test_no_registration_is_added_to_ones_own_profile(rui_governs, client):
    forged = new_registration(rui_governs.profile.pk) | {"registrations__INITIAL_FORMS": "0"}
    client.post(page(rui_governs), filled(client, page(rui_governs), **forged))
    assert Registration.objects.get().number == "SAMPLE-0001"


def test_ones_own_profile_is_not_let_go_to_be_verified(rui_governs, client):
    post(client, page(rui_governs), user="")
    assert Profile.objects.get(slug="rui").user == rui_governs


def test_nobody_takes_a_profile_that_they_verified(rui_governs, client):
    profile = Profile.objects.create(slug="new", name="New Person")
    Profile.objects.filter(slug="rui").update(user=None)
    answer = post(client, reverse("admin:authors_profile_change", args=[profile.pk]), user=str(rui_governs.pk))
    assert "Ask a colleague to connect your own account" in answer.content.decode()
    assert not Profile.objects.filter(user=rui_governs).exists()


def test_a_colleague_connects_the_account(governing, olga):
    profile = Profile.objects.create(slug="new", name="New Person")
    Profile.objects.filter(user=olga).update(user=None)
    address = reverse("admin:authors_profile_change", args=[profile.pk])
    assert post(governing, address, user=str(olga.pk)).status_code == 302
    assert Profile.objects.get(user=olga) == profile


def test_ones_own_interests_are_declared_by_oneself(rui_governs, client):
    changes = {"interests": "Shares in a dairy.", "interests_declared": TODAY.isoformat()}
    assert post(client, page(rui_governs), **changes).status_code == 302
    assert Profile.objects.get(user=rui_governs).interests == "Shares in a dairy."


def test_writers_read_people_and_cannot_change_them(ada, rui, client):
    client.force_login(ada)
    assert client.get(page(rui)).status_code == 200
    assert client.post(page(rui), {"name": "Changed", "slug": "rui"}).status_code == 403
