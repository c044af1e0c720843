"""Settings beside the text: kept with the same save, refused with the field's name."""

import pytest

from articles.editing import drafts
from articles.editing.settings import SettingRefused, Settings
from vivere.audit.models import Event


def save(draft, known, by, **wanted):
    draft.refresh_from_db()
    return drafts.save(draft, known, by=by, expected_version=draft.version, wanted=Settings(**wanted))


def test_a_new_setting_alone_is_a_new_version_with_one_event(draft, known, ada):
    saved = save(draft, known, ada, reader_need="Night workers ask how to sleep.", review_months=6)
    assert (saved.version, saved.reader_need, saved.review_months) == (2, "Night workers ask how to sleep.", 6)
    assert Event.objects.filter(action="article.saved").count() == 1


def test_an_empty_slug_keeps_the_address(draft, known, ada):
    assert save(draft, known, ada).slug == draft.slug
    assert save(draft, known, ada, slug="night-shifts").slug == "night-shifts"


REFUSED = {
    "capitals": ({"slug": "Night Shifts"}, "slug", "small letters"),
    "too long": ({"slug": "a" * 201}, "slug", "at most 200"),
    "no months": ({"review_months": 0}, "review_months", "between 1 and 60"),
    "nobody": ({"proposed_reviewer": 4711}, "proposed_reviewer", "no such person"),
    "ownerless": ({"writers": frozenset()}, "writers", "at least one writer"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_setting_names_its_field_and_nothing_is_written(case, draft, known, ada):
    wanted, field, words = REFUSED[case]
    with pytest.raises(SettingRefused, match=words) as refused:
        save(draft, known, ada, **wanted)
    assert refused.value.field == field
    draft.refresh_from_db()
    assert draft.version == 1


def test_the_address_of_another_article_is_refused(draft, known, ada):
    other = drafts.create(known, by=ada)
    with pytest.raises(SettingRefused, match="Another article has the address"):
        save(draft, known, ada, slug=other.slug)


def test_writers_change_with_the_save_and_none_leaves_them(draft, known, ada, rui):
    save(draft, known, ada, writers=frozenset({ada.pk, rui.pk}))
    assert set(draft.writers.all()) == {ada, rui}
    assert save(draft, known, ada, writers=None).version == 2
    assert set(draft.writers.all()) == {ada, rui}


def test_somebody_who_left_stays_listed_and_cannot_be_added(draft, known, ada, rui):
    save(draft, known, ada, writers=frozenset({ada.pk, rui.pk}))
    rui.is_active = False
    rui.save()
    save(draft, known, ada, writers=frozenset({ada.pk, rui.pk}))
    assert rui in draft.writers.all()
    save(draft, known, ada, writers=frozenset({ada.pk}))
    save(draft, known, ada, writers=frozenset({ada.pk, rui.pk}))
    assert rui not in draft.writers.all()
