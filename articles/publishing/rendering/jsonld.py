"""Structured data of the pages: what machines read is what people see (H87–H95, F18)."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.publishing.rendering import addresses
from articles.publishing.rendering.cards import Card
from articles.publishing.rendering.frame import Link, SiteFacts

Node = dict[str, Any]
ORGANISATION = "/#org"
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def script(graph: list[Node]) -> SafeString:
    """The graph as JSON that may stand inside a script element: no character in it can end the element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    for char, safe in _ESCAPED.items():
        text = text.replace(char, safe)
    return mark_safe(text)  # noqa: S308 - escaped above


def person_node(card: Card, *, name: str = "", letters: str = "", title: str = "") -> Node:
    """A person with the credentials that the card shows (H90); the name is the name alone."""
    url = addresses.absolute(addresses.person(card.slug))
    registers = [item.url for item in card.registrations if item.is_good and item.url]
    return filled(
        {
            "@type": "Person",
            "@id": f"{url}#person",
            "name": name or card.name,
            "honorificSuffix": letters or card.post_nominals,
            "jobTitle": title or card.job_title,
            "url": url,
            "image": addresses.absolute(card.photo.src) if card.photo else "",
            "sameAs": [*([card.orcid] if card.orcid else []), *card.same_as, *registers],
            "hasCredential": [
                {
                    "@type": "EducationalOccupationalCredential",
                    "credentialCategory": "professional registration",
                    "name": item.profession,
                    "identifier": item.number,
                    "recognizedBy": {"@type": "Organization", "name": item.body},
                }
                for item in card.registrations
                if item.is_good
            ]
            + [
                {
                    "@type": "EducationalOccupationalCredential",
                    "credentialCategory": "degree",
                    "name": item.award,
                    "recognizedBy": {"@type": "EducationalOrganization", "name": item.institution},
                }
                for item in card.degrees
            ],
            "alumniOf": [
                {"@type": "EducationalOrganization", "name": name}
                for name in dict.fromkeys(item.institution for item in card.degrees)
            ],
        }
    )


def organisation(site: SiteFacts, logo: str) -> Node:
    """The publisher, with policies whose addresses resolve (H93)."""
    return filled(
        {
            "@type": "Organization",
            "@id": addresses.absolute(ORGANISATION),
            "name": site.name,
            "legalName": site.owner if site.owner != site.name else "",
            "url": addresses.absolute(addresses.HOME),
            "logo": {"@type": "ImageObject", "url": addresses.absolute(logo)},
            "contactPoint": {"@type": "ContactPoint", "contactType": "editorial", "email": site.contact_email},
            "publishingPrinciples": addresses.absolute(addresses.policy("editorial-policy")),
            "correctionsPolicy": addresses.absolute(addresses.policy("corrections")),
            "ownershipFundingInfo": addresses.absolute(addresses.policy("advertising-and-funding")),
        }
    )


def breadcrumbs(url: str, links: Iterable[Link]) -> Node:
    """The way from home to the page."""
    return {
        "@type": "BreadcrumbList",
        "@id": f"{url}#crumbs",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": link.text, "item": addresses.absolute(link.href)}
            for n, link in enumerate(links, 1)
        ],
    }


def filled(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value not in ("", [], None)}
