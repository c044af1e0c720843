"""Whoever made a text does not sign it, under whatever account or profile they go."""

import pytest
from django.contrib.auth.models import User

from articles.models import SignOff
from articles.publishing.readiness import readiness
from articles.review import transitions
from articles.review.errors import NotAllowed
from authors.models import Profile
from tests.articles.conftest import DAY, NOON, joined


@pytest.fixture
def rui_edited(article, rui, edit):
    """Rui, who is an editor too, changed the text."""
    edit(article, joined(rui, "Editor"), standfirst="Rui's own words.", now=NOON - 2 * DAY)
    return article


def move_profile(profile, user):
    """What Governance could do in the admin: the profile belongs to another account now."""
    Profile.objects.filter(user=user).update(user=None)
    Profile.objects.filter(pk=profile.pk).update(user=user)
    return User.objects.get(pk=user.pk)


def test_a_profile_that_moved_to_another_account_still_made_the_text(rui_edited, ada, rui, olga, sign):
    other = move_profile(rui.profile, joined(olga, "Reviewer"))
    round_ = transitions.submit(rui_edited, by=ada, now=NOON - DAY)
    with pytest.raises(NotAllowed, match="wrote or edited"):
        sign(round_, other)


def test_a_profile_that_moved_after_the_text_was_submitted_does_not_sign_either(rui_edited, ada, rui, olga, sign):
    round_ = transitions.submit(rui_edited, by=ada, now=NOON - DAY)
    other = move_profile(rui.profile, joined(olga, "Reviewer"))
    with pytest.raises(NotAllowed, match="wrote or edited"):
        sign(round_, other)


def test_a_signature_by_a_maker_is_absolute_at_publication(submitted, rui, ada, sign):
    signature = sign(submitted, rui)
    signature.pk, signature.reviewer, signature.user = None, ada.profile, ada  # written behind the functions
    signature.signed_at = NOON + DAY
    signature.save(force_insert=True)
    found = [finding for finding in readiness(submitted.revision, now=NOON + DAY).blocking if finding.is_absolute]
    assert [finding.code for finding in found] == ["reviewer-not-independent"]


@pytest.fixture
def second(rui_edited, ada, gita_reviews, edit, sign):
    """Revision 1, largely Rui's, was signed by somebody else; Ada then changed a comma."""
    sign(transitions.submit(rui_edited, by=ada, now=NOON - DAY), gita_reviews)
    edit(rui_edited, ada, standfirst="Rui's own words, slightly.", now=NOON + DAY)
    return transitions.submit(rui_edited, by=ada, now=NOON + DAY)


@pytest.fixture
def gita_reviews(gita):
    gita.profile.registrations.create(
        body="GMC",
        number="7012345",
        profession="doctor",
        result="registered",
        verified_on=NOON.date(),
        verified_by="Somebody else",
    )
    return joined(gita, "Reviewer")


def test_who_wrote_an_earlier_version_does_not_sign_the_whole_page(second, rui, sign):
    with pytest.raises(NotAllowed, match="wrote or edited"):
        sign(second, rui, now=NOON + DAY)


def test_but_signs_the_parts_that_others_changed(second, rui, sign):
    assert sign(second, rui, scope="changed", now=NOON + DAY).scope == "changed"
    assert SignOff.objects.count() == 2
