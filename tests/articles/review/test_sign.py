"""A signature means something: every refusal of DESIGN 3.4."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from articles.models import Involvement, ReviewPolicy, ReviewRound, RoundState, SignOff, Topic
from articles.review import comments, transitions
from articles.review.errors import NotAllowed, ReviewRefused, RoundClosed
from articles.review.standing import standing
from authors.models import Registration
from tests.articles.conftest import DAY, NOON, joined


def test_signing_binds_the_signature_to_the_text(submitted, rui, sign):
    signature = sign(submitted, rui, statement="Read twice.")
    assert signature.digest == submitted.revision.digest
    assert (signature.printed_name, signature.role, signature.scope) == ("Rui Reviewer, RD", "clinician", "whole")
    assert signature.registration == "Dietitian, Sample register, SAMPLE-0001"
    submitted.refresh_from_db()
    assert submitted.state == RoundState.APPROVED
    assert standing(submitted.revision).is_publishable


def test_another_digest_is_refused(submitted, rui, sign):
    with pytest.raises(RoundClosed, match="is not revision 1"):
        sign(submitted, rui, digest="0" * 64)
    assert not SignOff.objects.exists()


def test_a_round_that_a_newer_text_replaced_is_refused(article, submitted, ada, rui, edit, sign):
    edit(article, ada, standfirst="Another standfirst.")
    transitions.submit(article, by=ada)
    with pytest.raises(RoundClosed) as refusal:
        sign(submitted, rui)
    assert refusal.value.newest == 2


def test_a_text_that_was_changed_in_the_database_is_refused(submitted, rui, sign, monkeypatch):
    monkeypatch.setattr("articles.models.Revision.is_intact", property(lambda self: False))
    with pytest.raises(ReviewRefused, match="digest"):
        sign(submitted, rui)


def test_the_byline_author_does_not_sign(submitted, ada, rui, sign):
    ada = joined(ada, "Reviewer")
    rui.profile.registrations.update(profile=ada.profile)
    with pytest.raises(NotAllowed, match="wrote or edited"):
        sign(submitted, ada)


def test_an_editor_of_the_text_does_not_sign(article, ada, rui, edit, sign):
    rui = joined(rui, "Editor")
    edit(article, rui, standfirst="Rui's own words.")
    round_ = transitions.submit(article, by=ada)
    with pytest.raises(NotAllowed, match="wrote or edited"):
        sign(round_, rui)


def test_the_database_itself_keeps_makers_from_signing(submitted, ada):
    with pytest.raises(IntegrityError), transaction.atomic():
        Involvement.objects.create(
            revision=submitted.revision, profile=ada.profile, user=ada, name="Ada", side=Involvement.Side.SIGNED
        )


@pytest.mark.parametrize(
    "change",
    [
        {"result": "unchecked"},
        {"result": "restricted"},
        {"result": "lapsed"},
        {"result": "not found"},
        {"verified_on": (NOON - 366 * DAY).date()},
        {"verified_on": (NOON + DAY).date()},
        {"next_check": NOON.date()},
    ],
    ids=str,
)
def test_a_registration_that_is_not_verified_now_is_refused(change, submitted, rui, sign):
    Registration.objects.update(**change)
    with pytest.raises(NotAllowed, match="no registration"):
        sign(submitted, rui)


def test_a_dietitian_does_not_sign_alone_where_a_doctor_is_asked(submitted, topic, rui, sign):
    Topic.objects.filter(pk=topic.pk).update(risk="medicines")
    with pytest.raises(NotAllowed, match="as doctor"):
        sign(submitted, rui)


def test_a_reviewer_signs_only_approved_topics(submitted, rui, sign):
    Topic.objects.create(name="Fibre", slug="fibre").reviewers.add(rui.profile)
    with pytest.raises(NotAllowed, match="not approved to review sleep"):
        sign(submitted, rui)


def test_open_blocking_comments_stop_the_signature(submitted, rui, sign):
    remark = comments.comment(submitted, by=rui, text="The dose is wrong.", is_blocking=True)
    comments.comment(submitted, by=rui, text="A nice picture would help.")
    with pytest.raises(ReviewRefused, match="The dose is wrong"):
        sign(submitted, rui)
    comments.resolve(remark, by=rui)
    assert sign(submitted, rui)


def test_nobody_resolves_the_blocking_comment_of_another(submitted, rui, ada):
    remark = comments.comment(submitted, by=rui, text="The dose is wrong.", is_blocking=True)
    with pytest.raises(NotAllowed, match="has to resolve it"):
        comments.resolve(remark, by=ada)


def test_a_superuser_without_credentials_does_not_sign(submitted, sign):
    root = User.objects.create_superuser("root", "root@example.org", "pass")
    with pytest.raises(NotAllowed):
        sign(submitted, root)


@pytest.mark.parametrize("words", [{"meaning": "seen"}, {"scope": "most"}])
def test_unknown_words_are_refused(words, submitted, rui, sign):
    with pytest.raises(ReviewRefused, match="known meanings and scopes"):
        sign(submitted, rui, **words)


def test_there_are_no_changed_parts_of_a_first_text(submitted, rui, sign):
    with pytest.raises(ReviewRefused, match="sign the whole page"):
        sign(submitted, rui, scope="changed")


@pytest.fixture
def second(article, submitted, ada, rui, edit, sign):
    """A round on revision 2, after revision 1 was signed whole."""
    sign(submitted, rui)
    edit(article, ada, standfirst="Working at night can make sleep harder.")
    return transitions.submit(article, by=ada, now=NOON + DAY)


def test_changed_parts_build_on_the_signed_revision(second, submitted, rui, sign):
    signature = sign(second, rui, scope="changed", now=NOON + 2 * DAY)
    assert signature.base == submitted.revision
    stands = standing(second.revision)
    assert stands.is_publishable
    assert stands.reviewed_at == NOON  # only the whole page moves the review date (H3)


def test_an_edited_text_is_not_publishable_before_it_is_signed(second):
    assert standing(second.revision).missing == ("clinician",)


def test_sources_only_is_refused_when_words_changed(second, rui, sign):
    with pytest.raises(ReviewRefused, match="More than sources changed since revision 1"):
        sign(second, rui, scope="sources")


def test_sources_only_covers_changed_details(article, submitted, sources, ada, rui, sign):
    sign(submitted, rui)
    sources[0].volume = "12"
    sources[0].save()
    round_ = transitions.submit(article, by=ada, now=NOON + DAY)
    assert sign(round_, rui, scope="sources", now=NOON + 2 * DAY).scope == "sources"
    assert standing(round_.revision).is_publishable


def test_a_signature_moved_to_another_revision_does_not_count(second, submitted):
    signature = SignOff.objects.get()
    signature.pk, signature.round, signature.revision = None, second, second.revision
    signature.save(force_insert=True)
    assert not standing(second.revision).is_publishable


def test_two_roles_take_two_signatures(article, topic, ada, rui, olga, sign):
    ReviewPolicy.objects.filter(risk="general").update(roles=["dietitian", "doctor"])
    submitted = transitions.submit(article, by=ada, reviewer=rui.profile, now=NOON - DAY)
    sign(submitted, rui)
    submitted.refresh_from_db()
    assert (submitted.state, submitted.reviewer) == (RoundState.WAITING, None)
    assert standing(submitted.revision).missing == ("doctor",)
    olga = joined(olga, "Reviewer")
    Registration.objects.create(
        profile=olga.profile,
        body="GMC",
        number="7012345",
        profession="doctor",
        result="registered",
        verified_on=NOON.date(),
        verified_by="Gita",
    )
    sign(submitted, olga)
    submitted.refresh_from_db()
    assert submitted.state == RoundState.APPROVED


def test_a_signature_never_changes(submitted, rui, sign):
    signature = sign(submitted, rui)
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        SignOff.objects.filter(pk=signature.pk).update(name="Somebody Else")


def test_a_signer_whose_account_is_deleted_stays_named(submitted, rui, sign):
    sign(submitted, rui)
    User.objects.get(pk=rui.pk).delete()
    assert SignOff.objects.get().printed_name == "Rui Reviewer, RD"
    assert ReviewRound.objects.get().state == RoundState.APPROVED


def test_a_page_signed_whole_is_not_signed_in_parts(article, submitted, ada, rui, second, sign):
    sign(second, rui, now=NOON + DAY)
    again = transitions.submit(article, by=ada, now=NOON + 2 * DAY)
    with pytest.raises(ReviewRefused, match="signed whole already"):
        sign(again, rui, scope="changed", now=NOON + 2 * DAY)
    assert standing(second.revision).reviewed_at == NOON + DAY


def test_parts_build_on_a_signature_in_the_same_role(second, topic, olga, sign):
    Topic.objects.filter(pk=topic.pk).update(risk="medicines")
    olga = joined(olga, "Reviewer")
    olga.profile.registrations.create(
        body="GMC",
        number="7012345",
        profession="doctor",
        result="registered",
        verified_on=NOON.date(),
        verified_by="Gita",
    )
    with pytest.raises(ReviewRefused, match="sign the whole page"):
        sign(second, olga, scope="changed", now=NOON + DAY)
    assert sign(second, olga, now=NOON + DAY).role == "doctor"


def test_a_reviewer_who_has_left_does_not_sign(submitted, rui, sign):
    rui.profile.is_active = False
    with pytest.raises(NotAllowed):
        sign(submitted, rui)


def test_a_topic_that_was_renamed_asks_for_the_strictest_policy(submitted, topic, rui, sign):
    Topic.objects.filter(pk=topic.pk).update(slug="rest")
    with pytest.raises(NotAllowed, match="as doctor"):
        sign(submitted, rui)


def test_a_signature_is_never_deleted(submitted, rui, sign):
    sign(submitted, rui)
    with pytest.raises(ProtectedError):
        SignOff.objects.all().delete()
