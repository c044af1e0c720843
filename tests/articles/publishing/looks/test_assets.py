"""Assets have the digest of their content in their name; the fingerprint knows every change of looks."""

import hashlib

import pytest

from articles.publishing.looks import assets, fingerprint


def test_readers_load_one_style_sheet_of_three_files():
    body = assets.current()["reader.css"].body.decode()
    assert body.index("Design tokens") < body.index("Elements, the frame") < body.index("What a reader sees")


def test_names_hold_the_digest():
    for asset in assets.current().values():
        assert hashlib.sha256(asset.body).hexdigest()[:16] in asset.path


def test_nothing_is_fetched_from_elsewhere():
    css = assets.current()["reader.css"].body.decode()
    assert "url(" not in css
    assert "@import" not in css
    assert "http" not in css.replace('[href^="http"]', "")


@pytest.fixture
def folder(tmp_path, settings):
    """A small house of its own."""
    for name in ("templates/reader", "static/css", "static/img", "articles/publishing/rendering"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("tokens", "base", "reader"):
        (tmp_path / f"static/css/{name}.css").write_text(f"/* {name} */")
    (tmp_path / "static/img/mark.svg").write_text("<svg/>")
    settings.BASE_DIR = tmp_path
    settings.DEBUG = True
    yield tmp_path
    fingerprint._computed.cache_clear()
    assets._read.cache_clear()


@pytest.mark.parametrize(
    "name", ["templates/reader/new.html", "static/css/reader.css", "articles/publishing/rendering/new.py"]
)
def test_every_change_of_looks_changes_the_fingerprint(name, folder):
    before = fingerprint.current()
    (folder / name).write_text("changed")
    assert fingerprint.current() != before


def test_a_changed_style_sheet_has_another_address(folder):
    before = assets.hrefs()["reader_css"]
    (folder / "static/css/reader.css").write_text("/* new */")
    assert assets.hrefs()["reader_css"] != before
    assert assets.hrefs()["mark_svg"] == assets.hrefs()["mark_svg"]


def test_the_fingerprint_is_computed_once_in_production(settings, monkeypatch):
    settings.DEBUG = False
    fingerprint.current()
    monkeypatch.setattr(fingerprint, "_files", lambda: pytest.fail("read again"))
    assert len(fingerprint.current()) == 16
