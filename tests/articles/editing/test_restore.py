"""A revision's text put back into the working copy."""

from dataclasses import replace

import pytest

from articles.document import walk
from articles.document.nodes import Kind, Section
from articles.editing import assemble
from articles.editing.refusals import DraftRefused, StaleVersion
from articles.editing.restore import restore
from articles.models import Article, Edit, Source
from articles.review import transitions
from tests.articles.conftest import NOON
from vivere.audit.models import Event


@pytest.fixture
def kept(submitted):
    """Revision 1, the article as it was submitted."""
    return submitted.revision


@pytest.fixture
def changed(article, kept, ada, edit):
    """The article after revision 1, with other words."""
    return edit(article, ada, title="Another title", sections=(Section(heading="New", body="<p>All is new.</p>"),))


def test_the_draft_says_what_the_revision_said(changed, kept, ada):
    restored = restore(changed, kept, by=ada, expected_version=changed.version)
    assert assemble.document(restored) == kept.document()
    assert restored.version == changed.version + 1


def test_one_event_tells_which_revision_was_restored(changed, kept, ada):
    restore(changed, kept, by=ada, expected_version=changed.version, now=NOON)
    event = Event.objects.get(action="article.restored")
    assert (event.actor_id, event.article, event.at) == (ada.pk, changed.pk, NOON)
    assert '"revision":1' in event.details


def test_who_restores_is_known_as_an_editor_of_the_text(changed, kept, ines):
    restore(changed, kept, by=ines, expected_version=changed.version)
    assert Edit.objects.filter(article=changed, user=ines).exists()


def test_restoring_what_the_draft_says_changes_nothing(article, kept, ada):
    article.refresh_from_db()
    assert restore(article, kept, by=ada, expected_version=article.version).version == article.version
    assert not Event.objects.filter(action="article.restored").exists()


def test_a_draft_that_moved_on_is_not_overwritten(changed, kept, ada, ines, edit):
    shown = changed.version
    edit(changed, ines, standfirst="Ines was faster.")
    with pytest.raises(StaleVersion, match="Somebody saved"):
        restore(changed, kept, by=ada, expected_version=shown)
    assert Article.objects.get().standfirst == "Ines was faster."
    assert not Event.objects.filter(action="article.restored").exists()


def test_a_source_that_was_merged_is_cited_as_what_it_was_merged_into(changed, kept, ada, sources):
    one, two, three = sources
    Source.objects.filter(pk=one.pk).update(merged_into=two)
    Source.objects.filter(pk=two.pk).update(merged_into=three)
    restored = assemble.document(restore(changed, kept, by=ada, expected_version=changed.version))
    assert [source.id for source in restored.sources] == [three.pk]
    assert {mark.source for mark in walk.marks(restored)} == {three.pk}
    assert {mark.source for mark in walk.marks(kept.document())} == {one.pk, two.pk, three.pk}


def test_that_a_retraction_is_discussed_survives_a_merge(article, ada, rui, sources, document, edit):
    records = tuple(replace(each, discusses_retraction=each.id == sources[1].pk) for each in document.sources)
    edit(article, ada, sources=records)
    kept = transitions.submit(article, by=ada).revision
    changed = edit(article, ada, title="Another title")
    Source.objects.filter(pk=sources[1].pk).update(merged_into=sources[0])
    restored = assemble.document(restore(changed, kept, by=ada, expected_version=changed.version))
    assert [source.discusses_retraction for source in restored.sources] == [True, False]


def test_people_whose_accounts_are_gone_stay_named(article, ada, rui, ines, edit):
    quote = Section(kind=Kind.QUOTE, body="<p>Naps help me.</p>", speaker=rui.profile.pk)
    kept = transitions.submit(edit(article, ada, sections=(quote,)), by=ada).revision
    changed = edit(article, ada, title="Another title", people=(), sections=(Section(body="<p>x</p>"),))
    rui.delete()
    ada.delete()
    restored = assemble.document(restore(changed, kept, by=ines, expected_version=changed.version))
    assert [person.name for person in restored.people] == ["Ada Writer"]
    assert restored.sections[0].speaker == quote.speaker


def test_a_revision_of_another_article_is_refused(changed, kept, ada):
    other = Article.objects.create(title="Other", slug="other")
    with pytest.raises(DraftRefused, match="belongs to another article"):
        restore(other, kept, by=ada, expected_version=1)


def test_a_text_without_its_digest_is_refused(changed, kept, ada):
    kept.content = kept.content.replace("night", "day")
    with pytest.raises(DraftRefused, match="does not have its digest"):
        restore(changed, kept, by=ada, expected_version=changed.version)
