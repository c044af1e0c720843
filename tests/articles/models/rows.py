"""One row of every table that has a constraint or a trigger, and how to make another like it."""

import copy
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import transaction

from articles import models as m
from articles.document import codec
from authors.models import Profile, Qualification, Registration
from tests.articles.document.making import full
from vivere.audit.chain import record
from vivere.audit.models import ChainHead, Event

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = date(2026, 6, 1)
SAME = object()  # "the value that the first row has"

Rows = dict[type, Any]

# What a copy of the first row must change to be acceptable.
FRESH: dict[type, dict[str, Any]] = {
    m.Article: {"slug": "b"},
    m.ArticlePerson: {"role": "contributor"},
    m.Edit: {"user_id": 900},
    m.ImportedFile: {"sha256": "b" * 64},
    m.Section: {},
    m.StoredPage: {"path": "/b/"},
    m.Dependency: {"on": "site"},
    m.Picture: {"sha256": "b" * 64},
    m.RevisionSource: {"source": lambda rows: rows["source"]},
    m.RevisionPicture: {"picture": lambda rows: rows["picture"]},
    m.RevisionPerson: {"profile": lambda rows: rows["profile"]},
    m.Publication: {"number": 2, "state": "scheduled"},
    m.PublicationException: {"code": "claim-unsourced"},
    m.ReviewPolicy: {},
    m.ReviewRound: {"number": 2, "state": "withdrawn", "closed_at": NOW},
    m.SignOff: {"role": "doctor"},
    m.Comment: {},
    m.Revision: {"number": 2},
    m.RevisionLabel: {"revision": lambda rows: another(rows, m.Revision, {"article": rows["article"]})},
    m.Involvement: {"profile": lambda rows: rows["profile"], "user_id": 901},
    m.Site: {},
    m.Source: {"doi": "10.1000/b", "pmid": "2", "pmcid": "PMC2"},
    m.Reference: {"source": lambda rows: rows["source"]},
    m.Topic: {"slug": "b", "name": "b"},
    m.ArticleTopic: {"tag": lambda rows: rows["topic"]},
    Profile: {"slug": "b", "user_id": None, "orcid": "0000-0001-5109-3700"},
    Qualification: {},
    Registration: {"number": "SAMPLE-0009"},
    ChainHead: {},
    Event: {"hash": "b" * 64},
}

ONLY_ROW = {m.ReviewPolicy: "risk", m.Site: "id", ChainHead: "id"}  # all their values are taken already


def make_rows(user: User, profile: Profile) -> Rows:
    """The first rows, by model; a few second ones, to point at, by word."""
    rows: Rows = {User: user, Profile: profile}
    Profile.objects.filter(pk=profile.pk).update(orcid="0000-0002-1825-0097")
    profile.refresh_from_db()
    rows["profile"] = Profile.objects.create(slug="other", name="Other")
    make = _maker(rows)
    make(Qualification, profile=profile, award="MSc", institution="Here", year=2001)
    make(
        Registration, profile=profile, body="Sample register", profession="dietitian", number="SAMPLE-0008",
        result="registered", verified_on=DAY, verified_by="Gita",
    )  # fmt: skip
    _make_content(rows, make)
    _make_review(rows, make)
    rows[m.ReviewPolicy] = m.ReviewPolicy.objects.first()
    rows[m.Site] = m.Site.objects.get()
    with transaction.atomic():
        rows[Event] = record("tested", "thing:1", by=user)
    rows[ChainHead] = ChainHead.objects.get()
    return rows


def _maker(rows: Rows):
    def make(model, **values):
        rows[model] = model.objects.create(**values)
        return rows[model]

    return make


def _make_content(rows: Rows, make) -> None:
    profile = rows[Profile]
    picture = make(m.Picture, sha256="a" * 64, file="a.jpg", width=4, height=3, title="A bed")
    rows["picture"] = m.Picture.objects.create(sha256="c" * 64, file="c.jpg", width=4, height=3, title="A lamp")
    article = make(m.Article, slug="a", title="A", hero=picture)
    rows["article"] = m.Article.objects.create(slug="c", title="C")
    make(m.ArticlePerson, article=article, profile=profile, role="author")
    make(m.Edit, article=article, user=rows[User], profile=rows[Profile], user_name="Rui", last_at=NOW)
    make(m.ImportedFile, article=article, sha256="a" * 64, name="a.txt")
    make(m.Section, article=article, kind="prose")
    source = make(m.Source, title="S", doi="10.1000/a", pmid="1", pmcid="PMC1")
    rows["source"] = m.Source.objects.create(title="T")
    make(m.Reference, article=article, source=source)
    topic = make(m.Topic, slug="a", name="a")
    rows["topic"] = m.Topic.objects.create(slug="c", name="c")
    make(m.ArticleTopic, content_object=article, tag=topic)
    page = make(m.StoredPage, path="/a/", kind="article", digest="a", made_at=0, br=b"", gzip=b"", body=b"")
    make(m.Dependency, page=page, on="publication:1")


def _make_review(rows: Rows, make) -> None:
    article, profile, user = rows[m.Article], rows[Profile], rows[User]
    content = codec.to_json(full())
    digest = codec.digest_of(content)
    revision = make(
        m.Revision, article=article, number=1, content=content, digest=digest, created_at=NOW, created_by=user,
        created_by_name="Rui",
    )  # fmt: skip
    make(m.RevisionLabel, revision=revision, name="First", given_by_name="Ada", given_at=NOW)
    make(m.RevisionSource, revision=revision, source=rows[m.Source])
    make(m.RevisionPicture, revision=revision, picture=rows[m.Picture])
    make(m.RevisionPerson, revision=revision, profile=profile)
    make(m.Involvement, revision=revision, profile=profile, user=user, name="Rui", side="signed")
    round_ = make(m.ReviewRound, article=article, revision=revision, number=1, opened_at=NOW, opened_by_name="Ada")
    make(m.Comment, round=round_, text="Why?", author_name="Rui", made_at=NOW)
    make(
        m.SignOff, round=round_, revision=revision, digest=digest, reviewer=profile, user=user, role="dietitian",
        meaning="approved", scope="whole", signed_at=NOW, name="Rui Reviewer", registration="SAMPLE-0008",
        registration_checked=DAY,
    )  # fmt: skip
    publication = make(
        m.Publication, article=article, revision=revision, number=1, digest=digest, slug="a", state="current",
        change="first", published_at=NOW, first_published=NOW, updated_at=NOW, last_reviewed=DAY,
        next_review=date(2027, 6, 1), by=user, by_name="Ines",
    )  # fmt: skip
    make(
        m.PublicationException, publication=publication, code="care-block-missing", findings=[], reason="None needed",
        by_name="Ines",
    )  # fmt: skip


def another(rows: Rows, model: type, changes: dict[str, Any]) -> Any:
    """Inserts a copy of the model's first row with these changes on top of what makes it acceptable."""
    first = rows[model]
    row = copy.copy(first)
    row.pk = None
    row._state = copy.copy(first._state)
    row._state.adding = True
    for name, value in (FRESH[model] | changes).items():
        wanted = value(rows) if callable(value) else value
        setattr(row, name, getattr(first, name) if wanted is SAME else wanted)
    with transaction.atomic():
        row.save(force_insert=True)
    return row


def our_models() -> list[type]:
    """Every model of the house."""
    return [model for label in ("articles", "authors", "audit") for model in apps.get_app_config(label).get_models()]
