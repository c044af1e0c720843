"""The reader of the demonstration's files refuses what nobody would read, with a sentence."""

from dataclasses import dataclass, replace

import pytest

from articles.management.demo import files
from articles.management.demo.compose import before
from articles.management.demo.content import ArticleFile, Correction, article_files
from articles.management.demo.files import DemoFileWrong, build
from articles.management.demo.markup import cited, keys


@dataclass(frozen=True)
class Leaf:
    name: str
    number: int = 0


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    words: dict[str, str]
    best: Leaf | None = None


def test_a_table_becomes_a_value_with_the_values_inside_it():
    values = {"leaves": [{"name": "a"}, {"name": "b", "number": 2}], "words": {"x": "y"}, "best": {"name": "b"}}
    assert build(Tree, values, "x.toml") == Tree((Leaf("a"), Leaf("b", 2)), {"x": "y"}, Leaf("b"))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"leaves": [], "words": {}, "colour": "red"}, "x.toml has a key that nothing reads: colour. Known: leaves"),
        ({"words": {}}, "x.toml lacks leaves"),
        ({"leaves": [{"name": 1}], "words": {}}, "x.toml, leaves 1, name should be str, not 1"),
        ({"leaves": "a", "words": {}}, "x.toml, leaves should be"),
        ({"leaves": [], "words": {"a": 1}}, "x.toml, words, a should be str"),
        ({"leaves": [], "words": {}, "best": 3}, "x.toml, best should be a table"),
    ],
)
def test_a_mistake_in_a_table_is_named_with_its_place(values, words):
    with pytest.raises(DemoFileWrong, match=words):
        build(Tree, values, "x.toml")


def test_a_file_that_is_no_toml_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    (tmp_path / "broken.toml").write_text("title = ")
    for name in ("broken.toml", "absent.toml"):
        with pytest.raises(DemoFileWrong, match=f"{name} cannot be read"):
            files.read(name)


def test_citations_become_marks_that_stand_together():
    marks = '<cite-ref data-source="7"></cite-ref><cite-ref data-source="9"></cite-ref>'
    assert cited("Known [@one2020; @two2021].", {"one2020": 7, "two2021": 9}) == f"Known {marks}."
    assert keys("[@one2020] and [@two2021; @one2020]") == ["one2020", "two2021", "one2020"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("[@three2022]", "cites three2022, which is not in sources.toml"), ("[@one2020, two]", "is not a citation")],
)
def test_a_citation_that_leads_nowhere_is_named(text, words):
    with pytest.raises(DemoFileWrong, match=words):
        cited(text, {"one2020": 7})


def test_a_bracket_without_an_at_sign_is_text():
    assert cited("a [1] b", {}) == "a [1] b"


def _corrected(file: ArticleFile, new: str) -> Correction:
    return Correction(old="before", new=new, note="", statement="", signed=2, published=1)


def test_the_text_before_a_correction_differs_in_one_place():
    file = next(file for file in article_files().values() if file.story.correction)
    first = before(file, file.story.correction)
    changed = [n for n, section in enumerate(first.sections) if section != file.sections[n]]
    assert len(changed) == 1
    assert replace(first, sections=file.sections) == file


def test_corrected_words_that_stand_nowhere_are_named():
    file = next(iter(article_files().values()))
    with pytest.raises(DemoFileWrong, match="should stand in one place"):
        before(file, _corrected(file, "words that no page of ours says"))
