"""ORCID identifiers: form, check digit, one way to write them (F10)."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from authors.orcid import check_digit, normalise, url, validate_orcid

GOOD = ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"]


@pytest.mark.parametrize("orcid", GOOD)
@pytest.mark.parametrize(
    "written",
    ["{}", " {} ", "https://orcid.org/{}", "http://www.orcid.org/{}/", "orcid.org/{}", "HTTPS://ORCID.ORG/{}"],
)
def test_an_orcid_is_known_however_it_is_written(orcid, written):
    validate_orcid(written.format(orcid))
    assert normalise(written.format(orcid)) == orcid
    assert normalise(written.format(orcid.replace("-", "").lower())) == orcid
    assert url(written.format(orcid)) == f"https://orcid.org/{orcid}"


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "0000-0002-1825-009",
        "0000-0002-1825-00977",
        "0000-0002-1825-00X7",
        "A000-0002-1825-0097",
        "٠٠٠٠-٠٠٠٢-١٨٢٥-٠٠٩٧",
        "https://orcid.org/",
        "https://example.org/0000-0002-1825-0097",
        "0000-0002-1825-0097 and more",
    ],
)
def test_what_is_no_orcid_is_refused(wrong):
    with pytest.raises(ValidationError, match="is not an ORCID; it has 16 digits"):
        validate_orcid(wrong)


@pytest.mark.parametrize("wrong", ["0000-0002-1825-0098", "0000-0002-1694-2330", "0000-0001-5109-370X"])
def test_a_wrong_check_digit_is_named(wrong):
    with pytest.raises(ValidationError, match="wrong check digit"):
        validate_orcid(wrong)


DIGITS = st.text(alphabet="0123456789", min_size=15, max_size=15)


@given(DIGITS, st.integers(0, 14), st.integers(1, 9))
def test_one_mistyped_digit_is_always_found(digits, at, by):
    typed = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert check_digit(typed) != check_digit(digits)


@given(DIGITS, st.integers(0, 13))
def test_two_digits_that_changed_places_are_always_found(digits, at):
    typed = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assert (check_digit(typed) == check_digit(digits)) == (typed == digits)


@given(DIGITS)
def test_a_number_with_its_check_digit_is_valid(digits):
    validate_orcid(digits + check_digit(digits))
