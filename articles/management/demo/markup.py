"""Citations as the content files write them, `[@wastyk2021]` or `[@a; @b]`, → citation marks."""

import re
from collections.abc import Mapping

from articles.document.vocabulary import CITE
from articles.management.demo.files import DemoFileWrong

_GROUP = re.compile(r"\s*\[(@[^\[\]]*)\]")
_KEY = re.compile(r"@([a-z0-9]+)")


def keys(text: str) -> list[str]:
    """The keys of the sources that a text cites, in order, repeats included. Raises DemoFileWrong."""
    return [key for group in _GROUP.finditer(text) for key in _keys_of(group[1])]


def cited(text: str, ids: Mapping[str, int]) -> str:
    """The text with marks for its citations; `ids` maps keys to ids of sources. Raises DemoFileWrong."""

    def marks(group: re.Match[str]) -> str:
        found = _keys_of(group[1])
        unknown = [key for key in found if key not in ids]
        if unknown:
            raise DemoFileWrong(f"“{group[0].strip()}” cites {', '.join(unknown)}, which is not in sources.toml.")
        return " " + "".join(f'<{CITE} data-source="{ids[key]}"></{CITE}>' for key in found)

    return _GROUP.sub(marks, text)


def _keys_of(group: str) -> list[str]:
    pieces = [piece.strip() for piece in group.split(";")]
    found = [match[1] for piece in pieces if (match := _KEY.fullmatch(piece))]
    if len(found) != len(pieces):
        raise DemoFileWrong(f"“[{group}]” is not a citation; write [@key] or [@key; @other].")
    return found
