"""The working copy in the admin: cleaned, versioned, and only for those who may."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.editing import drafts
from articles.models import Article
from tests.articles.conftest import joined
from vivere.audit.models import Event


def form_of(article, client):
    """What a browser would post back, read from the change form."""
    answer = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    context = answer.context
    data = {}
    for form in [context["adminform"].form, *(f for s in context["inline_admin_formsets"] for f in s.formset.forms)]:
        for field in form:
            value = field.value()
            if isinstance(value, bool):
                data |= {field.html_name: "on"} if value else {}
            elif value is not None:
                data[field.html_name] = [getattr(v, "pk", v) for v in value] if isinstance(value, list) else value
    for formset in context["inline_admin_formsets"]:
        data |= {f.html_name: f.value() for f in formset.formset.management_form}
    data["topics"] = "Sleep"
    return data


@pytest.fixture
def posted(article, ada, client):
    client.force_login(ada)
    return form_of(article, client)


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_saving_cleans_adds_a_version_and_records_one_event(article, posted, client):
    answer = client.post(change(article), posted | {"standfirst": "Now <script>alert(1)</script><b>bold</b>"})
    assert answer.status_code == 302, answer.context["errors"]
    article.refresh_from_db()
    assert (article.standfirst, article.version) == ("Now <strong>bold</strong>", 2)
    assert Event.objects.filter(action="article.saved", article=article.pk).count() == 1


def test_a_save_over_somebody_elses_is_refused_and_keeps_what_was_typed(article, posted, client, ines, edit):
    edit(article, ines, standfirst="Ines was faster.")
    answer = client.post(change(article), posted | {"standfirst": "Ada typed this."})
    page = answer.content.decode()
    assert "Somebody saved this article since you opened it" in page
    assert "Ada typed this." in page
    assert Article.objects.get().standfirst == "Ines was faster."


def test_a_writer_sees_only_articles_of_their_own(article, olga, client):
    writer = joined(olga, "Writer")
    writer.is_staff = True
    writer.save()
    client.force_login(writer)
    assert article.title not in client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert client.get(change(article)).status_code == 302


def test_nothing_frozen_can_be_added_changed_or_deleted(rf, admin_user):
    request = rf.get("/admin/")
    request.user = admin_user
    frozen = {"Revision", "ReviewRound", "SignOff", "Comment", "Publication", "Event"}
    checked = {model.__name__: model_admin for model, model_admin in admin.site._registry.items()}
    assert frozen <= set(checked)
    for name in frozen:
        permissions = checked[name].get_model_perms(request)
        assert permissions == {"add": False, "change": False, "delete": False, "view": True}


@pytest.mark.parametrize("model", ["article", "source", "topic", "publication", "reviewround", "signoff", "revision"])
def test_every_list_opens(model, article, admin_client):
    assert admin_client.get(reverse(f"admin:articles_{model}_changelist")).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_many_articles(count, document, ada, admin_client, django_assert_max_num_queries):
    for _ in range(count):
        drafts.create(document, by=ada)
    with django_assert_max_num_queries(8):
        page = admin_client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert page.count("Submit for review") == count
