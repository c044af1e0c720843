"""Saving: all or nothing, never over a newer version, one Event and one Edit for each real change."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from articles.document.nodes import CareLevel, Document, Kind, Section
from articles.editing import assemble, drafts, rows
from articles.editing.refusals import DraftRefused, StaleVersion
from articles.models import Article, Edit
from tests.articles.document.making import mark
from vivere.audit.models import Event

LATER = datetime(2026, 6, 2, 9, tzinfo=UTC)


def _rows(article):
    """Everything that the working copy holds, and who changed it when."""
    return (
        Article.objects.filter(pk=article.pk).values().get(),
        list(article.sections.values()),
        list(article.takeaways.values()),
        list(article.references.values()),
        list(article.people.values()),
        list(article.topic_rows.values()),
        list(article.edits.values()),
        Event.objects.count(),
    )


def test_a_new_article_has_its_writer_slug_edit_and_event(draft, ada):
    assert draft.slug == "sleep-and-the-night-shift"
    assert list(draft.writers.all()) == [ada]
    assert draft.created_by == ada
    assert Edit.objects.get().user_name == "Ada Writer"
    event = Event.objects.get()
    assert (event.action, event.subject, event.article) == ("article.created", f"article:{draft.pk}", draft.pk)


def test_slugs_are_free(draft, known, ada):
    assert drafts.create(known, by=ada).slug == "sleep-and-the-night-shift-2"
    assert drafts.create(known, by=ada).slug == "sleep-and-the-night-shift-3"
    assert drafts.create(replace(known, title="睡眠"), by=ada).slug == "article"


def test_a_long_title_makes_a_slug_that_fits(known, ada):
    article = drafts.create(replace(known, title="very " * 60), by=ada)
    assert len(article.slug) <= 200
    article.full_clean(exclude=["created_by"])


def test_a_change_moves_the_version_and_is_recorded(draft, known, rui):
    saved = drafts.save(draft, replace(known, title="Another"), by=rui, expected_version=1, now=LATER)
    assert (saved.title, saved.version, saved.slug) == ("Another", 2, draft.slug)
    assert Edit.objects.get(user=rui).last_at == LATER
    assert Event.objects.filter(action="article.saved", subject=f"article:{draft.pk}").count() == 1


def test_the_same_text_again_changes_nothing_at_all(draft, known, rui):
    before = _rows(draft)
    assert drafts.save(draft, known, by=rui, expected_version=1).version == 1
    assert _rows(draft) == before


def test_a_stale_version_is_refused_and_nothing_is_written(draft, known, ada, rui):
    drafts.save(draft, replace(known, title="Rui’s title"), by=rui, expected_version=1)
    before = _rows(draft)
    mine = replace(known, title="Ada’s title")
    with pytest.raises(StaleVersion, match="Somebody saved “Rui’s title” since you opened it") as refused:
        drafts.save(draft, mine, by=ada, expected_version=1)
    assert _rows(draft) == before
    assert refused.value.document.title == "Ada’s title"
    assert refused.value.article.title == "Rui’s title"


CARE = {"kind": Kind.CARE, "heading": "Call"}
REFUSED = {
    "no title": ({"title": " \n"}, "has no title"),
    "a long title": ({"title": "a" * 301}, "title has 301 characters; 300 is the limit"),
    "a long audience": ({"audience": "a" * 201}, "audience has 201 characters"),
    "a long heading": ({"sections": (Section(heading="a" * 301),)}, "heading “aaa.+” has 301 characters"),
    "a care card without level": ({"sections": (Section(**CARE),)}, "care card “Call” does not say how quickly"),
    "an unknown speaker": ({"sections": (Section(speaker=999_999),)}, "no profile 999999"),
}


@pytest.mark.parametrize(("changed", "says"), REFUSED.values(), ids=REFUSED)
def test_what_the_tables_cannot_hold_is_refused_with_a_sentence(changed, says, draft, known, ada):
    before, articles = _rows(draft), Article.objects.count()
    wrong = replace(known, **changed)
    with pytest.raises(DraftRefused, match=says):
        drafts.save(draft, wrong, by=ada, expected_version=1)
    with pytest.raises(DraftRefused, match=says):
        drafts.create(wrong, by=ada)
    assert _rows(draft) == before
    assert Article.objects.count() == articles


def test_an_unknown_person_is_refused_by_name(draft, known, ada):
    nobody = replace(known.people[0], profile=999_999, name="Nobody Known")
    with pytest.raises(DraftRefused, match="no profile 999999 \\(Nobody Known\\)"):
        drafts.save(draft, replace(known, people=(nobody,)), by=ada, expected_version=1)


def test_the_longest_that_fits_is_written(draft, known, ada):
    long = replace(known, title="a" * 300, audience="b" * 200, sections=(Section(heading="c" * 300),))
    saved = drafts.save(draft, long, by=ada, expected_version=1)
    assert assemble.document(saved) == long


def test_a_failure_half_way_leaves_nothing_behind(draft, known, ada, monkeypatch):
    before = _rows(draft)

    def fails(*_args, **_options):
        raise RuntimeError("The power went.")

    monkeypatch.setattr(rows, "_write_topics", fails)
    with pytest.raises(RuntimeError):
        drafts.save(draft, replace(known, title="Half"), by=ada, expected_version=1)
    with pytest.raises(RuntimeError):
        drafts.create(known, by=ada)
    assert _rows(draft) == before
    assert Article.objects.count() == 1


def test_a_cited_source_joins_the_list(draft, known, ada):
    document = replace(known, sources=known.sources[:1])
    saved = drafts.save(draft, document, by=ada, expected_version=1)
    assert {source.id for source in assemble.document(saved).sources} == {source.id for source in known.sources}


def test_hostile_texts_are_clean_once_written(draft, known, ada):
    hostile = replace(
        known,
        standfirst='<img src=x onerror="alert(1)">Words',
        sections=(Section(heading="<b>H</b>", body=f'<p onclick="x">a<script>b</script>{mark(0)}</p>'),),
    )
    found = assemble.document(drafts.save(draft, hostile, by=ada, expected_version=1))
    assert found.standfirst == "Words"
    assert found.sections[0] == Section(heading="<b>H</b>", body=f"<p>a{mark(0)}</p>")


def test_an_autosave_moves_the_version_and_writes_no_event(draft, known, rui):
    saved = drafts.autosave(draft, replace(known, title="On the way"), by=rui, expected_version=1, now=LATER)
    assert (saved.title, saved.version) == ("On the way", 2)
    assert Edit.objects.get(user=rui).last_at == LATER
    assert [event.action for event in Event.objects.all()] == ["article.created"]


def test_a_save_after_autosaves_records_the_session_once(draft, known, ada):
    text = replace(known, title="Done")
    drafts.autosave(draft, replace(known, title="On the way"), by=ada, expected_version=1)
    drafts.autosave(draft, text, by=ada, expected_version=2)
    assert drafts.save(draft, text, by=ada, expected_version=3).version == 3
    drafts.save(draft, text, by=ada, expected_version=3)
    assert Event.objects.filter(action="article.saved").count() == 1


def test_a_stale_autosave_is_refused(draft, known, ada, rui):
    drafts.autosave(draft, replace(known, title="Rui’s title"), by=rui, expected_version=1)
    with pytest.raises(StaleVersion):
        drafts.autosave(draft, replace(known, title="Ada’s title"), by=ada, expected_version=1)
    assert Article.objects.get().title == "Rui’s title"


def test_the_smallest_document_is_an_article(ada):
    article = drafts.create(Document(title="Alone"), by=ada)
    assert assemble.document(article) == Document(title="Alone")


def test_a_care_card_keeps_its_level(draft, known, ada):
    card = Section(kind=Kind.CARE, heading="Call", body="<p>999</p>", care_level=CareLevel.EMERGENCY)
    saved = drafts.save(draft, replace(known, sections=(card,)), by=ada, expected_version=1)
    assert assemble.document(saved).sections == (card,)
