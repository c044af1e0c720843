"""Numbers of professional registers have the form of their body (F9)."""

import pytest
from django.core.exceptions import ValidationError

from authors.registers import FORMS, Body, validate_number

GOOD = [
    (Body.HCPC, "PH123456"),
    (Body.HCPC, "PYL123456"),
    (Body.HCPC, "DT1"),
    (Body.GMC, "7012345"),
    (Body.GMC, "C7012345"),
    (Body.GPHC, "2012345"),
    (Body.NMC, "08A1234B"),
    (Body.GDC, "123456"),
    (Body.SAMPLE, "SAMPLE-0001"),
    (Body.OTHER, "anything at all"),
]
WRONG = [
    (Body.HCPC, "P123456"),
    (Body.HCPC, "PH1234567"),
    (Body.HCPC, "PHYS1234"),
    (Body.HCPC, "PH"),
    (Body.HCPC, "PH12 34"),
    (Body.HCPC, "DT１２３"),
    (Body.GMC, "701234"),
    (Body.GMC, "70123456"),
    (Body.GMC, "D7012345"),
    (Body.GPHC, "1012345"),
    (Body.GPHC, "20123456"),
    (Body.NMC, "08A1234"),
    (Body.NMC, "A8A1234B"),
    (Body.GDC, "1234567"),
    (Body.GDC, ""),
    (Body.SAMPLE, "SAMPLE-1"),
    (Body.SAMPLE, "7012345"),
]


@pytest.mark.parametrize(("body", "number"), GOOD)
def test_a_number_of_the_body_is_accepted(body, number):
    validate_number(body, number)


@pytest.mark.parametrize(("body", "number"), WRONG)
def test_a_number_of_no_such_form_is_refused_with_an_example(body, number):
    with pytest.raises(ValidationError) as refused:
        validate_number(body, number)
    [sentence] = refused.value.message_dict["number"]
    assert FORMS[body].example in sentence


@pytest.mark.parametrize("body", FORMS)
def test_each_example_fits_its_own_form(body):
    validate_number(body, FORMS[body].example)


def test_no_real_body_accepts_a_sample_number():
    for body in set(FORMS) - {Body.SAMPLE}:
        with pytest.raises(ValidationError):
            validate_number(body, FORMS[Body.SAMPLE].example)
