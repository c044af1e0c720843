"""What is saved in the admin is what readers see next."""

import json
from datetime import date

import pytest
from django.urls import reverse

from articles.models import PolicyPage, Site, StoredPage
from articles.publishing.publish import publish
from tests.articles.admin.filling import post
from tests.articles.conftest import NOON, joined
from vivere.audit.models import Event


@pytest.fixture
def live(submitted, rui, ines, sign):
    """The article of the cast, public; its address."""
    sign(submitted, rui)
    return f"/articles/{publish(submitted.revision, by=ines, now=NOON).slug}/"


@pytest.fixture
def governing(gita, client):
    client.force_login(gita)
    return client


def said(client, path, status=200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def recorded(action) -> dict:
    return json.loads(Event.objects.get(action=action).details)


def test_the_name_and_the_money_of_the_site_are_on_every_page(live, governing):
    assert "Bright Health" not in said(governing, live) + said(governing, "/people/")
    address = reverse("admin:articles_site_change", args=[1])
    assert post(governing, address, name="Bright Health", funding="A charity pays.").status_code == 302
    for path in (live, "/people/", "/"):
        assert "Bright Health" in said(governing, path)
        assert "A charity pays." in said(governing, path)
    assert recorded("site.changed")["name"] == ["Vivere", "Bright Health"]


def test_a_form_saved_as_it_was_renews_and_records_nothing(live, governing):
    assert post(governing, reverse("admin:articles_site_change", args=[1])).status_code == 302
    assert not Event.objects.filter(action="site.changed").exists()
    assert not StoredPage.objects.exclude(freshness="fresh").exists()


def test_a_new_text_of_a_policy_is_what_readers_get(live, governing):
    assert "We keep nothing." not in said(governing, "/policies/privacy/")
    form = {"slug": "privacy", "title": "Privacy here", "summary": "Short.", "body": "<p>We keep nothing.</p>"}
    form |= {"position": "11", "changed_on": "2026-06-01"}
    assert governing.post(reverse("admin:articles_policypage_add"), form).status_code == 302
    assert "We keep nothing." in said(governing, "/policies/privacy/")
    assert "Privacy here" in said(governing, live)
    policy = PolicyPage.objects.get()
    address = reverse("admin:articles_policypage_change", args=[policy.pk])
    assert post(governing, address, slug="your-data", body="<p>We keep less.</p>").status_code == 302
    assert "We keep less." in said(governing, "/policies/your-data/")
    assert "/policies/your-data/" in said(governing, live)
    assert "We keep" not in said(governing, "/policies/privacy/")  # the text that we ship stands there again


def test_a_person_has_a_new_name_and_a_new_address(live, ada, governing):
    assert "Ada Writer" in said(governing, "/people/ada/")
    assert "Adele" not in said(governing, live) + said(governing, "/people/")
    address = reverse("admin:authors_profile_change", args=[ada.profile.pk])
    assert post(governing, address, name="Adele Writer", slug="adele").status_code == 302
    assert not StoredPage.objects.filter(path="/people/ada/").exists()
    assert "Adele Writer" in said(governing, "/people/adele/")
    assert "Adele Writer" in said(governing, "/people/")
    assert "/people/adele/" in said(governing, live)
    said(governing, "/people/ada/", status=404)
    assert recorded("person.changed") == {"name": ["Ada Writer", "Adele Writer"], "slug": ["ada", "adele"]}


def test_a_registration_that_lapses_lapses_on_the_public_card(live, rui, governing):
    assert "Lapsed or removed" not in said(governing, "/people/rui/") + said(governing, live)
    address = reverse("admin:authors_profile_change", args=[rui.profile.pk])
    answer = post(governing, address, registrations__0__result="lapsed", registrations__0__verified_on=date.today())
    assert answer.status_code == 302
    assert "Lapsed or removed" in said(governing, "/people/rui/")
    assert "Lapsed or removed" in said(governing, live)
    assert recorded("registration.changed")["result"] == ["registered", "lapsed"]
    assert not Event.objects.filter(action="person.changed").exists()


def test_a_degree_is_on_the_card_and_in_the_record(live, ada, governing):
    said(governing, "/people/ada/")
    address = reverse("admin:authors_profile_change", args=[ada.profile.pk])
    degree = {"award": "MSc Nutrition", "institution": "University of Examples"}
    new = {f"qualifications__0__{name}": value for name, value in degree.items()}
    new |= {"qualifications__0__profile": ada.profile.pk, "qualifications__TOTAL_FORMS": "1"}
    assert post(governing, address, **new).status_code == 302
    assert "University of Examples" in said(governing, "/people/ada/")
    assert "University of Examples" in recorded("person.changed")["qualifications"][1]


def test_a_retraction_stands_on_the_live_page(live, sources, olga, client):
    editor = joined(olga, "Editor")
    editor.is_staff = True
    editor.save()
    client.force_login(editor)
    assert "Retracted" not in said(client, live)
    address = reverse("admin:articles_source_change", args=[sources[0].pk])
    changes = {"status": "retracted", "status_note": "Data were invented.", "status_on": "2026-06-02"}
    assert post(client, address, **changes).status_code == 302
    assert "Retracted" in said(client, live)
    assert "Data were invented." in said(client, live)
    assert recorded("source.changed")["status"] == ["unchecked", "retracted"]


def test_a_topic_has_its_new_name_wherever_it_is_shown(live, topic, governing):
    shown_on = (live, "/", "/articles/", "/topics/", "/topics/sleep/", "/people/ada/", "/people/rui/")
    assert not any("Good nights" in said(governing, path) for path in shown_on)
    address = reverse("admin:articles_topic_change", args=[topic.pk])
    assert post(governing, address, name="Good nights").status_code == 302
    assert [path for path in shown_on if "Good nights" not in said(governing, path)] == []
    assert recorded("topic.changed") == {"name": ["Sleep", "Good nights"]}


def test_a_topic_that_moves_leaves_its_old_address_and_can_come_back(live, topic, governing):
    said(governing, "/topics/sleep/")
    address = reverse("admin:articles_topic_change", args=[topic.pk])
    assert post(governing, address, slug="rest").status_code == 302
    said(governing, "/topics/sleep/", status=404)
    assert not StoredPage.objects.filter(path="/topics/sleep/").exists()
    assert "/topics/sleep/" not in said(governing, live)
    assert post(governing, address, slug="sleep").status_code == 302
    assert "/topics/sleep/" in said(governing, live)


@pytest.mark.parametrize("model", ["articles_policypage", "articles_source", "articles_topic", "authors_profile"])
def test_what_pages_name_is_not_deleted(model, live, ada, topic, sources, admin_client):
    rows = {"articles_source": sources[0], "articles_topic": topic, "authors_profile": ada.profile}
    policy = PolicyPage.objects.create(slug="p", title="P", summary="S", body="<p>B</p>", changed_on=date(2026, 6, 1))
    row = rows.get(model, policy)
    answer = admin_client.post(reverse(f"admin:{model}_delete", args=[row.pk]), {"post": "yes"})
    assert answer.status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


def test_the_one_row_of_the_site_is_neither_added_nor_deleted(admin_client):
    assert admin_client.get(reverse("admin:articles_site_add")).status_code == 403
    assert admin_client.post(reverse("admin:articles_site_delete", args=[1]), {"post": "yes"}).status_code == 403
    assert Site.objects.exists()
