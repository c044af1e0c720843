"""Hostile text in every field of a Document and of the rows around it leaves no script on any page."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest

from articles.editing import clean
from articles.models import Picture, Site, Source, Topic
from articles.publishing.pages import make, refresh
from articles.publishing.reading.article import article_page
from articles.publishing.rendering import article
from authors.models import Profile, Qualification, Registration
from tests.articles.conftest import NOON
from tests.articles.editing.test_hostile import OURS, _attacks
from tests.articles.publishing.checks import attacks, problems, tree

KEPT = {"sha256", "issued", "accessed", "interests_declared", "language", "topics"}


def poisoned(node, text: str):
    """The same node with `text` in front of every string that a person can type."""
    changed = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in KEPT or isinstance(value, Enum | int | bool):
            continue
        if isinstance(value, str):
            changed[field.name] = text + value
        elif isinstance(value, tuple):
            changed[field.name] = tuple(poisoned(item, text) if is_dataclass(item) else text + item for item in value)
        elif is_dataclass(value):
            changed[field.name] = poisoned(value, text)
    return replace(node, **changed)


@pytest.fixture
def long_facts(walk):
    return article_page(walk, now=NOON)


@pytest.mark.parametrize("attack", OURS)
def test_an_attack_that_was_never_cleaned_is_printed_as_text(attack, long_facts):
    """The second lock: a Document that got past every door is still harmless on its page."""
    facts = replace(long_facts, document=poisoned(long_facts.document, attack))
    assert attacks(tree(article.render(facts))) == []


@pytest.mark.parametrize("attack", OURS)
def test_an_attack_that_was_cleaned_leaves_a_sound_page(attack, long_facts):
    facts = replace(long_facts, document=clean.document(poisoned(long_facts.document, attack)))
    assert problems(tree(article.render(facts))) == []


def test_no_collected_attack_gets_onto_a_page(shared, long_facts):
    """Every known payload, many at a time, in the bodies as they are and cleaned."""
    document = long_facts.document
    short = replace(document, sections=document.sections[-9:], sources=document.sources[4:8])  # one of each kind
    payloads = [text for text in _attacks(shared / "data" / "06_hostile") if "\x00" not in text and _is_text(text)]
    assert len(payloads) > 2000
    for at in range(0, len(payloads), 100):
        joined = "<p>x</p>".join(payloads[at : at + 100])
        raw = replace(long_facts, document=poisoned(short, joined))
        assert attacks(tree(article.render(raw))) == [], payloads[at : at + 100]


def _is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


@pytest.mark.parametrize("attack", OURS[:6])
def test_rows_around_the_document_cannot_attack_either(attack, walk, rui):
    Profile.objects.filter(pk=rui.profile.pk).update(
        biography=attack, job_title=attack[:200], same_as=["javascript:alert(1)", attack], interests=attack
    )
    Qualification.objects.create(profile=rui.profile, award=attack[:200], institution=attack[:200])
    Registration.objects.filter(profile=rui.profile).update(register_url="javascript:alert(1)", verified_by=attack)
    Source.objects.update(status="retracted", status_note=attack)
    Topic.objects.filter(slug="movement").update(name=attack[:100], introduction=attack)
    Site.objects.update(name=attack[:100], owner=attack, about=attack, funding=attack, contact_email=attack)
    Picture.objects.update(title=attack[:200])
    refresh({f"article:{walk.article_id}", "site"}, now=NOON)
    for path in ("/", "/articles/walking/", "/articles/", "/people/rui/", "/people/", "/topics/movement/", "/topics/"):
        assert attacks(tree(bytes(make(path, now=NOON).body))) == [], path
    for path in ("/policies/contact/", "/404/"):
        assert attacks(tree(bytes(make(path, now=NOON).body))) == [], path
