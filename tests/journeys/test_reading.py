"""A reader's day: finds an article, follows its sources with the keyboard, and leaves no trace."""

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.articles.publishing.conftest import publish_document, walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
__all__ = ["publish_document", "walk"]

ARTICLE = "/articles/walking/"
PAGES = [
    "/",
    ARTICLE,
    "/articles/",
    "/topics/",
    "/topics/heart/",
    "/people/",
    "/people/rui/",
    "/policies/privacy/",
    "/nothing/",
]


@pytest.fixture
def visit(walk, page, live_server):
    """Opens an address of the site."""

    def visit(path: str = ARTICLE):
        page.goto(f"{live_server.url}{path}")
        return page

    return visit


def violations(page) -> list[str]:
    """What axe finds, all rules and best practices included, one line each."""
    found = (
        Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}).response
    )
    assert len(found["passes"]) > 10, "axe did not look"
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_has_a_barrier_that_a_machine_can_find(scheme, width, visit, page):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    assert {path: found for path in PAGES if (found := violations(visit(path)))} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_source_has_no_barrier_either(scheme, visit, page):
    page.emulate_media(color_scheme=scheme)
    visit().locator("#cite-3 button").click()
    expect(page.locator("#pop-3")).to_be_visible()
    assert violations(page) == []


def test_a_citation_is_read_followed_and_left_with_the_keyboard(visit):
    page = visit()
    page.locator("#cite-3 button").focus()
    expect(page.locator("#pop-3")).not_to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#pop-3")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#pop-3 *:focus")).to_have_count(1)
    in_list = page.locator("#pop-3 a[href='#source-5']")
    in_list.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#source-5$"))
    page.keyboard.press("Escape")
    expect(page.locator("#pop-3")).not_to_be_visible()
    page.locator("#source-5 .back a").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#cite-3$"))
    expect(page.locator("#cite-3")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("#cite-3 button")).to_be_focused()


def test_the_first_key_offers_a_way_past_the_header(visit):
    page = visit()
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#main$"))


def test_reading_sets_no_cookie_and_asks_nobody_else(visit, page, live_server):
    asked, failed, said = [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: said.append(message.text))
    for path in PAGES[:-1]:
        visit(path)
    hosts = {urlsplit(url).netloc for url in asked}
    assert hosts == {urlsplit(live_server.url).netloc}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert failed == []
    assert said == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_at_320_pixels(path, visit, page):
    page.set_viewport_size({"width": 320, "height": 640})
    visit(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_text_at_twice_its_size_and_wider_spaced_loses_nothing(visit, page):
    page.set_viewport_size({"width": 640, "height": 800})
    visit()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate(
        "for (const e of document.querySelectorAll('main *')) "
        "{ e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em'; e.style.wordSpacing = '.16em' }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 640


def test_everything_works_without_script(walk, browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{ARTICLE}")
    page.locator("#cite-5 button").click()
    expect(page.locator("#pop-5")).to_be_visible()
    page.locator("#pop-5 button").click()
    expect(page.locator("#pop-5")).not_to_be_visible()
    context.close()


def test_paper_carries_the_sources_and_the_signature_and_no_controls(visit, page):
    page.emulate_media(media="print")
    visit()
    for shown in ("#sources", ".sign", "#source-4", ".printed", "h1", ".care"):
        assert page.locator(shown).first.is_visible(), shown
    for hidden in (".top nav", ".rail", ".promo", ".sources .back", ".fold"):
        assert not page.locator(hidden).first.is_visible(), hidden
    after = "element => getComputedStyle(element, '::after').content"
    assert "https://doi.org/10.5555/walking.4" in page.locator("#source-4 > a").first.evaluate(after)


def test_a_reader_finds_the_article_from_home_and_meets_its_reviewer(visit):
    page = visit("/")
    page.locator(".hero a").click()
    expect(page).to_have_url(re.compile(f"{ARTICLE}$"))
    page.locator(".by a", has_text="Rui Reviewer").click()
    assert urlsplit(page.url).path == "/people/rui/"
    assert (
        "Registered" in page.locator(".facts").inner_text() or "Sample register" in page.locator(".facts").inner_text()
    )
    page.locator(".cards a").first.click()
    expect(page).to_have_url(re.compile(f"{ARTICLE}$"))
