"""What publishing costs at 100 and at 1,000 publications: statements, milliseconds, and their ratio.

The articles beside the measured ones are copies of a published demo article, row by row; the measured ones
go the whole way from draft to page through the real functions.
"""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vivere.settings")
django.setup()

from django.contrib.auth.models import User  # noqa: E402 - Django comes first
from django.db import connection, transaction  # noqa: E402
from django.db.models import Model  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from articles.editing import assemble, drafts  # noqa: E402
from articles.models import (  # noqa: E402
    Article,
    ArticleTopic,
    Dependency,
    Publication,
    PublicationState,
    Revision,
    SignOff,
    StoredPage,
)
from articles.publishing.exemptions import Exemption  # noqa: E402
from articles.publishing.publish import publish  # noqa: E402
from articles.publishing.readiness import readiness  # noqa: E402
from articles.review import transitions  # noqa: E402

M = TypeVar("M", bound=Model)

SIZES = (100, 1000)
TIMES = 9  # publications measured at each size; the middle one counts


def main() -> None:
    """Grows the site to each size and publishes there."""
    print(f"Publishing one article, middle of {TIMES}")
    print(f"{'publications':>12}{'statements':>12}{'CPU ms':>8}")
    costs = []
    for size in SIZES:
        grow(size)
        counted = ready(f"Counted {size}")
        with CaptureQueriesContext(connection) as captured:  # counting costs time, so this one is not timed
            counted()
        costs.append(statistics.median(milliseconds(ready(f"Timed {size} {n}")) for n in range(TIMES)))
        print(f"{size:12}{len(captured):12}{costs[-1]:8.1f}")
    print(f"{SIZES[-1]} : {SIZES[0]} publications take {costs[-1] / costs[0]:.2f} times as long")


def template() -> Publication:
    """The demo article that all others are copies of."""
    return Publication.objects.filter(state=PublicationState.CURRENT).order_by("id")[0]


@transaction.atomic
def grow(size: int) -> None:
    """Copies the template, its topics, signatures, page and dependencies until there are so many."""
    first = template()
    numbers = range(Publication.objects.filter(state=PublicationState.CURRENT).count(), size)
    articles = _copies(first.article, [{"slug": f"copy-{n}", "title": f"{first.article.title} {n}"} for n in numbers])
    revisions = _copies(first.revision, [{"article": article} for article in articles])
    publications = _copies(
        first,
        [
            {"article": article, "revision": revision, "slug": article.slug}
            for article, revision in zip(articles, revisions, strict=True)
        ],
    )
    for topic in ArticleTopic.objects.filter(content_object=first.article):
        _copies(topic, [{"content_object": article} for article in articles])
    page = StoredPage.objects.get(path=f"/articles/{first.slug}/")
    pages = _copies(page, [{"path": f"/articles/{article.slug}/"} for article in articles])
    for dependency in page.dependencies.all():
        own = [
            _own_key(dependency.on, first, publication, article)
            for publication, article in zip(publications, articles, strict=True)
        ]
        Dependency.objects.bulk_create(Dependency(page=p, on=on) for p, on in zip(pages, own, strict=True))


def _own_key(on: str, first: Publication, publication: Publication, article: Article) -> str:
    """The key of the copy where the original names itself; all share people, topics and looks."""
    if on == f"article:{first.article_id}":
        return f"article:{article.pk}"
    return f"publication:{publication.pk}" if on == f"publication:{first.pk}" else on


def _copies(row: M, changes: list[dict[str, object]]) -> list[M]:
    model = type(row)
    values = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
    del values[model._meta.pk.attname]
    made = []
    for change in changes:
        copy = model(**values)
        for name, value in change.items():
            setattr(copy, name, value)
        made.append(copy)
    return model._default_manager.bulk_create(made, batch_size=200)


def milliseconds(act: Callable[[], object]) -> float:
    """What one call takes, in CPU time: SQLite works in this process, and neighbours do not count."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def ready(title: str) -> Callable[[], Publication]:
    """One more article, written, submitted and signed; the call publishes it."""
    accounts = {user.username: user for user in User.objects.all()}
    first = template()
    signer = SignOff.objects.filter(revision=first.revision).order_by("id")[0]
    document = replace(assemble.document(first.article), title=title)
    article = drafts.create(document, by=accounts["writer"])
    round_ = transitions.submit(article, by=accounts["writer"], reviewer=signer.reviewer)
    transitions.sign_off(
        round_,
        by=User.objects.get(profile=signer.reviewer),
        digest=round_.revision.digest,
        meaning=SignOff.Meaning.APPROVED,
        scope=signer.scope,
        statement="Read.",
    )
    revision = Revision.objects.get(pk=round_.revision_id)
    codes = sorted({finding.code for finding in readiness(revision).blocking})
    exceptions = [Exemption(code, "Measured, not read.") for code in codes]
    return lambda: publish(revision, by=accounts["publisher"], exceptions=exceptions)


if __name__ == "__main__":
    main()
