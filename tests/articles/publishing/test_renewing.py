"""Each kind of change marks the pages made from it, leaves the others alone, and is recorded once."""

import json

import pytest
from django.db import transaction

from articles.models import Freshness, PolicyPage, Site, StoredPage, Topic
from articles.publishing import renewing
from articles.publishing.pages import make, page
from tests.articles.conftest import NOON
from tests.conftest import TODAY
from vivere.audit.chain import first_break
from vivere.audit.models import Event

ARTICLE = "/articles/sleep-and-the-night-shift/"
LISTS = {"/", "/articles/", "/topics/", "/people/"}
PAGES = {ARTICLE, *LISTS, "/topics/sleep/", "/topics/food/", "/people/ada/", "/people/rui/", "/policies/privacy/"}


@pytest.fixture
def stored(published):
    """Every page of a small site, fresh; one topic has no article."""
    Topic.objects.create(name="Food", slug="food")
    for path in PAGES:
        assert make(path, now=NOON), path
    return published


def marked() -> set[str]:
    return set(StoredPage.objects.filter(freshness=Freshness.REBUILD).values_list("path", flat=True))


def event() -> tuple[str, str, dict]:
    """The one event of the change."""
    row = Event.objects.order_by("-id").first()
    assert first_break() is None
    return row.action, row.subject, json.loads(row.details)


def test_the_site_is_on_every_page(stored, gita):
    renewing.site_changed(Site.objects.get(), by=gita, changed={"name": ("Vivere", "Bright")}, now=NOON)
    assert marked() == PAGES
    assert event() == ("site.changed", "site:1", {"name": ["Vivere", "Bright"]})
    assert Event.objects.get().actor_name == "Gita Governance"


def test_policies_are_linked_from_every_page(stored, gita):
    policy = PolicyPage.objects.create(slug="new", title="P", summary="S", body="<p>B</p>", changed_on=TODAY)
    renewing.policies_changed(policy, by=gita, changed={"slug": ("privacy", "new")}, now=NOON)
    assert marked() == PAGES - {"/policies/privacy/"}
    assert page("/policies/privacy/") is None
    assert event()[:2] == ("policy.changed", f"policy:{policy.pk}")


def test_a_long_text_is_recorded_by_its_digest(stored, gita):
    policy = PolicyPage.objects.create(slug="new", title="P", summary="S", body="<p>B</p>", changed_on=TODAY)
    renewing.policies_changed(policy, by=gita, changed={"body": ("<p>Short</p>", "x" * 301)}, now=NOON)
    short, long = event()[2]["body"]
    assert short == "<p>Short</p>"
    assert long.startswith("sha256:")
    assert len(long) == len("sha256:") + 64


def test_a_person_is_on_their_card_wherever_it_stands(stored, ada, gita):
    renewing.person_changed(ada.profile, by=gita, changed={"job_title": ("", "Editor")}, now=NOON)
    assert marked() == {ARTICLE, "/people/", "/people/ada/"}
    assert event() == ("person.changed", f"person:{ada.profile.pk}", {"job_title": ["", "Editor"]})


def test_the_page_of_an_old_name_is_dropped(stored, ada, gita):
    ada.profile.slug = "adele"
    ada.profile.save()
    renewing.person_changed(ada.profile, by=gita, changed={"slug": ("ada", "adele")}, now=NOON)
    assert page("/people/ada/") is None
    assert marked() == {ARTICLE, "/people/"}


def test_a_registration_is_on_its_persons_card(stored, rui, gita):
    row = rui.profile.registrations.get()
    changed = {"result": ("registered", "lapsed"), "verified_on": (TODAY, TODAY)}
    renewing.registration_changed(rui.profile, row.pk, by=gita, changed=changed, now=NOON)
    assert marked() == {ARTICLE, "/people/", "/people/rui/"}
    action, subject, details = event()
    assert (action, subject) == ("registration.changed", f"registration:{row.pk}")
    assert (details["result"], details["person"]) == (["registered", "lapsed"], rui.profile.pk)


@pytest.mark.parametrize(
    ("field", "paths"),
    [
        ("name", PAGES - {"/topics/food/", "/policies/privacy/"}),
        ("introduction", {ARTICLE, "/topics/sleep/"}),
    ],
)
def test_a_topic_is_in_every_list_that_shows_its_articles(field, paths, stored, topic, gita):
    renewing.topic_changed(topic, by=gita, changed={field: ("Old", "New")}, now=NOON)
    assert marked() == paths
    assert event() == ("topic.changed", f"topic:{topic.pk}", {field: ["Old", "New"]})


def test_a_topic_without_articles_has_its_page_alone(stored, gita):
    food = Topic.objects.get(slug="food")
    renewing.topic_changed(food, by=gita, changed={"name": ("Food", "Meals")}, now=NOON)
    assert marked() == {"/topics/food/"}


def test_a_topic_that_comes_back_is_on_its_articles_again(stored, topic, gita):
    for old, new in (("sleep", "rest"), ("rest", "sleep")):
        Topic.objects.filter(pk=topic.pk).update(slug=new)
        topic.refresh_from_db()
        renewing.topic_changed(topic, by=gita, changed={"slug": (old, new)}, now=NOON)
        assert page(f"/topics/{old}/") is None
        assert ARTICLE in marked()
        make(ARTICLE, now=NOON)
    assert "/topics/sleep/" in bytes(page(ARTICLE).body).decode()


def test_the_standing_of_a_source_is_live(stored, sources, gita):
    changed = {"status": ("unchecked", "retracted")}
    renewing.source_changed(sources[0], by=gita, changed=changed, now=NOON)
    assert marked() == {ARTICLE}
    assert event() == ("source.changed", f"source:{sources[0].pk}", {"status": ["unchecked", "retracted"]})


def test_what_is_printed_of_a_source_waits_for_the_next_revision(stored, sources, gita):
    renewing.source_changed(sources[0], by=gita, changed={"title": ("Old", "New")}, now=NOON)
    assert marked() == set()
    assert event()[0] == "source.changed"


@pytest.mark.parametrize("count", [1, 3])
def test_a_topics_name_costs_the_same_for_many_articles(
    count, publish_document, document, topic, gita, django_assert_max_num_queries
):
    for _ in range(count):
        publish_document(document)
    with transaction.atomic(), django_assert_max_num_queries(16):
        renewing.topic_changed(topic, by=gita, changed={"name": ("Sleep", "Rest")}, now=NOON)
