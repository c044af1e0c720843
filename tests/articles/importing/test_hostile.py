"""Text that attacks: no script, handler or javascript: address is left in any body."""

import json

import pytest
from lxml import html

from articles.document import vocabulary, walk
from articles.document.nodes import Document, Section
from articles.importing.read import ImportFailed, decode
from tests.articles.importing.making import drawn

OURS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "<javascript:alert(1)>",
    "![x](data:text/html;base64,PHNjcmlwdD4=)",
    '[x](https://e.org "a\\" onmouseover=\\"alert(1)")',
    '<cite-ref data-source="1" onclick="alert(1)"></cite-ref>',
    "<a href='javascript:alert(1)'>x</a>",
    "<svg/onload=alert(1)>",
    "**<b onclick=alert(1)>x</b>**",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`<script>alert(1)</script>`",
]
FRAME = """\
A title

Key takeaways
- {0}
- Another

# A heading

{0}

1. {0}

[words]({0}) ![words]({0})

| {0} | b |
| --- | --- |
| {0} | c |

Sources
[1] {0}
"""


def dangers(document):
    """Everything in a Document's HTML that a browser might act upon."""
    for field in walk.fields(document):
        if not field.html:
            continue
        for element in html.fragment_fromstring(field.html, create_parent="div").iter():
            if element.tag != "div" and element.tag not in vocabulary.BODY:
                yield element.tag
            for name, value in element.attrib.items():
                if name not in vocabulary.ATTRIBUTES.get(element.tag, ()):
                    yield name, value
                if name == "href" and value.partition(":")[0].lower() not in vocabulary.SCHEMES:
                    yield name, value
    yield from (source.url for source in document.sources if source.url and not source.url.startswith("http"))


@pytest.mark.parametrize("payload", OURS)
@pytest.mark.parametrize("markdown", [False, True])
def test_an_attack_becomes_words(payload, markdown):
    document = drawn(FRAME.format(payload), markdown=markdown).document
    assert list(dangers(document)) == []
    assert any("alert" in text or "x" in text for text in walk.words(document))


def test_the_search_for_dangers_finds_them():
    bad = '<p onclick="x">a</p><script>b</script><a href="javascript:c">d</a>'
    assert len(list(dangers(Document(title="t", sections=(Section(body=bad),))))) >= 3


def payloads(folder):
    """Every string of the collections: lines of text files, strings anywhere in the JSON ones."""

    def strings(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for each in value.values() if isinstance(value, dict) else value:
                yield from strings(each)

    for path in sorted(folder.glob("*.txt")):
        yield from path.read_text(errors="replace").split("\n")
    for path in sorted(folder.glob("*.json")):
        yield from strings(json.loads(path.read_text()))


@pytest.mark.parametrize("markdown", [False, True])
def test_thousands_of_collected_attacks_become_words(shared, markdown):
    tried = 0
    step = 1 if markdown else 3  # plain text is only escaped, so a third of them says as much
    for payload in list(payloads(shared / "data/06_hostile"))[::step]:
        try:
            document = drawn(FRAME.replace("{0}", payload), markdown=markdown).document
        except ImportFailed:
            continue
        tried += 1
        assert list(dangers(document)) == [], payload
    assert tried > 1000


@pytest.mark.parametrize("markdown", [False, True])
def test_whole_files_of_attacks_are_read_or_refused(shared, markdown):
    for path in sorted((shared / "data/06_hostile").iterdir()):
        if path.suffix in {".txt", ".json", ".md", ".dat"}:
            reading = decode(path.read_bytes(), name=path.name, is_markdown=markdown)
            assert list(dangers(drawn(reading.text, markdown=markdown).document)) == []


SLOW = ["[1]", "[", "[a](", "*a", "**a ", "_a ", "`a", "((((", "&amp;", "<", "<sup>", "\u00a0x ", "word ", "- ", "||"]


@pytest.mark.parametrize("piece", SLOW)
def test_one_sign_over_and_over_ends(piece):
    line = piece * (40_000 // len(piece))
    for markdown in (False, True):
        assert drawn(f"A title\n\n{line}\n\n{line}", markdown=markdown).document.title
