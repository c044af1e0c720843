"""What the checks know of the world, in as many queries for three as for one."""

from dataclasses import replace

import pytest

from articles.document.nodes import Document, Person, Role
from articles.models import Source, Topic
from articles.quality.context import gather
from articles.quality.run import check
from authors.models import Profile, Registration
from tests.articles.quality.making import CLEAN, source
from tests.conftest import TODAY


def _document(count: int) -> Document:
    """An article with so many sources, people and topics, each with rows of its own."""
    people, sources, topics = [], [], []
    for n in range(1, count + 1):
        profile = Profile.objects.create(slug=f"p{n}", name=f"Person {n}", job_title="Dietitian")
        Registration.objects.create(
            profile=profile,
            body="HCPC",
            profession="dietitian",
            number=f"DT{n}",
            result="registered",
            verified_on=TODAY,
            verified_by="Gita",
        )
        people.append(Person(role=Role.AUTHOR, profile=profile.pk, name=profile.name, job_title="Dietitian"))
        sources.append(replace(source(n), id=Source.objects.create(title=f"Source {n}").pk))
        topic = Topic.objects.create(name=f"Topic {n}", slug=f"topic-{n}")
        topic.reviewers.add(profile)
        topics.append(topic.slug)
    return replace(CLEAN, people=tuple(people), sources=tuple(sources), topics=tuple(topics))


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_stays_the_same(count, django_assert_num_queries):
    document = _document(count)
    reviewers = [(person.profile, "dietitian") for person in document.people]
    with django_assert_num_queries(6):
        context = gather(document, on=TODAY, reviewers=reviewers)
    with django_assert_num_queries(0):
        check(document, context)
    assert len(context.reviewers) == len(context.professions) == len(context.statuses) == count


def test_a_reviewer_is_known_with_registration_interests_and_topics(rui, ada):
    for slug in ("sleep", "medicines"):
        Topic.objects.create(name=slug.title(), slug=slug)
    document = replace(CLEAN, topics=("medicines", "sleep"))
    (reviewer,) = gather(document, on=TODAY, reviewers=[(rui.profile.pk, "dietitian")]).reviewers
    assert (reviewer.name, reviewer.is_registered, reviewer.interests_are_current) == ("Rui Reviewer, RD", True, True)
    assert reviewer.topics_outside == ()
    Topic.objects.get(slug="sleep").reviewers.add(rui.profile)
    (reviewer,) = gather(document, on=TODAY, reviewers=[(rui.profile.pk, "dietitian")]).reviewers
    assert reviewer.topics_outside == ("Medicines",)
    (writer,) = gather(document, on=TODAY, reviewers=[(ada.profile.pk, "")]).reviewers
    assert not writer.is_registered


def test_a_reviewer_needs_a_registration_for_each_role_signed_in(rui):
    (one,) = gather(CLEAN, on=TODAY, reviewers=[(rui.profile.pk, "clinician")]).reviewers
    (two,) = gather(CLEAN, on=TODAY, reviewers=[(rui.profile.pk, "clinician"), (rui.profile.pk, "doctor")]).reviewers
    assert one.is_registered
    assert not two.is_registered


def test_a_check_of_the_register_lapses_after_twelve_months(rui):
    document = replace(
        CLEAN, people=(Person(role=Role.QUOTED, profile=rui.profile.pk, name="Rui", job_title="Dietitian"),)
    )
    later = TODAY.replace(year=TODAY.year + 1)
    assert gather(document, on=TODAY).professions == {rui.profile.pk: frozenset({"dietitian"})}
    assert gather(document, on=later).professions == {rui.profile.pk: frozenset()}


@pytest.mark.django_db
def test_a_merged_source_has_the_status_of_the_one_in_its_place():
    kept = Source.objects.create(title="Kept", status="retracted")
    merged = Source.objects.create(title="Merged", merged_into=kept)
    document = replace(CLEAN, sources=(replace(source(1), id=merged.pk),))
    assert gather(document, on=TODAY).statuses == {merged.pk: "retracted"}


@pytest.mark.django_db
def test_the_publisher_is_known_by_name():
    assert gather(CLEAN, on=TODAY).owners == ("Vivere",)
