"""Who sets the facts of the site, its policies and its topics."""

import pytest
from django.urls import reverse

from articles.models import Risk
from tests.articles.admin.filling import post
from tests.articles.conftest import joined


@pytest.mark.parametrize("role", ["Writer", "Editor", "Reviewer", "Publisher"])
@pytest.mark.parametrize("model", ["site", "policypage", "topic"])
def test_only_governance_changes_them(role, model, topic, olga, client):
    staff = joined(olga, role)
    staff.is_staff = True
    staff.save()
    client.force_login(staff)
    pk = topic.pk if model == "topic" else 1
    assert client.post(reverse(f"admin:articles_{model}_change", args=[pk]), {"name": "X"}).status_code in (302, 403)
    if model != "site":
        assert client.get(reverse(f"admin:articles_{model}_add")).status_code == 403
    topic.refresh_from_db()
    assert topic.name == "Sleep"


def test_editors_read_topics_and_do_not_change_them(topic, olga, client):
    editor = joined(olga, "Editor")
    editor.is_staff = True
    editor.save()
    client.force_login(editor)
    address = reverse("admin:articles_topic_change", args=[topic.pk])
    assert "Sleep" in client.get(address).content.decode()
    assert client.post(address, {"name": "Sleep", "slug": "rest", "risk": "general"}).status_code == 403


def test_governance_sets_the_risk_and_the_reviewers_of_a_topic(topic, rui, gita, client):
    client.force_login(gita)
    address = reverse("admin:articles_topic_change", args=[topic.pk])
    assert post(client, address, risk=Risk.MEDICINES, reviewers=[rui.profile.pk]).status_code == 302
    topic.refresh_from_db()
    assert (topic.risk, list(topic.reviewers.all())) == (Risk.MEDICINES, [rui.profile])
