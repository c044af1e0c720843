"""No known attack leaves a script, a handler or a script address in a body or an inline text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from articles.document import vocabulary
from articles.editing.clean import body, inline

SCHEME = re.compile(r"^[\x00-\x20]*([a-z][a-z0-9+.\-\s]*?)\s*:", re.I)

OURS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<img src=x onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="&#106;avascript&colon;alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="  vbscript:alert(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
    "<form><button formaction=javascript:alert(1)>x",
    '<cite-ref data-source="1" onmouseover="alert(1)" style="x"></cite-ref>',
    '<cite-ref data-source="1" data-quote="</cite-ref><script>alert(1)</script>"></cite-ref>',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<b><i><div><p onclick=alert(1)>x",
]


def _attacks(folder: Path) -> Iterator[str]:
    """Every payload of the collections, whatever their form."""
    for path in sorted(folder.glob("*.json")):
        yield from _texts(json.loads(path.read_text()))
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(errors="replace")
        yield text
        yield from text.splitlines()


def _texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from () if key.startswith("expected") else _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def problems(html: str, tags: frozenset[str]) -> list[str]:
    """What an HTML parser finds in `html` that the vocabulary does not have."""
    found = []
    for element in lxml.html.fragment_fromstring(html, create_parent="main").iterdescendants():
        if not isinstance(element.tag, str):
            found.append(f"not an element: {element!r}")
            continue
        if element.tag not in tags:
            found.append(f"tag {element.tag}")
        allowed = vocabulary.ATTRIBUTES.get(element.tag, frozenset())
        found += [f"attribute {name} of {element.tag}" for name in element.attrib if name not in allowed]
        scheme = SCHEME.match(element.get("href", ""))
        if scheme and scheme[1].lower() not in vocabulary.SCHEMES:
            found.append(f"address {element.get('href')}")
    return found


def test_the_watch_can_see():
    assert problems("<p onclick='x'>a</p>", vocabulary.BODY) == ["attribute onclick of p"]
    assert problems("<script>x</script>", vocabulary.BODY) == ["tag script"]
    assert problems('<a href=" javascript:x">a</a>', vocabulary.BODY) == ["address  javascript:x"]
    assert problems("<p>a</p>", vocabulary.INLINE) == ["tag p"]


@pytest.mark.parametrize("attack", OURS)
def test_an_attack_of_our_own_is_harmless(attack):
    assert problems(body(attack), vocabulary.BODY) == []
    assert problems(inline(attack), vocabulary.INLINE) == []
    assert body(body(attack)) == body(attack)


def test_no_attack_of_the_collections_survives(shared):
    attacks = list(_attacks(shared / "data" / "06_hostile"))
    assert len(attacks) > 2000
    for attack in attacks:
        for clean, tags in ((body, vocabulary.BODY), (inline, vocabulary.INLINE)):
            cleaned = clean(attack)
            assert problems(cleaned, tags) == [], attack[:200]
            assert clean(cleaned) == cleaned, attack[:200]


def test_all_attacks_at_once_survive_neither(shared):
    attack = "\n".join(_attacks(shared / "data" / "06_hostile"))
    assert problems(body(attack), vocabulary.BODY) == []
    assert problems(inline(attack), vocabulary.INLINE) == []
