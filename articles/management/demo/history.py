"""What happened to each article, replayed in the order of its days through the functions that editors use."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.utils import timezone

from articles.editing import drafts
from articles.management.demo import cast as people
from articles.management.demo.cast import Cast
from articles.management.demo.compose import before, compose
from articles.management.demo.content import ArticleFile, Correction
from articles.models import Article, Change, ReviewRound, Scope, SignOff
from articles.publishing.exemptions import Exemption
from articles.publishing.publish import publish
from articles.review import transitions

# Days before the run on which Governance checked the register and everybody declared their interests.
# A check holds for twelve months, so each signature below falls into the year after one of these days.
CHECKS = (1200, 300, 7)


@dataclass(slots=True)
class Stage:
    """What the steps work with, and what they have made so far."""

    cast: Cast
    sources: Mapping[str, int]
    articles: dict[str, Article] = field(default_factory=dict)
    rounds: dict[str, ReviewRound] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One act, so many days before the run at this hour."""

    days: int
    hour: int
    act: Callable[[Stage, datetime], object]


def replay(stage: Stage, files: Mapping[str, ArticleFile]) -> None:
    """Does every step, the oldest first, each at its own time."""
    steps = [Step(days, 8, lambda stage, now: people.renew(stage.cast, now=now)) for days in CHECKS]
    for name, file in files.items():
        steps += _steps(name, file)
    for step in sorted(steps, key=lambda step: (-step.days, step.hour)):
        step.act(stage, _moment(step))


def _moment(step: Step) -> datetime:
    day = timezone.localdate() - timedelta(days=step.days)
    return timezone.make_aware(datetime.combine(day, time(step.hour)))


def _steps(name: str, file: ArticleFile) -> Iterator[Step]:
    story = file.story
    yield Step(story.written, 9, lambda stage, now: _write(stage, name, file, now))
    if story.submitted:
        yield Step(story.submitted, 10, lambda stage, now: _submit(stage, name, file, now))
    if story.signed:
        yield Step(story.signed, 14, lambda stage, now: _sign(stage, name, file, Scope.WHOLE, story.statement, now))
    if story.published:
        yield Step(story.published, 16, lambda stage, now: _publish(stage, name, file, now))
    if story.correction:
        yield from _correction(name, file, story.correction)


def _correction(name: str, file: ArticleFile, change: Correction) -> Iterator[Step]:
    """Saved and submitted in the morning, the changed parts signed in the afternoon, public after that."""
    yield Step(change.signed, 9, lambda stage, now: _correct(stage, name, file, now))
    yield Step(change.signed, 10, lambda stage, now: _submit(stage, name, file, now))
    yield Step(change.signed, 14, lambda stage, now: _sign(stage, name, file, Scope.CHANGED, change.statement, now))
    yield Step(change.published, 16, lambda stage, now: _publish(stage, name, file, now, note=change.note))


def _write(stage: Stage, name: str, file: ArticleFile, now: datetime) -> None:
    first = before(file, file.story.correction) if file.story.correction else file
    document = compose(first, sources=stage.sources, profiles=stage.cast.profiles)
    stage.articles[name] = drafts.create(document, by=stage.cast.users["writer"], now=now)


def _correct(stage: Stage, name: str, file: ArticleFile, now: datetime) -> None:
    article = stage.articles[name]
    document = compose(file, sources=stage.sources, profiles=stage.cast.profiles)
    by = stage.cast.users["writer"]
    stage.articles[name] = drafts.save(article, document, by=by, expected_version=article.version, now=now)


def _submit(stage: Stage, name: str, file: ArticleFile, now: datetime) -> None:
    due = timezone.localdate() + timedelta(days=file.story.due) if file.story.due else None
    stage.rounds[name] = transitions.submit(
        stage.articles[name],
        by=stage.cast.users["writer"],
        reviewer=stage.cast.profiles[file.story.reviewer],
        due=due,
        now=now,
    )


def _sign(stage: Stage, name: str, file: ArticleFile, scope: Scope, statement: str, now: datetime) -> None:
    asked = stage.rounds[name]
    transitions.sign_off(
        asked,
        by=stage.cast.users[file.story.reviewer],
        digest=asked.revision.digest,
        meaning=SignOff.Meaning.APPROVED,
        scope=scope,
        statement=statement,
        now=now,
    )


def _publish(stage: Stage, name: str, file: ArticleFile, now: datetime, *, note: str = "") -> None:
    publish(
        stage.rounds[name].revision,
        by=stage.cast.users["publisher"],
        exceptions=[Exemption(code, reason) for code, reason in file.story.exceptions.items()],
        note=note,
        change=Change.CORRECTION if note else None,
        now=now,
    )
