"""A full Document whose people, sources, topics and picture stand in the database."""

from dataclasses import replace

import pytest

from articles.document.nodes import Document
from articles.editing import assemble, drafts
from articles.models import Picture, Source, Topic
from tests.articles.document.making import full


@pytest.fixture
def known(ada, rui) -> Document:
    """As the tables would give it back: source fields and bylines are those of their rows."""
    for slug in ("shift-work", "sleep"):
        Topic.objects.create(slug=slug, name=slug)
    plan = full()
    Picture.objects.create(
        sha256=plan.hero.sha256, file="a.jpg", width=4, height=3, title="A bed", credit=plan.hero.credit
    )
    sources = [Source.objects.create(**_columns(record)) for record in plan.sources]
    document = full(sources=tuple(source.pk for source in sources), profiles=(ada.profile.pk, rui.profile.pk))
    bylines = {user.profile.pk: user.profile for user in (ada, rui)}
    return replace(
        document,
        sources=tuple(
            assemble.source_record(source, discusses_retraction=record.discusses_retraction)
            for source, record in zip(sources, document.sources, strict=True)
        ),
        people=tuple(
            replace(
                person,
                name=bylines[person.profile].name,
                post_nominals=bylines[person.profile].post_nominals,
                job_title=bylines[person.profile].job_title,
                interests="",
                interests_declared="2026-06-01",
            )
            for person in document.people
        ),
    )


def _columns(record):
    values = {name: getattr(record, name) for name in record.__dataclass_fields__}
    del values["id"], values["discusses_retraction"]
    authors = [{"family": name.family, "given": name.given, "literal": name.literal} for name in record.authors]
    return values | {"authors": authors}


@pytest.fixture
def draft(known, ada):
    """The article of that Document."""
    return drafts.create(known, by=ada)
