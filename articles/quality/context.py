"""The facts outside a Document that its checks need, gathered in a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from articles.document.nodes import Document
from articles.models import Source, Topic
from authors.credentials import CLINICIAN, interests_are_current, registration_for
from authors.models import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Somebody who is asked to review, or has signed, on the day of the check."""

    profile: int
    name: str
    is_registered: bool
    interests_are_current: bool
    topics_outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`on` is the day of the check; `statuses` maps source id to its status; `made` are profile ids of
    those who wrote or edited the text."""

    on: date
    reviewers: tuple[Reviewer, ...] = ()
    statuses: dict[int, str] = field(default_factory=dict)
    made: frozenset[int] = frozenset()


def gather(
    document: Document,
    *,
    on: date,
    reviewers: Iterable[tuple[int, str]] = (),
    made: Iterable[int] = (),
) -> Context:
    """Reads what the checks of this Document need; `reviewers` are (profile id, role) pairs."""
    wanted = dict(reviewers)
    profiles = Profile.objects.filter(pk__in=wanted).prefetch_related("registrations", "approved_topics")
    names = dict(Topic.objects.filter(slug__in=document.topics).values_list("slug", "name"))
    statuses = Source.objects.filter(pk__in=[source.id for source in document.sources]).values_list("pk", "status")
    return Context(
        on=on,
        reviewers=tuple(_reviewer(profile, wanted[profile.pk], names, on) for profile in profiles),
        statuses=dict(statuses),
        made=frozenset(made),
    )


def _reviewer(profile: Profile, role: str, topics: dict[str, str], on: date) -> Reviewer:
    approved = {topic.slug for topic in profile.approved_topics.all()}
    return Reviewer(
        profile=profile.pk,
        name=profile.printed_name,
        is_registered=registration_for(profile, role=role or CLINICIAN, on=on) is not None,
        interests_are_current=interests_are_current(profile.interests_declared, on=on),
        topics_outside=tuple(name for slug, name in sorted(topics.items()) if approved and slug not in approved),
    )
