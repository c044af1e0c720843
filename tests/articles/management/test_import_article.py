"""`import_article`: what it prints for people and for programs, and when it fails."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.importing.run import import_file
from articles.models import Article, ImportedFile, Source
from articles.review import transitions
from authors.models import Profile
from tests.articles.importing.making import EXAMPLE
from vivere.audit.models import Event

KEYS = [
    *("file", "slug", "existing", "title", "title_len", "takeaways", "main_sections", "subsections", "markers"),
    *("distinct", "groups", "entries", "missing", "uncited", "groups_ok", "groups_partial", "groups_none"),
    *("stated_date", "people", "state", "publishable", "blocking", "notes"),
]


@pytest.fixture
def files(tmp_path):
    (tmp_path / "walk.txt").write_text(EXAMPLE)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "short.md").write_text("# Short\n\nText of it.\n\n## Part\n\nMore of it.\n")
    return tmp_path


@pytest.fixture
def boss(db):
    return User.objects.create_superuser("boss", "boss@example.org", "pass")


def printed(capsys, *args):
    """The objects that the command printed, one for each line, and its exit code."""
    code = 0
    try:
        call_command("import_article", "--json", *map(str, args))
    except SystemExit as ended:
        code = ended.code
    captured = capsys.readouterr()
    assert captured.err == ""
    return [json.loads(line) for line in captured.out.splitlines()], code


def test_json_is_one_object_for_each_file_under_the_agreed_names(boss, files, capsys):
    found, code = printed(capsys, files / "walk.txt", files / "short.md")
    assert code == 0
    assert [list(each) for each in found] == [KEYS, KEYS]
    walk = found[0]
    assert (walk["slug"], walk["existing"], walk["state"], walk["publishable"]) == (
        Article.objects.get(title__startswith="Why").slug,
        False,
        "draft",
        False,
    )
    assert (walk["markers"], walk["groups"], walk["missing"]) == (12, 8, [2, 5, 6, 8, 10, 11])
    assert walk["people"][1] == {
        "role": "medical_reviewer",
        "name": "Maren Lindqvist",
        "post_nominals": "MSc PT",
        "title": "Head of Movement and Physiotherapist",
        "education": [
            "University of Exampleton - BSc Physiotherapy, 2011",
            "Polytechnic of Sampleby - MSc Rehabilitation, 2015",
        ],
    }
    assert {"citation-dangling", "reviewer-not-independent", "registration-unverified"} <= set(walk["blocking"])
    assert walk["blocking"] == sorted(set(walk["blocking"]))


def test_a_refused_file_is_a_line_of_its_own_and_the_rest_go_on(boss, files, capsys):
    found, code = printed(capsys, files / "empty.txt", files / "nowhere.md", files / "short.md")
    assert code == 1
    assert [sorted(each) for each in found[:2]] == [["error", "file"], ["error", "file"]]
    assert found[0]["error"].endswith("there is nothing to import.")
    assert found[2]["title"] == "Short"
    assert Article.objects.count() == 1


def test_the_same_file_again_is_the_article_that_it_made(boss, files, capsys):
    printed(capsys, files / "walk.txt")
    found, code = printed(capsys, files / "walk.txt", files / "walk.txt")
    assert code == 0
    assert [each["existing"] for each in found] == [True, True]
    assert Article.objects.count() == 1


def test_a_dry_run_says_the_same_and_stores_nothing(boss, files, capsys):
    dry, _ = printed(capsys, "--dry-run", files / "walk.txt", files / "empty.txt")
    assert not Article.objects.exists()
    assert not Source.objects.exists()
    assert not Profile.objects.exists()
    assert not ImportedFile.objects.exists()
    assert not Event.objects.exists()
    real, _ = printed(capsys, files / "walk.txt")
    assert dry[0] == real[0]


def test_an_article_in_review_says_so(ada, boss, files, capsys):
    result = import_file(files / "short.md", by=ada)
    transitions.submit(result.article, by=ada)
    found, _ = printed(capsys, files / "short.md")
    assert (found[0]["existing"], found[0]["state"], found[0]["publishable"]) == (True, "in review", False)


def test_the_summary_for_people_says_what_came_of_each_file(boss, files, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("import_article", str(files / "walk.txt"), str(files / "empty.txt"))
    captured = capsys.readouterr()
    assert ended.value.code == 1
    assert "walk.txt became “Why a Short Walk After Lunch Helps You Sleep Better at Night”" in captured.out
    assert "6 sources listed; 6 cited but not listed, 0 listed but not cited" in captured.out
    assert "Maren Lindqvist (named as medical reviewer, contributor, quoted)" in captured.out
    assert "Not imported: “empty.txt” is empty; there is nothing to import." in captured.err


def test_somebody_has_to_import(db, files):
    with pytest.raises(CommandError, match="no account to import as"):
        call_command("import_article", str(files / "short.md"))
    with pytest.raises(CommandError, match="no active account “nobody”"):
        call_command("import_article", "--by", "nobody", str(files / "short.md"))


def test_the_first_superuser_imports_unless_another_is_named(ada, boss, files, capsys):
    printed(capsys, files / "short.md")
    printed(capsys, "--by", "ada", files / "walk.txt")
    assert [article.created_by.username for article in Article.objects.order_by("id")] == ["boss", "ada"]


def test_the_sample_writer_imports_where_there_is_no_superuser(db, files, capsys):
    User.objects.create_user("writer")
    printed(capsys, files / "short.md")
    assert Article.objects.get().created_by.username == "writer"


def test_the_example_article_is_printed_as_its_analysis_says(boss, shared, capsys):
    found, _ = printed(capsys, shared / "seed/gut-immune-article.txt")
    expected = {
        "title_len": 75, "takeaways": 5, "main_sections": 9, "subsections": 9, "markers": 32, "distinct": 32,
        "groups": 17, "entries": 15, "uncited": [], "groups_ok": 5, "groups_partial": 6, "groups_none": 6,
        "missing": [1, 2, 3, 6, 11, 12, 13, 15, 17, 20, 22, 23, 26, 27, 29, 30, 31],
        "state": "draft", "publishable": False,
    }  # fmt: skip
    assert {name: found[0][name] for name in expected} == expected
    assert set(found[0]["blocking"]) >= {
        "citation-dangling",
        "source-incomplete",
        "reviewer-not-independent",
        "registration-unverified",
        "coi-missing",
        "care-block-missing",
        "part-missing",
    }
