"""`demo` loads a site with a history, through the functions that editors use, once."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from articles.management.samples import LOGINS, PASSWORD
from articles.models import (
    Article,
    Change,
    Picture,
    PolicyPage,
    Publication,
    ReviewRound,
    Revision,
    Scope,
    SignOff,
    Source,
    StoredPage,
    Topic,
)
from articles.publishing.integrity import problems
from articles.publishing.readiness import readiness
from articles.publishing.status import Status, statuses
from authors.credentials import interests_are_current, registration_for
from authors.models import Profile
from vivere.audit.models import Event


@pytest.fixture(scope="module")
def output(django_db_setup, django_db_blocker, tmp_path_factory):
    """What `demo` printed; its rows stand for all tests of this file and are rolled back after them."""
    changed = override_settings(DEBUG=True, MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), changed, transaction.atomic():
        yield run()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(output, db) -> str:
    return output


def run() -> str:
    out = StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


def test_it_says_what_it_loaded_and_how_to_log_in(loaded):
    assert "8 sample articles" in loaded
    assert PASSWORD in loaded
    for login in LOGINS:
        user = authenticate(username=login, password=PASSWORD)
        assert user is not None
        assert user.is_staff
        assert [group.name for group in user.groups.all()] == [login.capitalize()]


def test_a_second_run_changes_nothing_and_says_so(loaded):
    def everything():
        tables = (Article, Revision, SignOff, Publication, Event, Profile, Source, Topic, Picture, User, StoredPage)
        return [list(table.objects.order_by("pk").values()) for table in tables]

    before = everything()
    assert run() == "The demo content is there already; nothing was changed.\n"
    assert everything() == before


def test_every_state_is_shown(loaded):
    found = sorted(statuses(Article.objects.all()).values())
    assert found == [Status.DRAFT, Status.IN_REVIEW, Status.OVERDUE, *[Status.PUBLISHED] * 5]


def test_the_overdue_article_was_signed_while_registration_and_interests_were_current(loaded):
    stands = statuses(Article.objects.all())
    overdue = Article.objects.get(pk=next(pk for pk, status in stands.items() if status == Status.OVERDUE))
    publication = overdue.publications.get()
    signature = SignOff.objects.get(revision__article=overdue)
    today = timezone.localdate()
    assert publication.next_review < today
    signed_on = timezone.localdate(signature.signed_at)
    assert signature.registration_checked <= signed_on < signature.registration_checked + timedelta(days=365)
    assert interests_are_current(signature.interests_declared, on=signed_on)
    assert timezone.localdate(publication.published_at) < publication.next_review


def test_a_correction_was_signed_by_its_changed_parts_and_kept_the_date_of_review(loaded):
    first, second = Publication.objects.filter(article__publications__number=2).order_by("number")
    assert (first.change, second.change) == (Change.FIRST, Change.CORRECTION)
    assert second.last_reviewed == first.last_reviewed
    assert second.updated_at > first.updated_at
    assert second.note
    assert SignOff.objects.get(revision=second.revision).scope == Scope.CHANGED


def test_published_articles_pass_every_check_but_for_one_recorded_exception(loaded):
    stands = statuses(Article.objects.all())
    excepted = {}
    for publication in Publication.objects.filter(state="current"):
        rows = {row.code: row.reason for row in publication.exceptions.all()}
        if stands[publication.article_id] == Status.PUBLISHED:  # the overdue one's declarations have aged
            ready = readiness(publication.revision)
            assert [finding.code for finding in ready.findings] == list(rows)
        excepted |= rows
    assert list(excepted) == ["reviewer-not-independent"]


def test_everything_verifies_and_the_events_stand_in_the_order_of_their_times(loaded):
    assert not list(problems())
    times = list(Event.objects.order_by("id").values_list("at", flat=True))
    assert times == sorted(times)
    assert times[-1] <= timezone.now()


def test_every_person_is_marked_as_a_sample_and_says_so(loaded):
    assert Profile.objects.count() == 5
    for profile in Profile.objects.all():
        assert profile.is_sample
        assert "invented person" in profile.biography
        assert Picture.objects.filter(sha256=profile.photo).exists()
        assert all(row.body == "Sample register" for row in profile.registrations.all())


def test_the_sample_reviewers_can_sign_today(loaded):
    today = timezone.localdate()
    for username, role in (("reviewer", "dietitian"), ("doctor", "doctor")):
        profile = Profile.objects.get(user__username=username)
        assert registration_for(profile, role=role, on=today)
        assert interests_are_current(profile.interests_declared, on=today)


def test_a_round_waits_for_the_sample_reviewer(loaded):
    waiting = ReviewRound.objects.get(state="waiting")
    assert waiting.reviewer == Profile.objects.get(user__username="reviewer")
    assert waiting.due > timezone.localdate()


def test_every_topic_has_an_introduction_and_a_reviewer(loaded):
    assert Topic.objects.count() == 8
    assert all(topic.introduction and topic.reviewers.exists() for topic in Topic.objects.all())


def test_policy_pages_are_there(loaded):
    assert PolicyPage.objects.exists()


def test_pages_of_published_articles_are_ready_and_drafts_have_none(loaded):
    paths = set(StoredPage.objects.values_list("path", flat=True))
    for article, status in ((row, statuses([row])[row.pk]) for row in Article.objects.all()):
        is_public = status in {Status.PUBLISHED, Status.OVERDUE}
        assert (article.get_absolute_url() in paths) == is_public
