"""What readers see is renewed when the facts around articles change: one function for each kind of change.

Call each after the change and last in its transaction: it marks the pages that were made from the thing, drops
the page of an address that is no more, and records one Event. `changed` maps a field to its value before and after.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from articles.models import Freshness, PolicyPage, Publication, SignOff, Site, Source, StoredPage, Topic
from articles.publishing.pages import refresh
from articles.publishing.reading import entries
from articles.publishing.rendering import addresses
from authors.models import Profile, Registration
from vivere.audit.chain import record

Changed = Mapping[str, tuple[Any, Any]]

_LONGEST = 300
_NAMES_A_TOPIC = {"name", "slug"}
_STANDING = {"status", "status_note", "status_on"}


def site_changed(site: Site, *, by: User, changed: Changed, now: datetime | None = None) -> None:
    """The publisher's facts stand on every page."""
    refresh({"site"}, now=now)
    record("site.changed", f"site:{site.pk}", by=by, details=_recorded(changed), now=now)


def policies_changed(policy: PolicyPage, *, by: User, changed: Changed, now: datetime | None = None) -> None:
    """A policy has a page, and a link in the footer of every other."""
    refresh({"policies"}, now=now)
    _drop_old(addresses.policy, changed)
    record("policy.changed", f"policy:{policy.pk}", by=by, details=_recorded(changed), now=now)


def person_changed(profile: Profile, *, by: User, changed: Changed, now: datetime | None = None) -> None:
    """A person's card stands on their own page, in the list of people and under their articles."""
    refresh({f"person:{profile.pk}"}, now=now)
    _drop_old(addresses.person, changed)
    record("person.changed", f"person:{profile.pk}", by=by, details=_recorded(changed), now=now)


def registration_changed(
    profile: Profile, registration: int, *, by: User, changed: Changed, now: datetime | None = None
) -> None:
    """A registration stands on its person's card; it is given by its number, for it may be gone."""
    refresh({f"person:{profile.pk}"}, now=now)
    named = Registration.objects.filter(pk=registration).first()
    details = {"person": profile.pk, "registration": str(named or "taken out"), **_recorded(changed)}
    record("registration.changed", f"registration:{registration}", by=by, details=details, now=now)


def topic_changed(topic: Topic, *, by: User, changed: Changed, now: datetime | None = None) -> None:
    """A topic has a page; its name stands on the articles about it and in every list that shows one of them."""
    slugs = {topic.slug} | {str(slug) for slug in changed.get("slug", ()) if slug}
    about = _about(slugs) if changed.keys() & _NAMES_A_TOPIC else []
    refresh({f"topic:{slug}" for slug in slugs} | _lists_of(about), now=now)
    # A page made while no topic had this address does not depend on it yet.
    paths = [addresses.article(row.slug) for row in about]
    StoredPage.objects.filter(path__in=paths).update(freshness=Freshness.REBUILD)
    _drop_old(addresses.topic, changed)
    record("topic.changed", f"topic:{topic.pk}", by=by, details=_recorded(changed), now=now)


def source_changed(source: Source, *, by: User, changed: Changed, now: datetime | None = None) -> None:
    """A source's standing is shown live; its other fields are part of the text, and change with the next revision."""
    if changed.keys() & _STANDING:
        refresh({f"source:{source.pk}"}, now=now)
    record("source.changed", f"source:{source.pk}", by=by, details=_recorded(changed), now=now)


def _about(topics: set[str]) -> list[Publication]:
    """What is published about any of these topics."""
    published = entries.everything()
    known = entries.abstracts(published)
    return [row for row in published if topics & set(known[row.revision_id].topics)]


def _lists_of(about: list[Publication]) -> set[str]:
    """The keys of every list in which these publications stand."""
    if not about:
        return set()
    known = entries.abstracts(about).values()
    signers = SignOff.objects.filter(revision__article__in=[row.article_id for row in about])
    people = {profile for abstract in known for _role, profile in abstract.parts}
    people |= set(signers.values_list("reviewer", flat=True))
    topics = {slug for abstract in known for slug in abstract.topics}
    return {"articles"} | {f"articles-by:{pk}" for pk in people} | {f"articles-on:{slug}" for slug in topics}


def _drop_old(address: Callable[[str], str], changed: Changed) -> None:
    """Nothing is left at the address that a thing had before."""
    old = changed.get("slug", ("",))[0]
    if old:
        StoredPage.objects.filter(path=address(str(old))).delete()


def _recorded(changed: Changed) -> dict[str, list[Any]]:
    """As the record keeps it: long texts as the SHA-256 by which they can be recognised."""
    return {field: [_short(value) for value in both] for field, both in changed.items()}


def _short(value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    text = str(value)
    return text if len(text) <= _LONGEST else f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
