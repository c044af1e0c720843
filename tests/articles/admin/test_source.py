"""The library's form: what assembling an article could not read is refused."""

import pytest
from django.urls import reverse

from articles.models import Source


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
