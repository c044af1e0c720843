"""Names of revisions."""

import pytest
from django.db import IntegrityError, transaction

from articles.editing.labels import label
from articles.editing.refusals import DraftRefused
from articles.models import RevisionLabel
from tests.articles.conftest import NOON
from vivere.audit.models import Event


@pytest.fixture
def kept(submitted):
    return submitted.revision


def test_a_revision_is_named_renamed_and_unnamed(kept, ada):
    assert label(kept, "  Before the\nnew guideline ", by=ada, now=NOON) == "Before the new guideline"
    label(kept, "Before the trial", by=ada)
    assert RevisionLabel.objects.get().name == "Before the trial"
    label(kept, "", by=ada)
    assert not RevisionLabel.objects.exists()
    assert Event.objects.filter(action="revision.labelled").count() == 3


def test_the_same_name_again_is_no_event(kept, ada):
    label(kept, "Draft for Rui", by=ada)
    label(kept, "Draft for Rui", by=ada)
    assert Event.objects.filter(action="revision.labelled").count() == 1


def test_the_text_and_its_digest_stay(kept, ada):
    label(kept, "Draft for Rui", by=ada)
    content = kept.content
    kept.refresh_from_db()
    assert kept.content == content
    assert kept.is_intact


def test_a_name_that_is_too_long_is_refused(kept, ada):
    with pytest.raises(DraftRefused, match="81 characters"):
        label(kept, "x" * 81, by=ada)


def test_the_table_takes_no_empty_name(kept):
    with pytest.raises(IntegrityError), transaction.atomic():
        RevisionLabel.objects.create(revision=kept, name="", given_by_name="Ada", given_at=NOON)
