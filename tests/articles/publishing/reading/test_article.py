"""The facts of a page come in the same number of queries however long it is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles.document.nodes import Person, Role, Section, SourceRecord
from articles.models import Source
from articles.publishing.reading.article import article_page, at_address, moved_to
from authors.models import Profile, Qualification, Registration
from tests.articles.conftest import NOON
from tests.articles.publishing.conftest import publish_rows, revise, sign_rows
from tests.articles.publishing.walking import cite

DAY = timedelta(days=1)


@pytest.fixture
def sized(publish_document, document, topic):
    """An article with n sections, sources and people."""

    def sized(n: int):
        rows = [Source.objects.create(title=f"Source {k}") for k in range(n)]
        people = []
        for k in range(n):
            profile = Profile.objects.create(slug=f"person-{n}-{k}", name=f"Person {k}")
            Qualification.objects.create(profile=profile, award="BSc", institution="Example University")
            Registration.objects.create(
                profile=profile, body="Other", other_body=f"{n}-{k}", profession="other", number="1"
            )
            people.append(Person(role=Role.AUTHOR, profile=profile.pk, name=profile.name))
        changed = replace(
            document,
            sections=tuple(
                Section(heading=f"Part {k}", body=f"<p>Ash {cite(row.pk)}</p>") for k, row in enumerate(rows)
            ),
            takeaways=(),
            sources=tuple(SourceRecord(id=row.pk, title=row.title) for row in rows),
            people=tuple(people),
        )
        return publish_document(changed, slug=f"sized-{n}")

    return sized


@pytest.mark.parametrize("n", [1, 3])
def test_ten_queries_without_pictures_and_the_publication(n, sized, django_assert_num_queries):
    publication = at_address(sized(n).slug)
    with django_assert_num_queries(10):
        page = article_page(publication, now=NOON)
    assert len(page.document.sections) == len(page.statuses) == n
    assert len(page.cards) == n + 1
    assert all(len(card.degrees) == 1 for profile, card in page.cards.items() if card.name.startswith("Person"))


def test_one_more_query_for_pictures(walk, django_assert_num_queries):
    publication = at_address("walking")
    with django_assert_num_queries(11):
        assert article_page(publication, now=NOON).pictures


def test_the_reviewer_comes_from_the_signature_below_changed_parts(published, document, rui, gita):
    revision = revise(published.article, replace(document, standfirst="Changed."))
    sign_rows(revision, gita.profile, now=NOON + DAY, base=published.revision)
    publication = publish_rows(revision, now=NOON + DAY, change="minor", last_reviewed=published.last_reviewed)
    page = article_page(publication, now=NOON + DAY)
    assert [signature.name for signature in page.reviewers] == ["Rui Reviewer"]
    assert [(s.name, s.revision, s.base) for s in page.signatures] == [
        ("Rui Reviewer", 1, None),
        ("Gita Governance", 2, 1),
    ]
    assert [(edition.number, edition.change) for edition in page.editions] == [(1, "first"), (2, "minor")]


def test_the_newest_whole_page_signature_counts(published, gita):
    sign_rows(published.revision, gita.profile, now=NOON + DAY)
    publication = publish_rows(published.revision, now=NOON + DAY, change="review")
    assert [s.name for s in article_page(publication, now=NOON + DAY).reviewers] == ["Gita Governance"]


def test_a_signature_that_is_not_published_yet_is_not_shown(published, gita):
    sign_rows(published.revision, gita.profile, now=NOON + DAY)
    page = article_page(published, now=NOON + 2 * DAY)
    assert [s.name for s in page.signatures] == [s.name for s in page.reviewers] == ["Rui Reviewer"]


def test_a_revision_that_was_signed_but_never_published_is_not_told(published, document, rui):
    never = revise(published.article, replace(document, standfirst="Never."))
    sign_rows(never, rui.profile, now=NOON + DAY)
    later = revise(published.article, replace(document, standfirst="Later."))
    sign_rows(later, rui.profile, now=NOON + 2 * DAY)
    page = article_page(publish_rows(later, now=NOON + 3 * DAY), now=NOON + 3 * DAY)
    assert [signature.revision for signature in page.signatures] == [1, 3]


def test_a_merged_source_has_the_standing_of_the_one_it_was_merged_into(published, sources):
    target = Source.objects.create(title="Target", status="retracted", status_note="Gone.")
    Source.objects.filter(pk=sources[0].pk).update(merged_into=target)
    status = article_page(published, now=NOON).statuses[sources[0].pk]
    assert (status.status, status.note, status.source) == ("retracted", "Gone.", target.pk)


def test_the_current_publication_stands_before_an_older_notice(published, publish_document, document):
    assert at_address(published.slug).pk == published.pk
    published.state, published.ended_at = "withdrawn", NOON
    published.save()
    assert at_address(published.slug).state == "withdrawn"
    again = publish_document(document, slug="another")
    type(again).objects.filter(pk=again.pk).update(state="superseded", ended_at=NOON)
    assert at_address("another") is None


def test_an_article_that_changed_its_slug_is_found_by_the_old_one(published, document, rui):
    published.article.slug = "newer"
    published.article.save()
    revision = revise(published.article, replace(document, standfirst="Changed."))
    sign_rows(revision, rui.profile)
    publish_rows(revision, now=NOON + DAY)
    assert moved_to("sleep-and-the-night-shift") == "newer"
    assert moved_to("newer") is None
