"""TOML file → typed values; a key that nobody reads is an error in the file, and says so."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

FOLDER = Path(__file__).resolve().parent
PICTURES = FOLDER / "pictures"

T = TypeVar("T")


class DemoFileWrong(Exception):
    """A content file of the demonstration cannot be used; the sentence names file, place and remedy."""


def read(name: str) -> dict[str, Any]:
    """The table of one content file under the demo folder. Raises DemoFileWrong."""
    try:
        return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DemoFileWrong(f"{name} cannot be read: {error}") from error


def entries(name: str, shape: type[T]) -> Iterator[tuple[str, T]]:
    """Each table of a file by its key, as the given dataclass. Raises DemoFileWrong."""
    for key, values in read(name).items():
        yield key, build(shape, values, f"{name}, [{key}]")


def build(shape: type[T], values: Any, where: str) -> T:
    """A dataclass from a table: no key too many, none missing, each of its type. Raises DemoFileWrong."""
    hints = get_type_hints(shape)
    if not isinstance(values, Mapping):
        raise DemoFileWrong(f"{where} should be a table.")
    unknown = sorted(values.keys() - hints.keys())
    if unknown:
        raise DemoFileWrong(f"{where} has a key that nothing reads: {', '.join(unknown)}. Known: {', '.join(hints)}.")
    needed = [f.name for f in fields(shape) if f.default is MISSING and f.default_factory is MISSING]  # type: ignore[arg-type]
    lacking = [name for name in needed if name not in values]
    if lacking:
        raise DemoFileWrong(f"{where} lacks {', '.join(lacking)}.")
    return shape(**{name: _value(hints[name], value, f"{where}, {name}") for name, value in values.items()})


def _value(wanted: Any, value: Any, where: str) -> Any:
    origin, inside = get_origin(wanted), get_args(wanted)
    if origin is UnionType:
        return _value(next(kind for kind in inside if kind is not NoneType), value, where)
    if origin is tuple and isinstance(value, list):
        return tuple(_value(inside[0], item, f"{where} {n}") for n, item in enumerate(value, 1))
    if origin is dict and isinstance(value, dict):
        return {key: _value(inside[1], item, f"{where}, {key}") for key, item in value.items()}
    if is_dataclass(wanted):
        return build(wanted, value, where)  # type: ignore[arg-type]  # is_dataclass does not narrow to a type
    if type(value) is not wanted:
        raise DemoFileWrong(f"{where} should be {getattr(wanted, '__name__', 'a list')}, not {value!r:.60}.")
    return value
