"""The working copy in the admin: cleaned, versioned, and only for those who may."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.editing import assemble, drafts
from articles.models import Article
from tests.articles.admin.posting import page_of, posted
from tests.articles.conftest import joined, mark
from vivere.audit.models import Event


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def at_desk(ada, client):
    client.force_login(ada)
    return client


def test_what_the_page_shows_posted_back_changes_nothing(article, at_desk):
    before = assemble.document(article)
    answer = at_desk.post(change(article), posted(at_desk.get(change(article))))
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (assemble.document(article), article.version) == (before, 1)


def test_saving_cleans_adds_a_version_and_records_one_event(article, at_desk):
    form = posted(at_desk.get(change(article)), standfirst="Now <script>alert(1)</script><b>bold</b>")
    assert at_desk.post(change(article), form).status_code == 302
    article.refresh_from_db()
    assert (article.standfirst, article.version) == ("Now <strong>bold</strong>", 2)
    assert Event.objects.filter(action="article.saved", article=article.pk).count() == 1


def test_the_order_of_the_rows_is_the_order_of_the_article(article, at_desk):
    form = posted(at_desk.get(change(article)))
    form["section"] = form["section"][::-1]
    at_desk.post(change(article), form)
    assert [row.heading for row in article.sections.all()] == ["Naps", "What may help", "Why it is hard"]


def test_new_rows_are_those_that_a_script_made(article, at_desk, sources):
    form = posted(at_desk.get(change(article)))
    form |= {
        "section": ["abc-1", *form["section"]],
        "section.abc-1.kind": "care",
        "section.abc-1.care_level": "urgent",
        "section.abc-1.heading": "Call 111 if",
        "section.abc-1.body": f"<p>you cannot sleep {mark(sources[2])}</p>",
    }
    assert at_desk.post(change(article), form).status_code == 302
    first = article.sections.first()
    assert (first.kind, first.care_level, first.heading) == ("care", "urgent", "Call 111 if")


def test_a_new_article_needs_a_title_and_nothing_else(at_desk, ada):
    address = reverse("admin:articles_article_add")
    refused = at_desk.post(address, posted(at_desk.get(address), standfirst="Kept."))
    assert refused.status_code == 422
    assert "Give the article a title" in page_of(refused).get_element_by_id("banner").text_content()
    assert "Kept." in refused.content.decode()
    assert at_desk.post(address, posted(refused, title="Only a title")).status_code == 302
    written = Article.objects.get()
    assert (written.slug, written.created_by, list(written.writers.all())) == ("only-a-title", ada, [ada])
    assert written.people.get().profile == ada.profile


def test_a_refused_form_leads_to_its_fields_and_keeps_everything(article, at_desk):
    form = posted(
        at_desk.get(change(article)),
        title="",
        section__s1__kind="care",
        section__s1__care_level="",
        section__s1__body="<p>Typed <em>here</em></p>",
        review_months="soon",
        slug="Not An Address",
    )
    answer = at_desk.post(change(article), form)
    page = page_of(answer)
    assert answer.status_code == 422
    links = [link.get("href")[1:] for link in page.get_element_by_id("banner").iter("a")]
    assert set(links) == {"title", "section.s1.care_level", "review_months", "slug"}
    assert all(page.get_element_by_id(name) is not None for name in links)
    assert posted(answer)["section.s1.body"] == ["<p>Typed <em>here</em></p>"]
    assert posted(answer)["review_months"] == ["soon"]
    assert posted(answer)["slug"] == ["Not An Address"]
    assert Article.objects.get().version == 1


def test_a_save_over_somebody_elses_shows_both_texts(article, at_desk, ines, edit):
    form = posted(at_desk.get(change(article)), standfirst="Ada typed this.")
    edit(article, ines, standfirst="Ines was faster.")
    answer = at_desk.post(change(article), form)
    banner = page_of(answer).get_element_by_id("banner").text_content()
    assert answer.status_code == 409
    assert "Ines Publisher saved this article after you opened it" in banner
    assert "Ada typed this." in banner
    assert "Ines was faster." in banner
    assert Article.objects.get().standfirst == "Ines was faster."
    assert posted(answer)["standfirst"] == ["Ada typed this."]


def test_somebody_who_has_seen_the_newer_text_may_write_over_it(article, at_desk, ines, edit):
    form = posted(at_desk.get(change(article)), standfirst="Ada typed this.")
    edit(article, ines, standfirst="Ines was faster.")
    stale = at_desk.post(change(article), form)
    assert at_desk.post(change(article), posted(stale)).status_code == 409
    assert at_desk.post(change(article), posted(stale, over="2")).status_code == 302
    assert Article.objects.get().standfirst == "Ada typed this."


def test_without_scripts_rows_are_added_by_the_server_and_nothing_is_lost(article, at_desk):
    form = posted(at_desk.get(change(article)), title="Half a title", do="add-section")
    answer = at_desk.post(change(article), form)
    assert answer.status_code == 200
    again = posted(answer)
    assert again["title"] == ["Half a title"]
    assert len(again["section"]) == len(set(again["section"])) == 4


def test_a_writer_sees_only_articles_of_their_own(article, olga, client):
    writer = joined(olga, "Writer")
    writer.is_staff = True
    writer.save()
    client.force_login(writer)
    assert article.title not in client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert client.get(change(article)).status_code == 302
    assert client.post(change(article), {"title": "Mine"}).status_code == 302
    assert Article.objects.get().title == article.title


def test_who_may_only_read_gets_the_preview_and_cannot_post(article, ines, client):
    client.force_login(ines)
    answer = client.get(change(article))
    assert "not published, not reviewed" in answer.content.decode()
    assert client.post(change(article), {"title": "Mine"}).status_code == 403


def test_writers_are_set_by_editors_alone(article, ada, rui, at_desk):
    form = posted(at_desk.get(change(article)))
    assert "writer" not in form
    at_desk.post(change(article), form | {"writers-shown": "1", "writer": [str(rui.pk)]})
    assert list(article.writers.all()) == [ada]
    joined(ada, "Editor")
    form = posted(at_desk.get(change(article)))
    assert form["writer"] == [str(ada.pk)]
    at_desk.post(change(article), form | {"writer": [str(ada.pk), str(rui.pk)]})
    assert set(article.writers.all()) == {ada, rui}


@pytest.mark.parametrize("count", [1, 3, 25])
@pytest.mark.parametrize("role", ["Writer", "Editor"])
def test_the_page_costs_the_same_for_many_sections(
    count, role, document, ada, edit, at_desk, django_assert_max_num_queries
):
    joined(ada, role)
    article = drafts.create(document, by=ada)
    edit(article, ada, sections=document.sections[:1] * count, sources=document.sources[: min(count, 3)])
    with django_assert_max_num_queries(15):
        answer = at_desk.get(change(article))
    assert len(posted(answer)["section"]) == count


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
