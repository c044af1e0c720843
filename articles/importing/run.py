"""A file → a draft article, all of it or nothing; the same file leads to the same article."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles.document import walk
from articles.document.nodes import Document
from articles.editing import assemble, drafts
from articles.editing.refusals import DraftRefused
from articles.importing import library, plain, profiles
from articles.importing.labels import REVIEWER
from articles.importing.plain import Draft
from articles.importing.read import ImportFailed, read
from articles.importing.report import Report
from articles.models import Article, ImportedFile
from vivere.audit.chain import record


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """The article of a file, what its working copy says now, what the file held, whether it was here before."""

    article: Article
    document: Document
    report: Report
    existing: bool = False


def inspect_file(path: Path) -> Draft:
    """What an import would make of a file; reads no database and stores nothing. Raises ImportFailed."""
    return plain.draft(read(path))


def import_file(path: Path, *, by: User, now: datetime | None = None) -> ImportResult:
    """A draft from a file, or the article that the same bytes made before.

    Raises ImportFailed with a sentence for the person who chose the file; then nothing was stored.
    """
    reading = read(path)
    known = _known(reading.sha256)
    if known:
        return known
    draft = plain.draft(reading)
    try:
        with transaction.atomic():
            return _store(draft, by=by, now=now)
    except DraftRefused as refusal:
        raise ImportFailed(f"“{path.name}” cannot become a draft: {refusal}") from refusal
    except IntegrityError:
        known = _known(reading.sha256)  # somebody imported the same file at the same moment
        if known is None:
            raise
        return known


def _known(sha256: str) -> ImportResult | None:
    file = ImportedFile.objects.select_related("article").filter(sha256=sha256).first()
    if file is None:
        return None
    document = assemble.document(file.article)
    return ImportResult(article=file.article, document=document, report=Report.from_json(file.report), existing=True)


def _store(draft: Draft, *, by: User, now: datetime | None) -> ImportResult:
    people, about_people = profiles.keep(draft.people)
    sources, about_sources = library.keep(draft.document.sources)
    article = drafts.create(_settled(draft.document, people, sources), by=by, now=now)
    proposed = [pk for pk, person in zip(people, draft.people, strict=True) if REVIEWER in person.roles]
    Article.objects.filter(pk=article.pk).update(
        stated_date=draft.stated_date, proposed_reviewer=proposed[0] if proposed else None
    )
    report = replace(draft.report, notes=(*draft.report.notes, *about_people, *about_sources))
    reading = draft.reading
    ImportedFile.objects.create(
        sha256=reading.sha256, name=reading.name[:255], article=article, report=report.as_json()
    )
    record(
        "article.imported",
        f"article:{article.pk}",
        by=by,
        article=article.pk,
        details={"file": reading.name, "sha256": reading.sha256, "people": people, "sources": len(sources)},
        now=now,
    )
    article = Article.objects.get(pk=article.pk)
    return ImportResult(article=article, document=assemble.document(article), report=report)


def _settled(document: Document, people: list[int], sources: dict[int, int]) -> Document:
    """The Document with the ids of rows; sources that turned out to be one row stand once."""
    moved = walk.renumber_sources(document, sources)
    return replace(
        moved,
        sources=tuple({source.id: source for source in reversed(moved.sources)}.values())[::-1],
        people=tuple(replace(person, profile=people[person.profile - 1]) for person in moved.people),
        sections=tuple(
            replace(section, speaker=people[section.speaker - 1]) if section.speaker else section
            for section in moved.sections
        ),
    )
