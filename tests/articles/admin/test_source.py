"""The library's form: what cannot be read is refused, what is printed is work on the text."""

from dataclasses import replace

import pytest
from django.urls import reverse

from articles.editing import drafts
from articles.models import Source
from articles.review import transitions
from tests.articles.admin.filling import post
from tests.articles.conftest import joined


def posted(authors):
    return {"title": "A trial", "status": "unchecked", "authors": authors}


@pytest.mark.parametrize("authors", ['"Smith J"', '["Smith J"]', "5", '{"family": "Smith"}', '[{"family": 5}]'])
def test_authors_that_are_no_list_of_names_are_refused(authors, admin_client):
    answer = admin_client.post(reverse("admin:articles_source_add"), posted(authors))
    assert b"Give a list such as" in answer.content
    assert not Source.objects.exists()


@pytest.mark.parametrize("authors", ["null", "[]", '[{"family": "Smith", "given": "J"}, {"literal": "WHO"}]'])
def test_a_list_of_names_or_nothing_is_stored(authors, admin_client):
    assert admin_client.post(reverse("admin:articles_source_add"), posted(authors)).status_code == 302
    assert len(Source.objects.get().authors) in (0, 2)


@pytest.mark.parametrize("field", ["issued", "accessed"])
@pytest.mark.parametrize("given", ["soon", "2021-13", "2021-02-30", "2021-8", "21", "20210805", "0000", "２０２１"])
def test_what_is_no_date_is_refused(given, field, admin_client):
    answer = admin_client.post(reverse("admin:articles_source_add"), posted("[]") | {field: given})
    assert f"“{given}” is not a date; write 2021, 2021-08 or 2021-08-05." in answer.content.decode()
    assert not Source.objects.exists()


@pytest.mark.parametrize("field", ["issued", "accessed"])
@pytest.mark.parametrize("given", ["", "2021", "2021-08", "2021-08-05", "2024-02-29"])
def test_dates_are_kept_as_far_as_they_are_known(given, field, admin_client):
    assert admin_client.post(reverse("admin:articles_source_add"), posted("[]") | {field: given}).status_code == 302
    assert getattr(Source.objects.get(), field) == given


@pytest.fixture
def editor(rui, client):
    """Rui, who also edits, signed in."""
    rui = joined(rui, "Editor")
    client.force_login(rui)
    return rui


def change(source) -> str:
    return reverse("admin:articles_source_change", args=[source.pk])


def test_who_changes_what_is_printed_of_a_source_made_the_text(article, sources, editor, ada, client):
    assert post(client, change(sources[0]), title="Another title").status_code == 302
    assert article.edits.filter(user=editor).exists()
    round_ = transitions.submit(article, by=ada)
    made = round_.revision.involvements.filter(side="made")
    assert {row.name for row in made} == {"Ada Writer", "Rui Reviewer"}


@pytest.mark.parametrize("changes", [{}, {"status": "corrected", "status_note": "A name."}])
def test_who_changes_nothing_that_is_printed_made_nothing(changes, article, sources, editor, client):
    assert post(client, change(sources[0]), **changes).status_code == 302
    assert not article.edits.filter(user=editor).exists()


def test_only_articles_that_list_the_source_are_touched(article, document, sources, ada, editor, client):
    other = drafts.create(replace(document, takeaways=(), sections=(), sources=document.sources[1:]), by=ada)
    post(client, change(sources[0]), volume="7")
    assert not other.edits.filter(user=editor).exists()
    assert article.edits.filter(user=editor).exists()


def test_writers_read_the_standing_of_a_source_and_cannot_set_it(sources, ada, client):
    client.force_login(ada)
    assert "Not checked yet" in client.get(change(sources[0])).content.decode()
    forged = {"status": "normal", "status_note": "All is well.", "status_on": "2026-06-01"}
    assert post(client, change(sources[0]), volume="7", **forged).status_code == 302
    row = Source.objects.get(pk=sources[0].pk)
    assert (row.volume, row.status, row.status_note, row.status_on) == ("7", "unchecked", "", None)
