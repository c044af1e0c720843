"""The structured data of an article's page (H87–H92, F18)."""

from collections.abc import Iterable

from articles.citations import identifiers
from articles.citations.formatting import as_text
from articles.citations.numbering import Numbering
from articles.citations.vancouver import plain_words, web_url
from articles.document.nodes import Role, SourceRecord
from articles.models import Change
from articles.publishing.rendering import addresses
from articles.publishing.rendering.dates import iso
from articles.publishing.rendering.facts import ArticlePage
from articles.publishing.rendering.frame import Link
from articles.publishing.rendering.jsonld import ORGANISATION, Node, breadcrumbs, filled, organisation, person_node
from articles.publishing.rendering.people import REVIEWER, Named


def graph(page: ArticlePage, named: tuple[Named, ...], numbering: Numbering, crumbs: Iterable[Link]) -> list[Node]:
    """The graph of an article's page: page, work, people, publisher, way here."""
    url = addresses.absolute(addresses.article(page.slug))
    once = {person.profile: person for person in reversed(named) if person.card}
    return [
        _page(page, named, url),
        _work(page, named, numbering, url),
        *(
            person_node(p.card, name=p.name, letters=p.post_nominals, title=p.job_title)
            for p in once.values()
            if p.card
        ),
        organisation(page.frame.site, page.frame.assets["mark_svg"]),
        breadcrumbs(url, crumbs),
    ]


def _page(page: ArticlePage, named: Iterable[Named], url: str) -> Node:
    """`reviewedBy` and `lastReviewed` belong to the page, not to the work (H87)."""
    return filled(
        {
            "@type": "MedicalWebPage",
            "@id": f"{url}#page",
            "url": url,
            "name": page.document.title,
            "description": page.document.description,
            "inLanguage": page.document.language,
            "lastReviewed": page.last_reviewed.isoformat(),
            "reviewedBy": _references(named, REVIEWER),
            "mainEntity": {"@id": f"{url}#article"},
            "audience": {"@type": "Patient"},
            "breadcrumb": {"@id": f"{url}#crumbs"},
            "publisher": {"@id": addresses.absolute(ORGANISATION)},
        }
    )


def _work(page: ArticlePage, named: tuple[Named, ...], numbering: Numbering, url: str) -> Node:
    document = page.document
    hero = page.pictures.get(document.hero.sha256) if document.hero else None
    records = {record.id: record for record in document.sources}
    return filled(
        {
            "@type": "Article",
            "@id": f"{url}#article",
            "headline": document.title,
            "description": document.description,
            "inLanguage": document.language,
            "mainEntityOfPage": {"@id": f"{url}#page"},
            "datePublished": iso(page.first_published),
            "dateModified": iso(page.updated_at),
            "author": _references(named, Role.AUTHOR),
            "contributor": _references(named, Role.CONTRIBUTOR),
            "publisher": {"@id": addresses.absolute(ORGANISATION)},
            "image": [addresses.absolute(hero.src)] if hero else [],
            "about": [
                {"@type": "Thing", "name": name, "url": addresses.absolute(addresses.topic(slug))}
                for slug, name in page.topics
            ],
            "citation": [citation(records[source]) for source in numbering.numbers],
            "correction": [
                {"@type": "CorrectionComment", "text": edition.note, "datePublished": iso(edition.at)}
                for edition in page.editions
                if edition.change == Change.CORRECTION
            ],
        }
    )


def citation(record: SourceRecord) -> Node:
    """A cited source with what is known of it (H91); of one that is not known, only that it is cited."""
    known = [
        ("doi", identifiers.normalise_doi(record.doi)),
        ("pmid", identifiers.normalise_pmid(record.pmid)),
        ("pmcid", identifiers.normalise_pmcid(record.pmcid)),
    ]
    is_web = record.type == "webpage"
    return filled(
        {
            "@type": "WebPage" if is_web else "ScholarlyArticle" if record.type else "CreativeWork",
            "name": plain_words(record.title) or as_text(record) or "Details missing",
            "author": [
                {"@type": "Organization", "name": plain_words(name.literal)}
                if name.literal
                else {"@type": "Person", "name": plain_words(f"{name.given} {name.family}")}
                for name in record.authors
                if name.literal != "et al."  # what records say of authors that they do not name
            ],
            "datePublished": record.issued,
            "isPartOf": {"@type": "Periodical", "name": plain_words(record.container)}
            if record.container and not is_web
            else None,
            "identifier": [
                {"@type": "PropertyValue", "propertyID": kind, "value": value} for kind, value in known if value
            ],
            "url": web_url(record.url),
            "sameAs": identifiers.doi_url(known[0][1]) if known[0][1] else "",
        }
    )


def _references(named: Iterable[Named], part: str) -> list[Node]:
    return [
        {"@id": f"{addresses.absolute(person.href)}#person"}
        if person.card
        else {"@type": "Person", "name": person.name}
        for person in named
        if person.part == part
    ]
