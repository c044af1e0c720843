"""What machines read is what people see, and it can never end the element that it stands in."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from articles.document.nodes import Name, SourceRecord
from articles.publishing.rendering import article, jsonld
from articles.publishing.rendering.history import Edition
from articles.publishing.rendering.jsonld_article import citation
from tests.articles.publishing.checks import tree, words
from tests.articles.publishing.rendering.conftest import NOON

SITE = "http://localhost:8000"
HERE = f"{SITE}/articles/walking/"


def graph_of(page) -> dict:
    """@id → node of the page's structured data."""
    (script,) = page.xpath("//script")
    assert script.get("type") == "application/ld+json"
    data = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in data["@graph"]}
    assert len(nodes) == len(data["@graph"])
    return nodes


@pytest.fixture
def made(but):
    return tree(article.render(but(updated_at=NOON + timedelta(days=17))))


@pytest.fixture
def graph(made):
    return graph_of(made)


def test_page_work_people_publisher_and_way_here_are_joined(graph):
    assert {node["@type"] for node in graph.values()} == {
        "MedicalWebPage",
        "Article",
        "Person",
        "Organization",
        "BreadcrumbList",
    }
    page, work = graph[f"{HERE}#page"], graph[f"{HERE}#article"]
    assert graph[page["mainEntity"]["@id"]] is work
    assert graph[page["breadcrumb"]["@id"]]["@type"] == "BreadcrumbList"
    assert graph[work["publisher"]["@id"]]["@type"] == "Organization"
    assert work["mainEntityOfPage"]["@id"] == page["@id"]


def test_review_belongs_to_the_page_and_not_to_the_work(graph):
    page, work = graph[f"{HERE}#page"], graph[f"{HERE}#article"]
    assert page["reviewedBy"] == [{"@id": f"{SITE}/people/rui/#person"}]
    assert page["lastReviewed"] == "2026-06-01"
    assert not {"reviewedBy", "lastReviewed"} & work.keys()


def test_values_are_those_that_the_page_shows(graph, made):
    work = graph[f"{HERE}#article"]
    assert work["headline"] == words(made.xpath("//h1")[0])
    shown = {words(item[0]): item.xpath("string(.//@datetime)") for item in made.xpath("//dl[@class='dates']/div")}
    assert work["datePublished"][:10] == shown["Published"]
    assert work["dateModified"][:10] == shown["Updated"]
    assert graph[f"{HERE}#page"]["lastReviewed"] == shown["Last reviewed"]
    links = made.xpath("//*[@class='who']//a/@href")
    parts = [*work["author"], *graph[f"{HERE}#page"]["reviewedBy"]]
    assert [part["@id"] for part in parts] == [f"{SITE}{link}#person" for link in links]
    for part, who in zip(parts, made.xpath("//*[@class='who']//a"), strict=True):
        person = graph[part["@id"]]
        assert words(who) == ", ".join(filter(None, [person["name"], person.get("honorificSuffix")]))
    assert work["image"] == [f"{SITE}{made.xpath('//figure/img/@src')[0]}"]
    assert len(work["citation"]) == len(made.xpath("//ol[@class='sources']/li"))


def test_citations_stand_in_the_order_of_the_list(graph, made):
    for cited, entry in zip(graph[f"{HERE}#article"]["citation"], made.xpath("//ol[@class='sources']/li"), strict=True):
        assert cited["name"] in words(entry)
        for identifier in cited.get("identifier", []):
            assert identifier["value"] in words(entry)


def test_crumbs_are_the_visible_ones(graph, made):
    items = graph[f"{HERE}#crumbs"]["itemListElement"]
    assert [item["name"] for item in items] == [words(li) for li in made.xpath("//nav[@class='crumbs']//li")]
    links = made.xpath("//nav[@class='crumbs']//a/@href")
    assert [item["item"] for item in items] == [*(f"{SITE}{link}" for link in links), HERE]
    assert [item["position"] for item in items] == [1, 2, 3]


