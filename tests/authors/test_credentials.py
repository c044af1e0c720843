"""A check of the register holds for twelve months to the day, and only for its own profession."""

from datetime import date

import pytest

from authors.credentials import CLINICIAN, ROLES, add_months, interests_are_current, is_verified, registration_for
from authors.models import Registration

DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2025, 6, 1), 0, date(2025, 6, 1)),
        (date(2025, 6, 1), 36, date(2028, 6, 1)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day, months, later):
    assert add_months(day, months) == later


def _registration(**changed):
    values = {"result": "registered", "verified_on": DAY, "profession": "dietitian", "body": "Sample register"}
    return Registration(**values | changed)


@pytest.mark.parametrize(
    ("on", "verified"),
    [
        (date(2025, 5, 31), False),
        (date(2025, 6, 1), True),
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), False),
    ],
)
def test_a_check_holds_for_twelve_months_from_its_day(on, verified):
    assert is_verified(_registration(), on=on) is verified


@pytest.mark.parametrize(("on", "verified"), [(date(2025, 2, 27), True), (date(2025, 2, 28), False)])
def test_a_check_on_a_leap_day_holds_until_the_end_of_february(on, verified):
    assert is_verified(_registration(verified_on=date(2024, 2, 29)), on=on) is verified


@pytest.mark.parametrize(("on", "verified"), [(date(2025, 8, 31), True), (date(2025, 9, 1), False)])
def test_an_earlier_next_check_ends_it(on, verified):
    assert is_verified(_registration(next_check=date(2025, 9, 1)), on=on) is verified


def test_a_later_next_check_does_not_lengthen_it():
    assert not is_verified(_registration(next_check=date(2030, 1, 1)), on=date(2026, 6, 1))


@pytest.mark.parametrize("result", sorted(set(Registration.Result.values) - {"registered"}))
def test_any_other_result_is_no_verification(result):
    assert not is_verified(_registration(result=result), on=DAY)


def test_a_result_without_a_day_is_no_verification():
    assert not is_verified(_registration(verified_on=None), on=DAY)


@pytest.fixture
def registered(olga, rui):
    """Rui, registered as a dietitian and, long ago, as a nurse."""
    Registration.objects.create(
        profile=rui.profile,
        body="Sample register",
        profession="nurse",
        number="SAMPLE-0002",
        result="registered",
        verified_on=date(2020, 1, 1),
        verified_by="Gita Governance",
    )
    return rui.profile


@pytest.mark.parametrize(
    ("role", "fits"), [("dietitian", True), (CLINICIAN, True), ("nurse", False), ("doctor", False)]
)
def test_a_role_needs_a_registration_of_its_profession(role, fits, registered):
    found = registration_for(registered, role=role, on=date(2026, 6, 1))
    assert (found is not None) is fits
    assert not fits or found.profession == "dietitian"


def test_without_registration_there_is_no_role(olga):
    assert registration_for(olga.profile, role=CLINICIAN, on=DAY) is None


def test_every_role_has_a_name():
    assert ROLES[CLINICIAN] == "Registered clinician"
    assert ROLES["dietitian"] == "Dietitian"
    assert all(ROLES.values())


@pytest.mark.parametrize(
    ("declared", "current"),
    [
        (None, False),
        (date(2025, 5, 31), True),
        (date(2025, 6, 1), True),
        (date(2025, 6, 2), False),
        (date(2024, 6, 1), False),
        (date(2024, 6, 2), True),
    ],
)
def test_a_declaration_of_interests_holds_for_twelve_months(declared, current):
    assert interests_are_current(declared, on=DAY) is current
