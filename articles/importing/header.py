"""The YAML header of a Markdown file: the few keys that an article has a place for, and the rest as text."""

import re
from dataclasses import dataclass

_KEY = re.compile(r"([A-Za-z_][\w .-]{0,60}?)\s*:(?:\s+(.*))?")
_LONGEST = 300
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the header says; `others` are `key: value` lines that have no field of their own."""

    title: str = ""
    description: str = ""
    language: str = ""
    audience: str = ""
    date: str = ""
    url: str = ""
    topics: tuple[str, ...] = ()
    author: str = ""
    others: tuple[str, ...] = ()


_FIELDS = {
    "title": "title",
    "description": "description",
    "summary": "description",
    "language": "language",
    "lang": "language",
    "audience": "audience",
    "audiencelevel": "audience",
    "date": "date",
    "url": "url",
    "canonical": "url",
    "author": "author",
}
_TOPICS = frozenset({"tags", "topics", "categories", "keywords"})


def split_header(text: str) -> tuple[Header, str]:
    """The header and the text after it; an empty header when the file does not start with one."""
    lines = text.lstrip("\n").split("\n", _LONGEST)
    if lines[0].rstrip() != "---":
        return Header(), text
    end = next((n for n, line in enumerate(lines[1:_LONGEST], 1) if line.rstrip() in {"---", "..."}), 0)
    if end < 2 or not _KEY.fullmatch(lines[1]):
        return Header(), text
    return _header(_pairs(lines[1:end])), "\n".join(lines[end + 1 :])


def _pairs(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Keys with their values; a line that is neither a key nor an item goes on with the value before it."""
    pairs: list[tuple[str, list[str]]] = []
    for line in lines:
        key = None if line.startswith((" ", "\t", "-")) else _KEY.fullmatch(line.rstrip())
        if key:
            value = _bare(key[2] or "")
            listed = value.startswith("[") and value.endswith("]")
            items = [_bare(item) for item in value[1:-1].split(",")] if listed else [value]
            pairs.append((key[1].strip(), [item for item in items if item]))
        elif line.strip():
            pairs[-1][1].append(_bare(line.strip().removeprefix("- ")))
    return pairs


def _header(pairs: list[tuple[str, list[str]]]) -> Header:
    found: dict[str, str] = {}
    topics: list[str] = []
    others: list[str] = []
    for key, values in pairs:
        name, value = _FIELDS.get(key.lower(), ""), " ".join(values)
        if key.lower() in _TOPICS:
            topics += values
        elif name and not found.get(name) and _fits(name, value):
            found[name] = value
        else:
            others.append(f"{key}: {', '.join(values)}")
    return Header(topics=tuple(topics), others=tuple(others), **found)


def _fits(name: str, value: str) -> bool:
    """Whether the value can be what the field is for."""
    if name == "language":
        return bool(_LANGUAGE.fullmatch(value)) and len(value) <= 12
    if name == "url":
        return value.startswith(("https://", "http://"))
    return 0 < len(value) <= {"title": 300, "description": 320, "audience": 200}.get(name, 200)


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return value
