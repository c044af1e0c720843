"""The simple pages are sound, and no link on any page is dead."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from articles.models import PolicyPage, Site
from articles.publishing import policies
from articles.publishing.makers import lists
from articles.publishing.pages import make, page, refresh
from authors.models import Profile
from tests.articles.conftest import NOON
from tests.articles.publishing.checks import problems, tree, words


def made(path):
    return tree(bytes(make(path, now=NOON).body))


def crawl() -> dict[str, str]:
    """Every address that can be reached from home → where it was linked from; fails on a dead one."""
    seen, waiting = {}, [("/", "")]
    while waiting:
        path, source = waiting.pop()
        if path in seen:
            continue
        seen[path] = source
        row = page(path) or make(path, now=NOON)
        assert row is not None, f"{path}, linked from {source}, is not there"
        if row.content_type.startswith("text/html"):
            found = tree(bytes(row.body))
            assert problems(found) == [], path
            links = found.xpath("//a/@href | //link/@href | //img/@src")
            ours = [link.partition("#")[0] for link in links if not urlsplit(link).netloc and link[0] == "/"]
            waiting += [(link, path) for link in ours if not link.startswith("/media/")]
    return seen


def test_no_link_is_dead_on_an_empty_site(db):
    seen = crawl()
    assert {"/", "/articles/", "/topics/", "/people/", "/policies/privacy/", "/policies/contact/"} <= seen.keys()


def test_no_link_is_dead_on_a_site_with_articles(walk, published):
    seen = crawl()
    assert {"/articles/walking/", "/topics/heart/", "/people/ada/", "/people/rui/"} <= seen.keys()


def test_no_link_is_dead_on_pages_that_nothing_links_to(walk):
    walk.state, walk.ended_at, walk.ended_by_name, walk.ended_reason = (
        "withdrawn",
        NOON,
        "Ines",
        "A source was retracted.",
    )
    walk.save()
    refresh({f"article:{walk.article_id}"}, now=NOON)
    for path in ("/articles/walking/", "/404/"):
        shown = tree(bytes(page(path).body)) if page(path) else made(path)
        assert problems(shown) == []
        assert shown.xpath("//meta[@name='robots']/@content") == ["noindex"]
        for link in shown.xpath("//a/@href"):
            assert link == "#main" or make(link, now=NOON), link


def test_a_notice_of_withdrawal_says_what_when_why_and_who(walk):
    walk.state, walk.ended_at, walk.ended_by_name = "withdrawn", NOON + timedelta(days=3), "Ines Publisher"
    walk.ended_reason = "A source was retracted."
    walk.save()
    row = make("/articles/walking/", now=NOON)
    shown = tree(bytes(row.body))
    assert row.status == 410
    assert [words(item) for item in shown.xpath("//dl/*")] == [
        *("Published", "1 June 2026", "Withdrawn", "4 June 2026"),
        *("Reason", "A source was retracted.", "Withdrawn by", "Ines Publisher"),
    ]
    assert words(shown.xpath("//h1")[0]) == walk.revision.document().title
    assert not shown.xpath("//script")
    assert "Ten brisk minutes" not in words(shown)


def test_home_shows_the_newest_large_and_the_others_small(publish_document, document):
    for n in range(3):
        publish_document(replace(document, title=f"Article {n}"), slug=f"a{n}", now=NOON + timedelta(hours=n))
    shown = made("/")
    assert words(shown.xpath("//article[@class='hero']//h2")[0]) == "Article 2"
    assert [words(h) for h in shown.xpath("//ul[@class='cards']//h3")] == ["Article 1", "Article 0"]
    assert words(shown.xpath("//ul[@class='topics']/li")[0]) == "Sleep 3 articles"


def test_the_list_has_pages_with_ways_on_and_back(publish_document, document, monkeypatch):
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    for n in range(5):
        publish_document(replace(document, title=f"Article {n}"), slug=f"a{n}", now=NOON + timedelta(hours=n))
    first, second, third = made("/articles/"), made("/articles/?page=2"), made("/articles/?page=3")
    assert [words(h) for h in second.xpath("//ul[@class='cards']//h2")] == ["Article 2", "Article 1"]
    assert first.xpath("//nav[@class='pages']//@href") == ["/articles/?page=2"]
    assert second.xpath("//nav[@class='pages']//@href") == ["/articles/", "/articles/?page=3"]
    assert third.xpath("//nav[@class='pages']//@href") == ["/articles/?page=2"]
    assert second.xpath("//link[@rel='canonical']/@href") == ["http://localhost:8000/articles/?page=2"]
    assert make("/articles/?page=4", now=NOON) is None
    assert make("/articles/?page=1", now=NOON) is None


def test_a_person_has_a_page_once_they_are_in_a_published_article(published, gita):
    assert make("/people/gita/", now=NOON) is None
    shown = made("/people/rui/")
    assert words(shown.xpath("//h1")[0]) == "Rui Reviewer, RD"
    assert words(shown.xpath("//p[@class='eyebrow']")[0]) == "Medical reviewer"
    assert [words(h) for h in shown.xpath("//section/h2")] == [
        "Qualifications and registration",
        "Declared interests",
        "Articles reviewed",
    ]
    assert "None declared (1 June 2026)" in words(shown.xpath("//section[@aria-labelledby='interests']")[0])
    assert [words(h) for h in made("/people/").xpath("//main//h2")] == ["Ada Writer", "Rui Reviewer, RD"]


def test_an_article_stands_once_in_each_list_of_a_person(walk):
    shown = made("/people/rui/")
    assert [words(h) for h in shown.xpath("//section/h2")][2:] == ["Articles reviewed", "Articles with their advice"]
    assert [len(s.xpath(".//li")) for s in shown.xpath("//section[ul]")] == [1, 1]


def test_an_invented_person_is_marked_wherever_they_are_named(published, rui):
    Profile.objects.filter(pk=rui.profile.pk).update(is_sample=True)
    for path in ("/people/", "/people/rui/", "/articles/sleep-and-the-night-shift/"):
        assert "Sample person" in words(made(path)), path


def test_policies_name_the_site_and_whom_to_write_to(db):
    shown = made("/policies/contact/")
    assert shown.xpath("//main//a/@href") == ["mailto:editors@vivere.example"]
    assert "{" not in words(shown.xpath("//main")[0])
    assert make("/policies/nothing/", now=NOON) is None


def test_what_is_filled_into_a_policy_stays_a_value(db):
    Site.objects.filter(pk=1).update(name='javascript:alert(1)//" onclick="x', owner="<b>A & B</b>")
    PolicyPage.objects.create(
        slug="filled",
        title="Filled",
        summary="Filled.",
        body='<p><a href="{site}">{owner}</a> <a href="https://vivere.example/{site}">here</a></p>',
        changed_on=NOON.date(),
    )
    shown = made("/policies/filled/").xpath("//div[@class='text']//a")
    assert [dict(link.attrib) for link in shown] == [
        {},
        {"href": 'https://vivere.example/javascript:alert(1)//" onclick="x'},
    ]
    assert words(shown[0]) == "<b>A & B</b>"


def test_a_policy_of_governance_stands_before_ours(db):
    assert policies.create_missing() == len(policies.shipped()) == 8
    assert policies.create_missing() == 0
    PolicyPage.objects.filter(slug="privacy").update(
        title="Your privacy", body="<h4>Ours</h4><p>{owner} keeps nothing.</p>"
    )
    shown = made("/policies/privacy/")
    assert words(shown.xpath("//h1")[0]) == "Your privacy"
    assert words(shown.xpath("//div[@class='text']")[0]).startswith("OursVivere keeps nothing.")
    assert "Your privacy" in words(shown.xpath("//footer")[0])


@pytest.mark.parametrize(
    "slug", ["editorial-policy", "corrections", "advertising-and-funding", "medical-review", "contact"]
)
def test_the_policies_that_pages_link_to_by_name_are_shipped(slug):
    assert slug in policies.shipped()


def test_robots_are_told_what_to_leave_alone(db):
    row = make("/robots.txt", now=NOON)
    assert row.content_type == "text/plain; charset=utf-8"
    assert b"Disallow: /admin/" in row.body
