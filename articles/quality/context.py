"""The facts outside a Document that its checks need, gathered in a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from articles.document.nodes import Document
from articles.models import Site, Source, Topic
from authors.credentials import CLINICIAN, interests_are_current, is_verified, registration_for
from authors.models import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Somebody who is asked to review, or has signed, on the day of the check.

    `background` is job title, declared interests and biography: where ties to the publisher are looked for (H70).
    """

    profile: int
    name: str
    is_registered: bool
    interests_are_current: bool
    topics_outside: tuple[str, ...] = ()
    background: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`on` is the day of the check; `statuses` maps source id to its status; `made` are profile ids of
    those who wrote or edited the text; `professions` maps the profile ids of the Document's people to the
    professions that a checked registration lets them name on that day; `owners` are names of the publisher."""

    on: date
    reviewers: tuple[Reviewer, ...] = ()
    statuses: dict[int, str] = field(default_factory=dict)
    made: frozenset[int] = frozenset()
    professions: dict[int, frozenset[str]] = field(default_factory=dict)
    owners: tuple[str, ...] = ()


def gather(
    document: Document,
    *,
    on: date,
    reviewers: Iterable[tuple[int, str]] = (),
    made: Iterable[int] = (),
) -> Context:
    """Reads what the checks of this Document need; `reviewers` are (profile id, role) pairs."""
    wanted: dict[int, list[str]] = {}
    for reviewer, role in reviewers:
        wanted.setdefault(reviewer, []).append(role or CLINICIAN)
    named = {person.profile for person in document.people}
    profiles = list(Profile.objects.filter(pk__in=named | set(wanted)).prefetch_related("registrations"))
    outside = _topics_outside(document, wanted)
    return Context(
        on=on,
        reviewers=tuple(
            _reviewer(profile, wanted[profile.pk], outside.get(profile.pk, ()), on)
            for profile in profiles
            if profile.pk in wanted
        ),
        statuses=_statuses(document),
        made=frozenset(made),
        professions={profile.pk: _professions(profile, on) for profile in profiles},
        owners=tuple({name for row in Site.objects.values_list("name", "owner") for name in row if name}),
    )


def _topics_outside(document: Document, reviewers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Names of the Document's topics that a reviewer was not approved for (H68).

    Somebody without any approved topic was not limited yet, and may review all.
    """
    names = dict(Topic.objects.filter(slug__in=document.topics).order_by("name").values_list("slug", "name"))
    approved: dict[int, set[str]] = {}
    for profile, slug in Topic.objects.filter(reviewers__in=list(reviewers)).values_list("reviewers", "slug"):
        approved.setdefault(profile, set()).add(slug)
    return {
        profile: tuple(name for slug, name in names.items() if slug not in slugs) for profile, slugs in approved.items()
    }


def _statuses(document: Document) -> dict[int, str]:
    """Each source's status; of a source merged since, that of the one which stands in its place."""
    ids = [source.id for source in document.sources]
    rows = Source.objects.filter(pk__in=ids).values_list("pk", "status", "merged_into__status")
    return {pk: merged or status for pk, status, merged in rows}


def _professions(profile: Profile, on: date) -> frozenset[str]:
    return frozenset(entry.profession for entry in profile.registrations.all() if is_verified(entry, on=on))


def _reviewer(profile: Profile, roles: list[str], outside: tuple[str, ...], on: date) -> Reviewer:
    return Reviewer(
        profile=profile.pk,
        name=profile.printed_name,
        is_registered=all(registration_for(profile, role=role, on=on) for role in roles),
        interests_are_current=interests_are_current(profile.interests_declared, on=on),
        topics_outside=outside,
        background=f"{profile.job_title} {profile.interests} {profile.biography}",
    )