def test_a_person_has_a_name_alone_and_credentials_that_were_checked(graph):
    rui = graph[f"{SITE}/people/rui/#person"]
    assert (rui["name"], rui["honorificSuffix"], rui["jobTitle"]) == ("Rui Reviewer", "RD", "Dietitian")
    assert rui["sameAs"] == ["https://rui.example/", "https://register.example/1"]
    registration, degree = rui["hasCredential"]
    assert registration["recognizedBy"]["name"] == "Sample register"
    assert registration["identifier"] == "SAMPLE-0001"
    assert (degree["credentialCategory"], degree["name"]) == ("degree", "BSc Dietetics")
    assert rui["alumniOf"] == [{"@type": "EducationalOrganization", "name": "Example University"}]
    assert graph[f"{SITE}/people/ada/#person"]["sameAs"] == ["https://orcid.org/0000-0002-1825-0097"]


def test_a_registration_that_is_not_good_is_no_credential(facts):
    rui = facts.cards[2]
    lapsed = replace(rui, registrations=(replace(rui.registrations[0], is_good=False),), degrees=())
    node = jsonld.person_node(lapsed)
    assert "hasCredential" not in node
    assert node["sameAs"] == ["https://rui.example/"]


def test_every_moment_has_an_offset_and_every_address_is_whole(graph):
    def walk(value):
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in ("datePublished", "dateModified") and "T" in inner:
                    assert datetime.fromisoformat(inner).utcoffset() is not None
                if name in ("url", "item", "@id", "image", "publishingPrinciples", "correctionsPolicy") and isinstance(
                    inner, str
                ):
                    assert inner.startswith(("http://", "https://")), (name, inner)
                yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)

    list(walk(list(graph.values())))
    work = graph[f"{HERE}#article"]
    assert datetime.fromisoformat(work["dateModified"]) >= datetime.fromisoformat(work["datePublished"])


def test_what_should_not_be_claimed_is_not(graph):
    kinds = json.dumps(list(graph.values()))
    for kind in ("ClaimReview", "aggregateRating", "FAQPage", "speakable", "Physician", "MedicalAudience"):
        assert kind not in kinds


def test_corrections_are_told(but, facts):
    fix = Edition(number=2, revision=4, change="correction", note="Ten, not two.", at=NOON, by="Ines")
    work = graph_of(tree(article.render(but(editions=(*facts.editions, fix)))))[f"{HERE}#article"]
    assert work["correction"] == [
        {"@type": "CorrectionComment", "text": "Ten, not two.", "datePublished": "2026-06-01T13:00:00+01:00"}
    ]


def test_no_text_ends_the_script(but):
    evil = "</script><script>alert(1)</script><!-- & \u2028"
    page = tree(article.render(but(document={"title": evil, "description": evil})))
    assert graph_of(page)[f"{HERE}#article"]["headline"] == evil
    assert not set("<>&") & set(page.xpath("//script")[0].text)


@pytest.mark.parametrize(
    ("record", "node"),
    [
        (SourceRecord(id=1), {"@type": "CreativeWork", "name": "Details missing"}),
        (SourceRecord(id=1, literal="Smith 2020"), {"@type": "CreativeWork", "name": "Smith 2020"}),
        (
            SourceRecord(
                id=1,
                type="article-journal",
                title="A trial",
                authors=(Name(family="Example", given="Ann"), Name(literal="The Group")),
                container="Journal of Examples",
                issued="2021-08",
                doi="https://doi.org/10.5555/A",
                pmid="123",
            ),
            {
                "@type": "ScholarlyArticle",
                "name": "A trial",
                "author": [
                    {"@type": "Person", "name": "Ann Example"},
                    {"@type": "Organization", "name": "The Group"},
                ],
                "datePublished": "2021-08",
                "isPartOf": {"@type": "Periodical", "name": "Journal of Examples"},
                "identifier": [
                    {"@type": "PropertyValue", "propertyID": "doi", "value": "10.5555/a"},
                    {"@type": "PropertyValue", "propertyID": "pmid", "value": "123"},
                ],
                "sameAs": "https://doi.org/10.5555/a",
            },
        ),
        (
            SourceRecord(id=1, type="webpage", title="A page", url="javascript:alert(1)"),
            {"@type": "WebPage", "name": "A page"},
        ),
    ],
    ids=["empty", "literal", "paper", "script address"],
)
def test_a_citation_says_what_is_known_and_no_more(record, node):
    assert citation(record) == node
