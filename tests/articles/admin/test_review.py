"""The policy that Governance sets: roles that somebody can have."""

import pytest
from django.urls import reverse

from articles.models import ReviewPolicy, Risk


@pytest.fixture
def save(admin_client):
    policy = ReviewPolicy.objects.get(risk=Risk.GENERAL)

    def save(roles):
        address = reverse("admin:articles_reviewpolicy_change", args=[policy.pk])
        return admin_client.post(address, {"risk": policy.risk, "roles": roles, "months": policy.months})

    return save


@pytest.mark.parametrize("roles", ["5", '"doctor"', '["Doctor"]', "[1]", '[["doctor"]]', '{"doctor": 1}'])
def test_roles_that_nobody_has_are_refused(roles, save):
    assert b"Known roles: clinician" in save(roles).content
    assert ReviewPolicy.objects.get(risk=Risk.GENERAL).roles == ["clinician"]


def test_known_roles_are_stored(save):
    assert save('["doctor", "dietitian"]').status_code == 302
    assert ReviewPolicy.objects.get(risk=Risk.GENERAL).roles == ["doctor", "dietitian"]
