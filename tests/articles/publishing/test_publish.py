"""Only a signed text goes live, whole or not at all."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from articles.document.nodes import Person, Role
from articles.models import Change, Publication, PublicationException, Source, StoredPage
from articles.publishing.errors import FindingsInTheWay, PublishingRefused
from articles.publishing.exemptions import Exemption
from articles.publishing.pages import due
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from articles.review import transitions
from articles.review.comments import comment
from authors.models import Profile
from tests.articles.conftest import DAY, NOON
from vivere.audit.chain import first_break
from vivere.audit.models import Event


@pytest.fixture
def signed(submitted, rui, sign):
    sign(submitted, rui)
    return submitted.revision


@pytest.fixture
def published(signed, ines):
    return publish(signed, by=ines, now=NOON)


@pytest.fixture
def next_signed(published, article, ada, rui, edit, sign):
    """Revision 2, its changed parts signed a week later."""
    edit(article, ada, standfirst="Working at night can make sleep harder.", now=NOON + 7 * DAY)
    round_ = transitions.submit(article, by=ada, now=NOON + 7 * DAY)
    sign(round_, rui, scope="changed", now=NOON + 7 * DAY)
    return round_.revision


def test_a_signed_text_goes_live_with_its_dates(published, signed):
    assert (published.state, published.number, published.change) == ("current", 1, Change.FIRST)
    assert published.digest == signed.digest
    assert published.first_published == published.updated_at == published.published_at == NOON
    assert (published.last_reviewed.isoformat(), published.next_review.isoformat()) == ("2026-06-01", "2029-06-01")
    assert StoredPage.objects.get(path=f"/articles/{published.slug}/").status == 200
    assert first_break() is None


@pytest.mark.parametrize("person", ["ada", "rui", "gita", "olga"])
def test_only_publishers_publish_and_withdraw(person, signed, published, request):
    somebody = request.getfixturevalue(person)
    with pytest.raises(PublishingRefused, match="Only publishers publish"):
        publish(signed, by=somebody, now=NOON)
    with pytest.raises(PublishingRefused, match="Only publishers withdraw"):
        withdraw(published, by=somebody, reason="x")


def test_an_unsigned_text_is_refused(submitted, ines):
    with pytest.raises(PublishingRefused, match="not signed by: registered clinician"):
        publish(submitted.revision, by=ines, now=NOON)
    assert not Publication.objects.exists()
    assert not StoredPage.objects.filter(kind="article").exists()


def test_the_one_character_edit_after_signing_does_not_go_live(published, article, ada, ines, edit):
    edit(article, ada, standfirst="Working at night makes sleep harder!")
    newer = transitions.submit(article, by=ada).revision
    with pytest.raises(PublishingRefused, match="Revision 2 is not signed"):
        publish(newer, by=ines, note="x", now=NOON)
    page = bytes(StoredPage.objects.get(path=f"/articles/{published.slug}/").body).decode()
    assert "makes sleep harder." in page
    assert "makes sleep harder!" not in page


def test_a_text_changed_in_the_database_is_refused(signed, ines, monkeypatch):
    monkeypatch.setattr("articles.models.Revision.is_intact", property(lambda self: False))
    with pytest.raises(PublishingRefused):
        publish(signed, by=ines, now=NOON)


def test_an_article_whose_record_was_changed_is_refused(signed, ines, monkeypatch):
    monkeypatch.setattr("articles.publishing.publish.first_break_of", lambda article: "Event 3 is not what it was.")
    with pytest.raises(PublishingRefused, match="Event 3"):
        publish(signed, by=ines, now=NOON)


def test_a_review_that_has_run_out_is_refused(signed, ines):
    with pytest.raises(PublishingRefused, match="good until 1 June 2029"):
        publish(signed, by=ines, now=NOON + 1097 * DAY)


@pytest.fixture
def incomplete(article, sources, ada, rui, sign):
    """Signed, with one source that has no authors."""
    Source.objects.filter(pk=sources[0].pk).update(authors=[])
    round_ = transitions.submit(article, by=ada, now=NOON - DAY)
    sign(round_, rui)
    return round_.revision


def test_a_blocking_finding_without_exception_is_refused_with_the_list(incomplete, ines):
    with pytest.raises(FindingsInTheWay) as refusal:
        publish(incomplete, by=ines, now=NOON)
    assert [finding.code for finding in refusal.value.findings] == ["source-incomplete"]
    assert not Publication.objects.exists()


def test_an_exception_with_a_reason_is_recorded_with_what_it_covers(incomplete, ines):
    given = [Exemption("source-incomplete", "The authors are being traced.")]
    publication = publish(incomplete, by=ines, exceptions=given, now=NOON)
    row = PublicationException.objects.get(publication=publication)
    assert (row.reason, row.by_name, len(row.findings)) == ("The authors are being traced.", "Ines Publisher", 1)
    page = bytes(StoredPage.objects.get(path=f"/articles/{publication.slug}/").body).decode()
    assert "The authors are being traced." in page


def test_an_exception_needs_a_reason(incomplete, ines):
    with pytest.raises(PublishingRefused, match="Give a reason"):
        publish(incomplete, by=ines, exceptions=[Exemption("source-incomplete", " ")], now=NOON)


def test_an_exception_for_nothing_is_refused(signed, ines):
    with pytest.raises(PublishingRefused, match="Nothing was found under coi-missing"):
        publish(signed, by=ines, exceptions=[Exemption("coi-missing", "Why not")], now=NOON)


def test_a_retracted_source_takes_no_exception(signed, sources, ines):
    Source.objects.filter(pk=sources[0].pk).update(status="retracted")
    with pytest.raises(FindingsInTheWay) as refusal:
        publish(signed, by=ines, exceptions=[Exemption("source-retracted", "We like it")], now=NOON)
    assert refusal.value.findings[0].is_absolute


def test_a_reviewer_who_is_quoted_needs_an_exception(article, document, ada, rui, ines, sign, edit):
    quoted = Person(role=Role.QUOTED, profile=rui.profile.pk, name="Rui Reviewer")
    edit(article, ada, people=(*document.people, quoted), now=NOON - 2 * DAY)
    round_ = transitions.submit(article, by=ada, now=NOON - DAY)
    sign(round_, rui)
    with pytest.raises(FindingsInTheWay, match="Rui"):
        publish(round_.revision, by=ines, now=NOON)
    given = [Exemption("reviewer-not-independent", "Said beside his name.")]
    assert publish(round_.revision, by=ines, exceptions=given, now=NOON).state == "current"


def test_what_is_live_already_is_not_published_twice(published, signed, ines):
    with pytest.raises(PublishingRefused, match="already what readers get"):
        publish(signed, by=ines, now=NOON)


def test_a_later_text_supersedes_the_earlier(next_signed, published, ines):
    second = publish(next_signed, by=ines, note="The standfirst is more careful.", now=NOON + 8 * DAY)
    published.refresh_from_db()
    assert (published.state, published.ended_at) == ("superseded", NOON + 8 * DAY)
    assert (second.number, second.change, second.state) == (2, Change.MAJOR, "current")
    assert (second.first_published, second.updated_at) == (NOON, NOON + 8 * DAY)
    assert second.last_reviewed == published.last_reviewed  # changed parts do not move it (H3)


def test_a_minor_edit_moves_no_date_that_readers_see(next_signed, published, ines):
    second = publish(next_signed, by=ines, change=Change.MINOR, now=NOON + 8 * DAY)
    assert (second.updated_at, second.last_reviewed) == (NOON, published.last_reviewed)


def test_readers_are_told_what_changed(next_signed, published, ines):
    with pytest.raises(PublishingRefused, match="Tell readers what changed"):
        publish(next_signed, by=ines, change=Change.CORRECTION, now=NOON + 8 * DAY)
    published.refresh_from_db()
    assert published.state == "current"


def test_a_review_without_change_moves_the_review_date_alone(published, signed, article, ada, rui, ines, sign):
    later = NOON + 300 * DAY
    round_ = transitions.submit(article, by=ada, now=later)
    sign(round_, rui, now=later)
    again = publish(signed, by=ines, now=later)
    assert (again.change, again.updated_at) == (Change.REVIEW, NOON)
    assert again.last_reviewed == later.date()


def test_the_date_of_an_imported_file_is_shown_only_when_confirmed(signed, article, ines):
    article.stated_date = (NOON - 280 * DAY).date()
    article.save()
    publication = publish(signed, by=ines, confirm_stated_date=True, now=NOON)
    assert publication.first_published.date() == article.stated_date


def test_one_publication_is_current_whatever_is_tried(published):
    copy = Publication.objects.get(pk=published.pk)
    copy.pk, copy.number = None, 9
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save(force_insert=True)


def test_a_publication_never_changes_its_text(published, next_signed):
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Publication.objects.filter(pk=published.pk).update(revision=next_signed)


def test_a_failure_while_pages_are_made_leaves_nothing(signed, ines, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr("articles.publishing.publish.refresh", fail)
    with pytest.raises(OSError, match="disk full"):
        publish(signed, by=ines, now=NOON)
    assert not Publication.objects.exists()
    assert not Event.objects.filter(action="article.published").exists()


def test_publishing_costs_the_same_whatever_the_number_of_sections(
    signed, article, ada, rui, ines, edit, sign, document, django_assert_max_num_queries
):
    with django_assert_max_num_queries(60) as first:
        publish(signed, by=ines, now=NOON)
    sections = document.sections + tuple(
        replace(s, heading=f"{s.heading} {n}") for n in range(5) for s in document.sections
    )
    edit(article, ada, sections=sections, now=NOON + DAY)
    round_ = transitions.submit(article, by=ada, now=NOON + DAY)
    sign(round_, rui, now=NOON + DAY)
    with django_assert_max_num_queries(len(first) + 6):
        publish(round_.revision, by=ines, note="More sections.", now=NOON + DAY)


def test_the_publisher_profile_may_go(published, ines):
    ines.delete()
    assert Profile.objects.filter(slug="ines").exists()
    assert Publication.objects.get().by_name == "Ines Publisher"


def test_a_text_that_a_reviewer_refused_later_is_refused(signed, article, ada, rui, ines):
    again = transitions.submit(article, by=ada, now=NOON + DAY)
    transitions.request_changes(again, by=rui, reason="The dose is wrong after all.", now=NOON + DAY)
    with pytest.raises(PublishingRefused, match="The dose is wrong after all"):
        publish(signed, by=ines, now=NOON + 2 * DAY)


def test_open_blocking_comments_stop_publication(signed, article, ada, rui, ines):
    again = transitions.submit(article, by=ada, now=NOON + DAY)
    comment(again, by=rui, text="Wait for the new guideline.", is_blocking=True, now=NOON + DAY)
    with pytest.raises(PublishingRefused, match="Wait for the new guideline"):
        publish(signed, by=ines, now=NOON + 2 * DAY)


def test_no_page_is_made_of_a_text_that_is_not_what_was_signed(published, monkeypatch):
    path = f"/articles/{published.slug}/"
    before = bytes(StoredPage.objects.get(path=path).body)
    StoredPage.objects.filter(path=path).update(freshness="rebuild")
    monkeypatch.setattr("articles.models.Revision.is_intact", property(lambda self: False))
    assert due(path) == path
    assert bytes(StoredPage.objects.get(path=path).body) == before
