"""Submit, sign and publish through the plain admin, with the same refusals as in the functions."""

import pytest
from django.urls import reverse

from articles.models import Publication, ReviewRound, SignOff
from articles.review import transitions


@pytest.fixture
def at(client):
    """A browser in which somebody is signed in."""

    def at(user):
        client.force_login(user)
        return client

    return at


def sign_form(round_, **changes):
    return {"digest": round_.revision.digest, "scope": "whole", "statement": "", "password": "pass"} | changes


def test_from_draft_to_page_in_three_forms(article, ada, rui, ines, at):
    at(ada).post(reverse("admin:article_submit", args=[article.pk]), {"reviewer": "", "due": ""})
    round_ = ReviewRound.objects.get(article=article)
    at(rui).post(reverse("admin:round_sign", args=[round_.pk]), sign_form(round_))
    answer = at(ines).post(reverse("admin:revision_publish", args=[round_.revision_id]), {"note": ""})
    assert answer.status_code == 302
    assert answer["Location"] == f"/articles/{article.slug}/"
    assert Publication.objects.get().state == "current"


def test_a_wrong_password_signs_nothing(submitted, rui, at):
    answer = at(rui).post(reverse("admin:round_sign", args=[submitted.pk]), sign_form(submitted, password="guess"))
    assert "not your password" in answer.content.decode()
    assert not SignOff.objects.exists()


def test_a_text_that_moved_on_answers_409(article, submitted, ada, rui, edit, at):
    edit(article, ada, standfirst="Another standfirst.")
    transitions.submit(article, by=ada)
    answer = at(rui).post(reverse("admin:round_sign", args=[submitted.pk]), sign_form(submitted))
    assert answer.status_code == 409
    assert "Replaced by revision 2" in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "allowed"),
    [("submit", {"ada"}), ("sign", {"rui"}), ("publish", {"ines"})],
    ids=["submit", "sign", "publish"],
)
@pytest.mark.parametrize("person", ["ada", "rui", "ines", "gita", "olga"])
def test_each_step_is_for_its_role_alone(page, allowed, person, article, submitted, request, at):
    addresses = {
        "submit": reverse("admin:article_submit", args=[article.pk]),
        "sign": reverse("admin:round_sign", args=[submitted.pk]),
        "publish": reverse("admin:revision_publish", args=[submitted.revision_id]),
    }
    answer = at(request.getfixturevalue(person)).get(addresses[page])
    refused = 302 if person == "olga" else 403  # somebody without a staff account is asked to sign in
    assert answer.status_code == (200 if person in allowed else refused)


def test_findings_are_listed_with_a_place_for_each_reason(submitted, sources, rui, ines, sign, at):
    sign(submitted, rui)
    rui.profile.interests_declared = None
    rui.profile.save()
    page = at(ines).get(reverse("admin:revision_publish", args=[submitted.revision_id])).content.decode()
    assert "coi-missing" in page
    assert 'name="reason-coi-missing"' in page


def test_the_text_to_sign_is_one_link_away(submitted, article, rui, at):
    page = at(rui).get(reverse("admin:round_sign", args=[submitted.pk])).content.decode()
    link = reverse("admin:article_revision", args=[article.pk, 1])
    assert f'href="{link}"' in page
    assert "Light keeps people awake" in at(rui).get(link).content.decode()
