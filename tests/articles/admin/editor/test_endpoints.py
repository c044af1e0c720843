"""What the scripts of the page ask: answers are right, and only for people who may edit."""

import pytest
from django.urls import reverse

from articles.models import Article, Source
from tests.articles.admin.posting import posted
from tests.articles.conftest import joined, mark
from vivere.audit.models import Event


@pytest.fixture
def at_desk(ada, client):
    client.force_login(ada)
    return client


@pytest.fixture
def form(article, at_desk):
    return posted(at_desk.get(reverse("admin:articles_article_change", args=[article.pk])))


def ask(client, name, form, article=None):
    return client.post(reverse(f"admin:article_{name}", args=[article.pk if article else 0]), form)


def test_an_autosave_is_kept_and_leaves_no_event(article, at_desk, form):
    answer = ask(at_desk, "save", form | {"standfirst": "Half a sen", "quietly": "1"}, article)
    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    article.refresh_from_db()
    assert article.standfirst == "Half a sen"
    assert not Event.objects.filter(action="article.saved").exists()


def test_the_save_after_autosaves_writes_one_event(article, at_desk, form):
    form |= {"standfirst": "Half a sentence"}
    ask(at_desk, "save", form | {"quietly": "1"}, article)
    assert ask(at_desk, "save", form | {"opened_version": "2"}, article).json()["version"] == 2
    assert Event.objects.filter(action="article.saved").count() == 1


def test_a_stale_autosave_answers_409_with_who_was_first(article, at_desk, form, ines, edit):
    edit(article, ines, standfirst="Ines was faster.")
    answer = ask(at_desk, "save", form | {"quietly": "1"}, article)
    assert answer.status_code == 409
    assert "Ines Publisher saved this article" in answer.json()["message"]
    assert Article.objects.get().standfirst == "Ines was faster."


def test_a_refused_save_answers_422_with_a_sentence_by_field(article, at_desk, form):
    answer = ask(at_desk, "save", form | {"title": " "}, article)
    assert answer.status_code == 422
    assert set(answer.json()["errors"]) == {"title"}


def test_a_new_article_is_made_by_its_first_save(at_desk, ada):
    form = posted(at_desk.get(reverse("admin:articles_article_add")), title="From nothing")
    answer = ask(at_desk, "save", form | {"quietly": "1"}).json()
    assert Article.objects.get().pk == answer["id"]
    assert answer["at"]["save"] == reverse("admin:article_save", args=[answer["id"]])


def test_findings_name_the_rows_that_they_belong_to(article, at_desk, form, sources):
    form["section"] = form["section"][::-1]
    form["section.s1.body"] = f"<p>Order today {mark(Source(pk=4711))} [3]</p>"
    found = ask(at_desk, "findings", form, article).json()["findings"]
    by_code = {each["code"]: each for each in found}
    assert by_code["promotion-misplaced"]["field"] == "section.s1.body"
    assert by_code["citation-typed"]["row"] == "section.s1"
    assert Article.objects.get().version == 1


def test_the_preview_is_the_public_page_of_what_is_typed(article, at_desk, form):
    answer = ask(
        at_desk, "preview", form | {"title": "Only typed", "standfirst": "<b>Bold</b><script>x()</script>"}, article
    )
    page = answer.content.decode()
    assert "<h1>Only typed</h1>" in page
    assert "<strong>Bold</strong>" in page
    assert "x()" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Preview: not published, not reviewed" in page
    assert page.count('popover role="group"') == 3
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert Article.objects.get().title == article.title


def test_a_preview_link_opens_the_saved_text_until_it_expires(article, at_desk, client, monkeypatch):
    made = ask(at_desk, "preview_link", {}, article).json()
    client.logout()
    assert article.title in client.get(made["address"]).content.decode()
    assert client.get(made["address"][:-3] + "x/").status_code == 404
    monkeypatch.setattr("articles.admin.editor.previewing.DAYS", -1)
    assert client.get(made["address"]).status_code == 404


def test_a_preview_link_ends_with_the_rights_of_who_made_it(article, ada, at_desk, client):
    made = ask(at_desk, "preview_link", {}, article).json()
    ada.groups.clear()
    assert client.get(made["address"]).status_code == 404


@pytest.mark.parametrize("name", ["save", "findings", "preview", "preview_link"])
@pytest.mark.parametrize("person", ["rui", "ines", "gita", "olga"])
def test_who_may_not_edit_is_refused(name, person, article, form, client, request):
    client.force_login(request.getfixturevalue(person))
    assert ask(client, name, form, article).status_code == (302 if person == "olga" else 403)
    assert Article.objects.get().version == 1


@pytest.mark.parametrize("name", ["save", "findings", "preview", "preview_link"])
def test_another_writer_is_refused(name, article, form, olga, client):
    olga.is_staff = True
    olga.save()
    client.force_login(joined(olga, "Writer"))
    assert ask(client, name, form, article).status_code == 403


def test_forms_without_a_token_are_refused(article, ada, client, form):
    client.handler.enforce_csrf_checks = True
    del form["csrfmiddlewaretoken"]
    client.force_login(ada)
    assert ask(client, "save", form, article).status_code == 403
    assert client.post(reverse("admin:articles_article_change", args=[article.pk]), form).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_findings_and_preview_cost_the_same_for_many_sections(
    count, article, at_desk, form, django_assert_max_num_queries
):
    keys = [f"k{n}" for n in range(count)]
    form |= {"section": keys} | {f"section.{key}.body": "<p>Words.</p>" for key in keys}
    for name in ("findings", "preview"):
        with django_assert_max_num_queries(22):
            assert ask(at_desk, name, form, article).status_code == 200


def test_choices_are_people_topics_and_pictures(article, at_desk, ada, rui):
    found = at_desk.get(reverse("admin:article_choices")).json()
    assert [rui.profile.pk, "Rui Reviewer, RD"] in found["people"]
    assert found["topics"] == [["sleep", "Sleep"]]
    assert "writers" not in found
    joined(ada, "Editor")
    assert [ada.pk, "Ada Writer"] in at_desk.get(reverse("admin:article_choices")).json()["writers"]
