"""Document ↔ canonical JSON, and the digest that a signature is bound to."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from articles.document.nodes import Document

SCHEMA = 1

# What turns the JSON object of schema n into that of schema n + 1. Stored text is never rewritten:
# an old revision is upgraded each time it is read, and its digest stays that of its own bytes.
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


class UnreadableDocument(ValueError):
    """The text is not a Document of a schema that this version can read."""


def to_json(document: Document) -> str:
    """Canonical JSON: keys sorted, no white space, NFC text as itself, schema version inside."""
    value = _pack(document) | {"schema": SCHEMA}
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_json(text: str) -> Document:
    """The Document of canonical JSON of this or any earlier schema.

    Raises UnreadableDocument, with the reason, for anything else.
    """
    try:
        value = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableDocument(f"This is not JSON: {error}") from error
    schema = value.pop("schema", None) if isinstance(value, dict) else None
    if type(schema) is not int:
        raise UnreadableDocument("This is not the JSON of a Document: it names no schema.")
    try:
        document: Document = _unpack(Document, _upgraded(value, schema))
    except UnreadableDocument:
        raise
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise UnreadableDocument(f"The JSON does not have the shape of a Document: {error}") from error
    return document


def digest(document: Document) -> str:
    """SHA-256 of the canonical JSON in UTF-8, 64 hexadecimal digits."""
    return digest_of(to_json(document))


def digest_of(content: str) -> str:
    """SHA-256 of stored canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(content.encode()).hexdigest()


def _upgraded(value: dict[str, Any], schema: int) -> dict[str, Any]:
    while schema != SCHEMA:
        upgrade = UPGRADES.get(schema)
        if upgrade is None:
            raise UnreadableDocument(f"Schema {schema} is not known; this version reads up to schema {SCHEMA}.")
        value, schema = upgrade(value), schema + 1
    return value


def _pack(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _pack(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_pack(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


@cache
def _types(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _unpack(wanted: Any, value: Any) -> Any:
    """`value` as `wanted`; refuses a missing, unknown or wrongly typed field."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return None if value is None else _unpack(get_args(wanted)[0], value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError(f"a list was expected, not {value!r:.40}")
        return tuple(_unpack(get_args(wanted)[0], item) for item in value)
    if is_dataclass(wanted):
        types = _types(wanted)  # type: ignore[arg-type]  # a dataclass type is hashable
        if not isinstance(value, dict):
            raise TypeError(f"an object was expected, not {value!r:.40}")
        if value.keys() != types.keys():
            raise TypeError(f"fields {sorted(value.keys() ^ types.keys())} are missing or unknown")
        return wanted(**{name: _unpack(types[name], value[name]) for name in types})  # type: ignore[operator]
    if issubclass(wanted, StrEnum):
        return wanted(value)
    if type(value) is not wanted:
        raise TypeError(f"{wanted.__name__} was expected, not {value!r:.40}")
    return value
