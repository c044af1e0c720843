"""The people who write and review, and the page of each (H15)."""

from collections.abc import Mapping
from datetime import datetime

from articles.document.nodes import Role
from articles.models import Publication, Scope, SignOff
from articles.publishing.makers.made import Made, page
from articles.publishing.reading import entries
from articles.publishing.reading.people import cards
from articles.publishing.rendering import addresses, jsonld
from articles.publishing.rendering.facts import Entry
from articles.publishing.rendering.frame import Link
from articles.publishing.rendering.people import PARTS, REVIEWER, declared, face
from authors.models import Profile

# Parts → the heading of the list, and its anchor.
_LISTS = (
    ((Role.AUTHOR.value,), "Articles written", "written"),
    ((REVIEWER,), "Articles reviewed", "reviewed"),
    ((Role.CONTRIBUTOR.value, Role.QUOTED.value), "Articles with their advice", "advice"),
)


def parts(published: list[Publication]) -> dict[int, dict[str, list[Publication]]]:
    """Profile → part → the published articles in which they have it. Queries: documents, signatures."""
    found: dict[int, dict[str, list[Publication]]] = {}
    known = entries.abstracts(published)
    signed: dict[int, set[int]] = {}
    rows = SignOff.objects.filter(revision__article__in=[row.article_id for row in published], scope=Scope.WHOLE)
    for article, reviewer in rows.values_list("revision__article", "reviewer"):
        signed.setdefault(article, set()).add(reviewer)
    for row in published:
        has = [(role.value, profile) for role, profile in known[row.revision_id].parts]
        has += [(REVIEWER, profile) for profile in sorted(signed.get(row.article_id, ()))]
        for part, profile in has:
            found.setdefault(profile, {}).setdefault(part, []).append(row)
    return found


def make_index(now: datetime) -> Made:
    """Everybody with a part in a published article, by name."""
    known = cards(parts(entries.everything()))
    context = {
        "title": "People",
        "description": "The people who write and medically review our articles.",
        "section": addresses.PEOPLE,
        "current": "page",
        "introduction": ["They write, review or advise. Each page says what they studied and declared."],
        "people": sorted(known.values(), key=lambda card: (card.name, card.profile)),
        "nothing": "Nothing is published yet.",
    }
    keys = frozenset({"articles"} | {f"person:{profile}" for profile in known})
    return page("people", "listing.html", addresses.PEOPLE, context, keys=keys)


def exists(slug: str) -> bool:
    """Whether this person has a part in a published article: nobody else has a public page."""
    profile = Profile.objects.filter(slug=slug).values_list("pk", flat=True).first()
    return profile is not None and profile in parts(entries.everything())


def make(now: datetime, slug: str) -> Made | None:
    """A person: who they are, what they declared, what they wrote and reviewed."""
    profile = Profile.objects.filter(slug=slug).values_list("pk", flat=True).first()
    theirs = parts(entries.everything()).get(profile or 0)
    if profile is None or theirs is None:
        return None
    card = cards([profile])[profile]
    crumbs = [Link("Home", addresses.HOME), Link("People", addresses.PEOPLE)]
    context = {
        "title": card.printed,
        "description": ", ".join(filter(None, [card.printed, card.job_title])) + ": education, registration, articles.",
        "section": addresses.PEOPLE,
        "crumbs": crumbs,
        "card": card,
        "face": face(card, card.name),
        "parts": " · ".join(PARTS[part] for part in PARTS if part in theirs and part != Role.QUOTED),
        "biography": card.paragraphs,
        "declared": declared(card.interests, card.interests_declared),
        "lists": _lists(theirs),
        "jsonld": jsonld.script(
            [
                jsonld.person_node(card),
                jsonld.breadcrumbs(addresses.absolute(card.href), [*crumbs, Link(card.printed, card.href)]),
            ]
        ),
    }
    keys = frozenset({f"person:{profile}", f"articles-by:{profile}"})
    return page("person", "person.html", card.href, context, keys=keys)


def _lists(theirs: Mapping[str, list[Publication]]) -> list[tuple[str, str, list[Entry]]]:
    found = []
    for roles, heading, anchor in _LISTS:
        rows = dict.fromkeys(row for part in roles for row in theirs.get(part, ()))
        if rows:
            found.append((heading, anchor, entries.entries(list(rows))))
    return found
