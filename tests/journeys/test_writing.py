"""A writer's day in a real browser: writes, cites, moves things about, is interrupted, loses nothing."""

import json
import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from articles.editing import assemble
from articles.models import Article, Source
from tests.articles.conftest import article, document, sources, topic
from vivere.audit.models import Event

__all__ = ["article", "document", "sources", "topic"]
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SAVED = re.compile(r"^Saved \d\d:\d\d$")


@pytest.fixture
def desk(ada, client, context, live_server):
    """Ada is signed in; opens an address of the admin in a new tab."""
    client.force_login(ada)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])

    def open_tab(path):
        tab = context.new_page()
        tab.goto(f"{live_server.url}{path}")
        tab.wait_for_selector("form[data-ready]")
        return tab

    return open_tab


@pytest.fixture
def editing(article, desk):
    """Opens the change form of the article in a new tab."""
    return lambda: desk(reverse("admin:articles_article_change", args=[article.pk]))


def write_in(page, name):
    """The editor of a field, with the cursor in it."""
    field = page.locator(f"[id='{name}'] + .rich .ProseMirror")
    page.locator(f"[id='{name}']").locator("xpath=..").scroll_into_view_if_needed()
    field.click()
    page.keyboard.press("Control+End")
    return field


def value(page, name):
    return page.locator(f"[id='{name}']").input_value()


def save(page):
    with page.expect_response(re.compile("/save/")):
        page.keyboard.press("Control+s")
    saved(page)


def saved(page):
    expect(page.locator("#state")).to_have_text(SAVED, timeout=10_000)


def paste(page, html):
    """Pastes HTML where the cursor is, as a browser would hand it over."""
    page.evaluate(
        """html => {
            const data = new DataTransfer()
            data.setData("text/html", html)
            const event = {clipboardData: data, bubbles: true, cancelable: true}
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", event))
        }""",
        html,
    )


