"""The library as the citing dialog uses it: found by any word, never twice, refused in sentences."""

import pytest
from django.urls import reverse

from articles.admin.editor import library
from articles.models import Source


@pytest.fixture
def wastyk(db):
    return Source.objects.create(
        type="article-journal",
        title="Gut-microbiota-targeted diets modulate human immune status",
        authors=[{"family": "Wastyk", "given": "HC"}, {"family": "Müller", "given": "A"}],
        container="Cell",
        issued="2021-08-05",
        doi="10.1016/j.cell.2021.06.019",
        pmid="34256014",
    )


@pytest.fixture
def at_desk(ada, client):
    client.force_login(ada)
    return client


@pytest.mark.parametrize(
    "words",
    ["diets immune", "wastyk", "Müller", "müller 2021", "cell 2021", "10.1016/j.cell", "34256014",
     "https://doi.org/10.1016/j.cell.2021.06.019"],
)  # fmt: skip
def test_a_source_is_found_by_any_of_its_words(words, wastyk, sources):
    assert [found["id"] for found in library.search(words)] == [wastyk.pk]


def test_what_is_not_there_is_not_found(wastyk):
    assert library.search("wastyk zebra") == []


def test_a_source_is_described_for_a_chip(wastyk):
    found = library.search("wastyk")[0]
    assert found["short"] == "Wastyk 2021"
    assert found["about"] == "Wastyk, Müller · Cell · 2021 · doi:10.1016/j.cell.2021.06.019"
    assert (found["state"], found["status"]) == ("unchecked", "Not checked yet")


PASTED = {
    "a bare DOI": ("10.1000/182", {"doi": "10.1000/182"}),
    "a DOI’s address": ("https://doi.org/10.1000/182", {"doi": "10.1000/182"}),
    "a PMID": ("PMID: 34256014", {"pmid": "34256014"}),
    "a PMCID": ("PMC9020749", {"pmcid": "PMC9020749"}),
    "an address": ("https://www.nhs.uk/conditions/insomnia/", {"url": "https://www.nhs.uk/conditions/insomnia/"}),
    "a reference": ("Doe J. On sleep. Sleep 2020. doi:10.1000/182.", {"doi": "10.1000/182"}),
    "words": ("Doe J. On sleep.", {}),
}


@pytest.mark.parametrize("case", PASTED)
def test_identifiers_are_recognised_in_what_is_pasted(case):
    pasted, ids = PASTED[case]
    assert library.identifiers(pasted) == ids


def add(client, **typed):
    return client.post(reverse("admin:article_source_add"), typed)


@pytest.mark.parametrize("pasted", ["doi:10.1016/J.CELL.2021.06.019", "PMID 34256014"])
def test_a_known_identifier_leads_to_the_library(pasted, wastyk, at_desk):
    answer = add(at_desk, pasted=pasted).json()
    assert (answer["is_known"], answer["source"]["id"]) == (True, wastyk.pk)
    assert Source.objects.count() == 1


def test_a_new_source_is_typed_by_hand(at_desk):
    typed = {"title": "Sleep", "authors": "Doe JA; World Health Organization", "issued": "2020", "type": "report"}
    answer = add(at_desk, pasted="10.5555/new", **typed).json()
    made = Source.objects.get()
    assert answer["source"]["id"] == made.pk
    assert (made.doi, made.title, made.issued, made.provenance) == ("10.5555/new", "Sleep", "2020", "hand")
    assert made.authors == [{"family": "Doe", "given": "J A"}, {"literal": "World Health Organization"}]


def test_a_whole_reference_is_kept_as_given(at_desk):
    add(at_desk, pasted="Doe J. On sleep.\nSleep 2020.")
    assert Source.objects.get().literal == "Doe J. On sleep. Sleep 2020."


REFUSED = {
    "nothing": ({}, "pasted"),
    "a bad date": ({"title": "A", "issued": "last year"}, "issued"),
    "a bad type": ({"title": "A", "type": "song"}, "type"),
    "a long journal": ({"title": "A", "container": "a" * 301}, "container"),
    "a bad address": ({"pasted": "https://nowhere"}, "pasted"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_makes_no_source_is_refused_in_a_sentence(case, at_desk):
    typed, field = REFUSED[case]
    answer = add(at_desk, **typed)
    assert answer.status_code == 422
    assert answer.json()["errors"][field].endswith(".")
    assert not Source.objects.exists()


def test_sources_are_for_people_who_write(wastyk, rui, at_desk, client):
    address = reverse("admin:article_sources")
    assert at_desk.get(address, {"ids": f"{wastyk.pk},9,x"}).json()["results"][0]["short"] == "Wastyk 2021"
    client.force_login(rui)
    assert client.get(address).status_code == 403
    assert add(client, title="A").status_code == 403
