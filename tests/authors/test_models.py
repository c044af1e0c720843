"""People: what forms refuse, and what is printed of them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from authors.bylines import Byline, byline
from authors.models import Profile, Qualification, Registration


def _registration(profile, **changed):
    values = {"profile": profile, "body": "HCPC", "profession": "dietitian", "number": "DT12345"}
    return Registration(**values | changed)


def test_an_orcid_is_kept_in_one_form(db):
    profile = Profile(slug="a", name="Ann", orcid="https://orcid.org/0000-0002-1694-233x")
    profile.full_clean()
    assert profile.orcid == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("orcid", "0000-0002-1825-0098"),
        ("photo", "not a hash"),
        ("same_as", ["http://insecure.example"]),
        ("same_as", "https://a.example"),
        ("same_as", [{"a": 1}]),
        ("slug", "not a slug"),
    ],
)
def test_a_profile_refuses(field, value, db):
    profile = Profile(**{"slug": "a", "name": "Ann", field: value})
    with pytest.raises(ValidationError) as refused:
        profile.full_clean()
    assert field in refused.value.message_dict


def test_an_orcid_belongs_to_one_person(db):
    Profile.objects.create(slug="a", name="Ann", orcid="0000-0002-1825-0097")
    with pytest.raises(ValidationError):
        Profile(slug="b", name="Bob", orcid="orcid.org/0000000218250097").full_clean()


def test_a_name_is_printed_with_its_letters():
    assert Profile(name="Ann Example", post_nominals="MSc RD").printed_name == "Ann Example, MSc RD"
    assert str(Profile(name="Ann Example")) == "Ann Example"


def test_a_number_is_kept_in_capitals(olga):
    registration = _registration(olga.profile, number=" dt12345 ")
    registration.full_clean()
    assert registration.number == "DT12345"


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("number", {"number": "12345"}),
        ("other_body", {"body": "Other", "number": "77"}),
        ("verified_on", {"result": "registered"}),
        ("verified_on", {"result": "registered", "verified_on": date(2025, 1, 1)}),
        (
            "verified_on",
            {"result": "lapsed", "verified_on": date.today() + timedelta(days=2), "verified_by": "Gita"},
        ),
    ],
)
def test_a_registration_refuses(field, changed, olga):
    with pytest.raises(ValidationError) as refused:
        _registration(olga.profile, **changed).full_clean()
    assert field in refused.value.message_dict


def test_a_register_is_printed_by_its_own_name(olga):
    assert _registration(olga.profile).body_name == "HCPC"
    assert _registration(olga.profile, body="Other", other_body="CORU").body_name == "CORU"
    assert str(_registration(olga.profile)) == "Dietitian, HCPC, DT12345"


def test_qualifications_come_newest_first_and_undated_last(olga):
    for award, year in [("BSc", 1999), ("Diploma", None), ("MSc", 2004)]:
        Qualification.objects.create(profile=olga.profile, award=award, institution="Here", year=year)
    assert [row.award for row in olga.profile.qualifications.all()] == ["MSc", "BSc", "Diploma"]
    assert str(olga.profile.qualifications.first()) == "MSc, Here, 2004"


def test_a_byline_is_the_profile_as_text(rui):
    profile = rui.profile
    assert byline(profile) == Byline(
        profile=profile.pk,
        name="Rui Reviewer",
        post_nominals="RD",
        job_title="Dietitian",
        interests="",
        interests_declared="2026-06-01",
    )


def test_a_byline_says_when_nothing_was_declared():
    assert byline(Profile(name="Ann")).interests_declared == ""
