"""Canonical JSON: any Document comes back the same, any change shows, nothing else is read."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest
from django.utils.safestring import mark_safe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.document import codec
from articles.document.codec import UnreadableDocument, digest, digest_of, from_json, to_json
from articles.document.nodes import Document, Kind, Section, Takeaway
from tests.articles.document.making import DOCUMENTS, changes, full

slow = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(DOCUMENTS)
@slow
def test_any_document_comes_back_the_same(document):
    text = to_json(document)
    again = from_json(text)
    assert again == document
    assert to_json(again) == text
    assert digest(again) == digest(document) == digest_of(text)


@given(DOCUMENTS)
@slow
def test_the_json_is_canonical(document):
    text = to_json(document)
    assert unicodedata.is_normalized("NFC", text)
    assert text == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert text.encode().decode() == text


CHANGES = dict(changes(full()))


def test_the_full_document_reaches_every_field():
    named = {part for where in CHANGES for part in re.split(r"[.=\[]", where)}
    assert {"title", "body", "family", "discusses_retraction", "care_level", "interests_declared", "alt"} <= named
    assert len(CHANGES) > 150


@pytest.mark.parametrize("where", CHANGES)
def test_any_small_change_changes_the_digest(where):
    changed = CHANGES[where]
    assert digest(changed) != digest(full())
    assert from_json(to_json(changed)) == changed


@given(DOCUMENTS, st.data())
@slow
def test_any_change_of_any_document_changes_the_digest(document, data):
    where, changed = data.draw(st.sampled_from(list(changes(document))))
    assert (digest(changed) != digest(document)) == (changed != document), where


def test_no_two_of_all_small_changes_share_a_digest():
    digests = [digest(changed) for changed in CHANGES.values()]
    distinct = {to_json(changed) for changed in CHANGES.values()}
    assert len(set(digests)) == len(distinct)


def test_the_digest_is_sha_256_in_hexadecimal():
    assert len(digest(Document())) == 64
    assert set(digest(Document())) <= set("0123456789abcdef")


def test_the_digest_of_a_known_document_never_moves():
    # A signature made today must hold for good: if this fails, the schema changed without a new number.
    assert digest(full()) == "c40834655c185fe1e9024cd9acd77c72526ca98009d84c3e3dfeb40c22be754f"


def test_text_is_nfc_from_the_start():
    document = Document(title="Cafe\u0301", topics=("cafe\u0301",))
    assert document.title == "Caf\u00e9"
    assert document.topics == ("caf\u00e9",)
    assert digest(document) == digest(Document(title="Caf\u00e9", topics=("caf\u00e9",)))


def test_text_of_another_class_becomes_plain_text():
    section = Section(heading=mark_safe("Cafe\u0301"))
    assert type(section.heading) is str
    assert section.heading == "Caf\u00e9"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "b\udfffc"])
def test_what_no_database_can_hold_is_refused(text):
    with pytest.raises(ValueError, match="The text holds"):
        Takeaway(body=text)
    with pytest.raises(ValueError, match="The text holds"):
        Document(topics=("fine", text))


def test_a_document_cannot_be_changed():
    with pytest.raises(AttributeError):
        full().title = "Another"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        full().sections[0].mood = "good"  # type: ignore[attr-defined]


def _json(**changed):
    value = json.loads(to_json(full()))
    value.update(changed)
    return json.dumps({name: item for name, item in value.items() if item is not ...})


SECTION = json.loads(to_json(full()))["sections"][0]
UNREADABLE = {
    "not JSON": "<p>",
    "nothing": "",
    "a list": "[1]",
    "null": "null",
    "deep nesting": "[" * 100_000,
    "no schema": _json(schema=...),
    "a later schema": _json(schema=codec.SCHEMA + 1),
    "schema zero": _json(schema=0),
    "schema as text": _json(schema="1"),
    "schema as a truth": _json(schema=True),
    "schema as a fraction": _json(schema=1.0),
    "schema as a list": _json(schema=[]),
    "a missing field": _json(title=...),
    "an unknown field": _json(mood="good"),
    "a number as text": _json(title=3),
    "null as text": _json(title=None),
    "text as a list": _json(topics="sleep"),
    "a list as text": _json(title=["a"]),
    "an object as a list": _json(sections={}),
    "a list as an object": _json(hero=[]),
    "text as a section": _json(sections=["a"]),
    "an unknown kind": _json(sections=[SECTION | {"kind": "poem"}]),
    "a level that is a truth": _json(sections=[SECTION | {"level": True}]),
    "a level that is a fraction": _json(sections=[SECTION | {"level": 2.0}]),
    "a field too many inside": _json(sections=[SECTION | {"mood": "good"}]),
    "a NUL": _json(title="a\x00b"),
    "a lone surrogate": _json(title="\ud800"),
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_anything_else_is_unreadable(text):
    with pytest.raises(UnreadableDocument) as refused:
        from_json(text)
    assert str(refused.value).startswith(("This is not", "Schema", "The JSON does not"))


def test_an_unknown_schema_is_named():
    with pytest.raises(UnreadableDocument, match="Schema 99 is not known; this version reads up to schema 1"):
        from_json(_json(schema=99))


@pytest.fixture
def schema_3(monkeypatch):
    """As if the schema had moved twice: `lede` became `standfirst`, then `mood` was taken out."""

    def one_to_two(value):
        value["standfirst"] = value.pop("lede")
        return value

    def two_to_three(value):
        del value["mood"]
        return value

    monkeypatch.setattr(codec, "SCHEMA", 3)
    monkeypatch.setattr(codec, "UPGRADES", {1: one_to_two, 2: two_to_three})


def test_an_older_schema_is_upgraded_step_by_step(schema_3):
    old = _json(schema=1, standfirst=..., lede="Older words.", mood="good")
    assert from_json(old) == replace(full(), standfirst="Older words.")
    assert from_json(_json(schema=2, mood="good")) == full()
    assert json.loads(to_json(full()))["schema"] == 3


def test_an_older_text_of_another_shape_is_unreadable(schema_3):
    with pytest.raises(UnreadableDocument, match="shape"):
        from_json(_json(schema=1))


def test_roles_are_kept_in_byline_order():
    document = full()
    assert [person.name for role in ("author", "quoted") for person in document.of_role(role)] == [
        "Ada Writer",
        "Sam Sleeper",
    ]


def test_a_kind_given_as_text_is_the_kind():
    assert Section(kind="care") == Section(kind=Kind.CARE)
