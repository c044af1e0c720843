"""An article that nothing is wrong with, and the steps that it can take."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, User

from articles.document.nodes import Document, Person, Role, Section, SourceRecord, Takeaway
from articles.editing import assemble, drafts
from articles.models import Scope, SignOff, Source, Topic
from articles.review import transitions

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def topic(db) -> Topic:
    return Topic.objects.create(name="Sleep", slug="sleep")


@pytest.fixture
def sources(db) -> list[Source]:
    """Three complete journal articles, invented for the tests."""
    return [
        Source.objects.create(
            type="article-journal",
            title=f"An invented trial of sleep, part {n}",
            authors=[{"family": "Example", "given": "Ann B"}],
            container="Journal of Examples",
            issued="2024",
            doi=f"10.5555/sleep.{n}",
        )
        for n in (1, 2, 3)
    ]


def joined(user: User, group: str) -> User:
    """The user as a member of one more group, without the permissions remembered from before."""
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


def mark(source: Source) -> str:
    return f'<cite-ref data-source="{source.pk}"></cite-ref>'


@pytest.fixture
def document(ada, topic, sources) -> Document:
    """By Ada, with three sources, one of them cited twice."""
    one, two, three = sources
    return Document(
        title="Sleep and the night shift",
        standfirst="Working at night makes sleep harder.",
        takeaways=(Takeaway(body=f"Keep your bedroom dark {mark(one)}."),),
        sections=(
            Section(heading="Why it is hard", body=f"<p>Light keeps people awake {mark(two)} {mark(three)}.</p>"),
            Section(heading="What may help", body=f"<p>A dark room may help {mark(one)}.</p>"),
            Section(level=3, heading="Naps", body="<p>Short naps may help some people.</p>"),
        ),
        sources=tuple(SourceRecord(id=source.pk) for source in sources),
        people=(Person(role=Role.AUTHOR, profile=ada.profile.pk, name=ada.profile.name),),
        topics=("sleep",),
        description="How to sleep after a night shift, and what is known.",
        audience="Adults who work at night",
    )


@pytest.fixture
def article(document, ada):
    return drafts.create(document, by=ada, now=NOON - 2 * DAY)


@pytest.fixture
def submitted(article, ada):
    """A round on revision 1, open to every reviewer."""
    return transitions.submit(article, by=ada, now=NOON - DAY)


@pytest.fixture
def sign():
    """Signs a round as the given user."""

    def sign(round_, by, *, scope=Scope.WHOLE, now=NOON, **more):
        given = {"digest": round_.revision.digest, "meaning": SignOff.Meaning.APPROVED} | more
        return transitions.sign_off(round_, by=by, scope=scope, now=now, **given)

    return sign


@pytest.fixture
def edit():
    """Saves the article with some fields of its document changed."""

    def edit(article, by, *, now=NOON, **changes):
        article.refresh_from_db()
        changed = replace(assemble.document(article), **changes)
        return drafts.save(article, changed, by=by, expected_version=article.version, now=now)

    return edit
