"""Who reviews and who writes: independence, registration, interests, scope (H65–H71)."""

import re
from collections.abc import Iterator
from datetime import date

from articles.document.nodes import Commercial, Document, Kind, Person, Role
from articles.quality.context import Context, Reviewer
from articles.quality.findings import Finding, blocking, warning
from articles.quality.titles import protected
from articles.quality.wording import listed
from authors.credentials import interests_are_current


def check(document: Document, context: Context) -> Iterator[Finding]:
    """The reviewers one by one, then the people of the byline."""
    for reviewer in context.reviewers:
        yield from _independence(document, context, reviewer)
        yield from _standing(document, context, reviewer)
    yield from _titles(document, context)
    yield from _interests(document, context)


def _independence(document: Document, context: Context, reviewer: Reviewer) -> Iterator[Finding]:
    """H69: absolute for who made the text; who speaks in it may be excepted, with the disclosure printed."""
    place = f"person:{reviewer.profile}"
    roles = {person.role for person in document.people if person.profile == reviewer.profile}
    speaks = any(section.speaker == reviewer.profile for section in document.sections)
    if Role.AUTHOR in roles or reviewer.profile in context.made:
        part = "is an author of this article" if Role.AUTHOR in roles else "wrote or edited this text"
        message = f"{reviewer.name} {part} and cannot review it. Ask somebody else."
        yield blocking("reviewer-not-independent", "H69", place, message, is_absolute=True)
    elif roles or speaks:
        parts = ["is a contributor"] * (Role.CONTRIBUTOR in roles) + ["is quoted"] * (Role.QUOTED in roles or speaks)
        message = f"{reviewer.name} {listed(parts)} in this article. Ask somebody else to review it."
        yield blocking("reviewer-not-independent", "H69", place, message)


def _standing(document: Document, context: Context, reviewer: Reviewer) -> Iterator[Finding]:
    place = f"person:{reviewer.profile}"
    if not reviewer.is_registered:
        message = (
            f"{reviewer.name} has no registration for this review that was checked in the last twelve months and "
            "found without restrictions. Ask Governance to check it."
        )
        yield blocking("registration-unverified", "H65", place, message)
    if reviewer.topics_outside:
        message = (
            f"{reviewer.name} is not approved to review {listed(reviewer.topics_outside)}. "
            "Ask somebody who is, or ask Governance."
        )
        yield blocking("reviewer-outside-topics", "H68", place, message)
    owner = _tie(context, reviewer)
    if owner and _sells(document):
        message = (
            f"{reviewer.name} has ties to {owner}, whose products this page promotes. Print that, and ask a second, "
            "independent reviewer."
        )
        yield warning("reviewer-tied", "H70", place, message)


def _tie(context: Context, reviewer: Reviewer) -> str:
    """The name of the publisher that the reviewer's background holds, else ''."""
    names = (name for name in context.owners if re.search(rf"\b{re.escape(name)}\b", reviewer.background, re.I))
    return next(names, "")


def _sells(document: Document) -> bool:
    promotes = any(section.kind == Kind.PROMOTION for section in document.sections)
    return promotes or document.commercial == Commercial.COMMERCIAL


def _titles(document: Document, context: Context) -> Iterator[Finding]:
    """H66: a protected title is shown only of people with a checked registration in that profession."""
    unverified = {reviewer.profile for reviewer in context.reviewers if not reviewer.is_registered}
    for person in _once(document.people):
        held = context.professions.get(person.profile, frozenset())
        titles = [title for title, profession in protected(person) if profession not in held]
        if titles and person.profile not in unverified:
            message = (
                f"{person.name} is shown with a protected title ({listed(titles)}) and no checked registration for it. "
                "Add the register and the number and have it checked, or take the title out."
            )
            yield blocking("registration-unverified", "H66", f"person:{person.profile}", message)


def _interests(document: Document, context: Context) -> Iterator[Finding]:
    """H71, H4: a declaration of interests, "none" included, that is not older than twelve months."""
    lacking = {r.profile: r.name for r in context.reviewers if not r.interests_are_current}
    for person in document.of_role(Role.AUTHOR):
        if not interests_are_current(_date(person.interests_declared), on=context.on):
            lacking.setdefault(person.profile, person.name)
    for profile, name in lacking.items():
        message = (
            f"{name} has not declared competing interests in the last twelve months. Ask for a declaration; "
            "“none” is one."
        )
        yield blocking("coi-missing", "H71", f"person:{profile}", message)


def _once(people: tuple[Person, ...]) -> list[Person]:
    return list({person.profile: person for person in reversed(people)}.values())[::-1]


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