def test_an_article_is_written_from_nothing(desk, sources, topic):
    page = desk(reverse("admin:articles_article_add"))
    page.locator("#title").fill("How to nap well")
    expect(page.locator(".address")).to_have_text("/articles/how-to-nap-well/")
    saved(page)
    expect(page).to_have_url(re.compile(r"/change/$"))
    write_in(page, "standfirst")
    page.keyboard.type("Short naps may help ")
    page.keyboard.press("Control+Shift+C")
    page.get_by_label("Title, author, year or DOI").fill("10.5555/sleep.2")
    expect(page.locator("#cite-found [role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    page.locator(".row .heading").first.fill("Why naps help")
    write_in(page, "section.s1.body")
    page.keyboard.type("They rest the mind [1]")
    page.keyboard.press("Tab")
    page.keyboard.type(" and more ")
    page.keyboard.press("Control+Shift+C")
    page.get_by_role("tab", name="New").click()
    page.get_by_label("DOI, PMID, PMCID").fill("https://doi.org/10.5555/new.nap")
    page.locator("#new-title").fill("A study of naps")
    page.locator("#new-issued").fill("2023")
    page.keyboard.press("Enter")
    expect(page.locator(".chip b")).to_have_text(["[1]", "[1]", "[2]"])
    page.get_by_role("button", name="Add a section").click()
    page.keyboard.type("Call 111 if")
    page.get_by_label("Kind").last.select_option("Care card")
    page.get_by_label("How quickly to act").last.select_option("urgent")
    save(page)
    written = Article.objects.get()
    document = assemble.document(written)
    assert [section.heading for section in document.sections] == ["Why naps help", "Call 111 if"]
    assert document.sections[1].care_level == "urgent"
    assert [source.doi for source in document.sources] == ["10.5555/sleep.2", "10.5555/new.nap"]
    assert [event.action for event in Event.objects.exclude(action="source.added")] == [
        "article.created",
        "article.saved",
    ]


def test_what_was_only_opened_is_not_changed(article, editing):
    before = assemble.document(article)
    page = editing()
    for name in ("section.s1.body", "section.s2.body", "takeaway.t1.body"):
        write_in(page, name)
    save(page)
    article.refresh_from_db()
    assert (assemble.document(article), article.version) == (before, 1)


def test_typing_and_taking_back_stores_what_was_there(article, editing):
    """What the editor writes for a text of the whole vocabulary is what the server stores for it."""
    body = (
        "<h4>Small</h4><p>a<strong>b</strong><em>c</em>H<sub>2</sub>O x<sup>2</sup><br>"
        '<a href="https://www.nhs.uk/">NHS</a></p><ul><li>one<ul><li>two</li></ul></li></ul>'
        '<ol start="3"><li>three</li></ol><blockquote><p>said</p></blockquote>'
        '<table><caption>Doses <em>here</em></caption><thead><tr><th scope="col">A</th><th scope="col">B</th>'
        '</tr></thead><tbody><tr><td colspan="2">both</td></tr></tbody></table><p>end</p>'
    )
    article.sections.filter(position=0).update(body=body)
    page = editing()
    write_in(page, "section.s1.body")
    page.keyboard.type("!")
    page.keyboard.press("Backspace")
    assert value(page, "section.s1.body") == body


def test_rows_are_moved_by_keyboard_and_citations_follow(article, editing):
    page = editing()
    write_in(page, "section.s2.body")
    expect(page.locator("#row-s2 .chip b")).to_have_text(["[1]"])
    expect(page.locator("#row-s1 .chip b")).to_have_text(["[2]", "[3]"])
    write_in(page, "section.s1.body")
    page.keyboard.press("Alt+Shift+ArrowDown")
    expect(page.locator("#said")).to_have_text("Section 2, “Why it is hard” is now 2 of 3")
    expect(page.locator("#row-s1 .ProseMirror")).to_be_focused()
    page.locator("#row-t1").get_by_role("button", name="Remove").click()
    expect(page.locator("#row-s2 .chip b")).to_have_text(["[1]"])
    expect(page.locator("#row-s1 .chip b")).to_have_text(["[2]", "[3]"])
    page.get_by_role("button", name="Undo").last.click()
    saved(page)
    assert [row.heading for row in article.sections.all()] == ["What may help", "Why it is hard", "Naps"]
    assert article.takeaways.count() == 1


def cursor_after(page, words):
    """Brings the cursor behind the first words of the text; a key that a busy browser drops is pressed again."""
    for _ in range(10):
        page.keyboard.press("Control+Home")
        for _ in range(3 * len(words)):
            if page.evaluate("getSelection().anchorOffset") == len(words):
                break
            page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)  # the editor hears of the browser's cursor a moment later
        if page.evaluate("getSelection().anchorOffset") == len(words):
            return
    raise AssertionError(f"The cursor does not stay behind “{words}”.")


def test_sections_are_dragged_copied_split_and_collapsed(article, editing):
    page = editing()
    page.locator("#row-s3").scroll_into_view_if_needed()
    page.locator("#row-s3 .grip").drag_to(page.locator("#row-s2"), target_position={"x": 40, "y": 5})
    page.locator("#row-s3 [data-does=copy]").click()
    write_in(page, "section.s2.body")
    cursor_after(page, "A dark room")
    page.locator("#row-s2 [data-does=split]").click()
    page.keyboard.type("And also")
    page.locator("#row-s1 [data-does=collapse]").click()
    expect(page.locator("#row-s1 .rich")).to_be_hidden()
    saved(page)
    sections = assemble.document(article).sections
    assert [each.heading for each in sections] == ["Why it is hard", "Naps", "Naps", "What may help", "And also"]
    assert sections[1] == sections[2]
    assert (sections[3].body, sections[4].body[:16]) == ("<p>A dark room</p>", "<p> may help <ci"[:16]) or sections[
        4
    ].body[:12] == "<p>may help "


def test_chips_are_copied_with_their_source_and_undo_works(article, editing, sources):
    page = editing()
    write_in(page, "section.s3.body")
    paste(page, f'<p>pasted <cite-ref data-source="{sources[2].pk}" data-locator="p. 4"></cite-ref></p>')
    expect(page.locator("#row-s3 .chip")).to_have_count(1)
    assert f'data-source="{sources[2].pk}" data-locator="p. 4"' in value(page, "section.s3.body")
    page.keyboard.press("Control+z")
    expect(page.locator("#row-s3 .chip")).to_have_count(0)


def test_the_source_of_a_chip_can_be_described_further_by_keyboard(article, editing, sources):
    Source.objects.filter(pk=sources[0].pk).update(status="retracted")
    page = editing()
    write_in(page, "section.s2.body")
    expect(page.locator("#row-s2 .chip")).to_have_text(re.compile("Retracted"))
    chip = page.locator("#row-s2 .chip")
    for _ in range(5):  # over the full stop, onto the chip; the editor hears of the cursor a moment later
        if "selectednode" not in chip.get_attribute("class"):
            page.keyboard.press("ArrowLeft")
            page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.get_by_label("Page, table or section").fill("Table 2")
    page.get_by_role("button", name="Keep").first.click()
    expect(page.locator("#row-s2 .chip")).to_have_text(re.compile("Table 2"))
    saved(page)
    assert 'data-locator="Table 2"' in article.sections.get(position=1).body


def test_a_cited_source_cannot_be_taken_out_of_the_list(article, editing, sources):
    page = editing()
    page.locator("#of-sources summary").click()
    item = page.locator(f"#source-rows [data-source='{sources[1].pk}']")
    item.get_by_role("button").click()
    expect(item).to_contain_text("is cited in “Why it is hard”. Take those citations out first.")


def test_two_tabs_collide_and_nothing_is_lost(article, editing):
    first, second = editing(), editing()
    write_in(first, "standfirst")
    first.keyboard.type(" First tab.")
    saved(first)
    write_in(second, "standfirst")
    second.keyboard.type(" Second tab.")
    expect(second.locator("#state")).to_contain_text("Ada Writer saved this article", timeout=10_000)
    second.get_by_role("button", name="Compare both texts").click()
    second.wait_for_selector("form[data-ready]")
    banner = second.locator("#banner")
    expect(banner).to_contain_text("harder. First tab.")
    expect(banner).to_contain_text("harder. Second tab.")
    article.refresh_from_db()
    assert article.standfirst.endswith("First tab.")
    second.get_by_role("button", name="Save my text over version 2").click()
    second.wait_for_selector("form[data-ready]")
    article.refresh_from_db()
    assert article.standfirst == "Working at night makes sleep harder. Second tab."


def test_the_server_goes_away_in_mid_sentence(article, editing, context):
    page = editing()
    write_in(page, "section.s3.body")
    context.set_offline(True)
    page.keyboard.type(" This was typed in a tunnel.")
    expect(page.locator("#state")).to_have_text(
        "Not saved: the server does not answer. Your text is kept in this browser and will be sent again.",
        timeout=10_000,
    )
    assert "tunnel" in json.dumps(page.evaluate("Object.values(localStorage)"))
    context.set_offline(False)
    saved(page)
    assert "typed in a tunnel" in article.sections.get(position=2).body
    assert not page.evaluate("Object.keys(localStorage).some(key => key.startsWith('vivere-draft'))")


def test_a_closed_browser_gives_the_text_back(article, editing, context):
    page = editing()
    write_in(page, "section.s3.body")
    context.set_offline(True)
    page.keyboard.type(" Then the battery died.")
    page.wait_for_timeout(300)
    page.close(run_before_unload=False)
    context.set_offline(False)
    page = editing()
    page.get_by_role("button", name="Use it").click()
    page.wait_for_selector("form[data-ready]")
    expect(page.locator("#row-s3")).to_contain_text("Then the battery died.")
    assert "battery died" in article.sections.get(position=2).body


def test_a_refused_save_leads_to_the_field(article, editing):
    page = editing()
    page.locator("#title").fill("")
    page.keyboard.press("Control+s")
    expect(page.locator("#banner")).to_be_focused()
    page.locator("#banner a").click()
    expect(page.locator("#title")).to_be_focused()
    expect(page.locator("#state")).to_contain_text("Not saved")
    page.keyboard.type("A title again")
    saved(page)
    expect(page.locator("#banner")).to_have_count(0)


def test_the_preview_follows_what_is_typed_and_opens_alone(article, editing, context):
    page = editing()
    page.get_by_role("button", name="Preview").click()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Sleep and the night shift", level=1)).to_be_visible()
    write_in(page, "standfirst")
    page.keyboard.type(" Now with more words.")
    expect(frame.locator(".stand")).to_contain_text("Now with more words.")
    page.get_by_role("button", name="Link to share").click()
    address = page.get_by_label("Address of the preview")
    expect(address).to_be_visible(timeout=10_000)
    context.clear_cookies()
    alone = context.new_page()
    alone.goto(address.input_value())
    expect(alone.get_by_text("Preview: not published, not reviewed")).to_be_visible()
    assert alone.locator("meta[name=robots]").get_attribute("content") == "noindex"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_has_no_barrier_that_a_machine_can_find(scheme, width, article, editing):
    page = editing()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    for details in page.locator(".after details").all():
        details.evaluate("each => { each.open = true }")
    assert violations(page) == []
    write_in(page, "section.s1.body")
    page.keyboard.press("Control+Shift+C")
    expect(page.locator("#cite-found [role=option]").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("tab", name="New").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def violations(page) -> list[str]:
    """What axe finds by WCAG 2.2 A and AA, one line each."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).response
    assert len(found["passes"]) > 10, "axe did not look"
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def test_the_page_asks_nothing_of_strangers_and_breaks_no_policy(article, editing, live_server):
    asked, said = [], []
    page = editing()
    page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.reload()
    page.wait_for_selector("form[data-ready]")
    write_in(page, "section.s1.body")
    page.keyboard.type(" words")
    saved(page)
    assert {host for host in asked if host} == {urlsplit(live_server.url).netloc}
    assert [text for text in said if "favicon" not in text and "404" not in text] == []
