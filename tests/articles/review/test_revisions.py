"""What a revision names is kept for good."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError


def test_a_source_that_a_revision_names_is_never_deleted(submitted, article, sources):
    article.references.all().delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        sources[0].delete()


def test_a_person_that_a_revision_names_is_never_deleted(submitted, article, ada):
    article.people.all().delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        ada.profile.delete()


def test_an_article_with_a_revision_is_never_deleted(submitted, article):
    with pytest.raises(ProtectedError), transaction.atomic():
        article.delete()


def test_a_revision_reads_back_what_was_submitted(submitted, document):
    stored = submitted.revision.document()
    assert [section.body for section in stored.sections] == [section.body for section in document.sections]
    assert stored.people[0].interests_declared == "2026-06-01"
