"""`import_article`: files → drafts, with a summary for people or JSON Lines for programs."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from articles.document import codec
from articles.importing.read import ImportFailed
from articles.importing.run import ImportResult, import_file
from articles.models import Article, Revision
from articles.publishing.errors import PublishingRefused
from articles.publishing.readiness import readiness, review_dates
from articles.publishing.status import status
from articles.quality import context
from articles.quality.run import check
from authors.credentials import CLINICIAN

SAMPLE_WRITER = "writer"
_ROLES = {
    "author": "author",
    "medical_reviewer": "named as medical reviewer",
    "contributor": "contributor",
    "quoted": "quoted",
}


class Command(BaseCommand):
    help = "Imports plain-text (.txt) and Markdown (.md) files as drafts; the same file is never imported twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--by", metavar="USER", help="Username of the writer (default: the first superuser).")
        parser.add_argument("--json", action="store_true", help="Print one JSON object a file and nothing else.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would come of it; store nothing.")

    def handle(self, *_args: Any, files: Sequence[Path], **options: Any) -> None:
        by = importer(options["by"])
        refused = 0
        for file in files:
            try:
                found = described(file, by=by, dry_run=options["dry_run"])
            except ImportFailed as failure:
                refused += 1
                found = {"file": str(file), "error": str(failure)}
            if options["json"]:
                self.stdout.write(json.dumps(found, ensure_ascii=False))
            elif "error" in found:
                self.stderr.write(f"Not imported: {found['error']}")
            else:
                self.stdout.write(summary(found, dry_run=options["dry_run"]))
        if refused:
            sys.exit(1)


def importer(username: str | None) -> User:
    """The account that imports. Raises CommandError when there is none."""
    if username:
        found = User.objects.filter(username=username, is_active=True).first()
        if found is None:
            raise CommandError(f"There is no active account “{username}”; name another with --by.")
        return found
    active = User.objects.filter(is_active=True)
    default = active.filter(is_superuser=True).order_by("pk").first() or active.filter(username=SAMPLE_WRITER).first()
    if default is None:
        raise CommandError("There is no account to import as; name one with --by USER, or make one: createsuperuser.")
    return default


def described(file: Path, *, by: User, dry_run: bool) -> dict[str, Any]:
    """Imports a file and says what came of it; a dry run takes the very same steps and undoes them."""
    with transaction.atomic():
        result = import_file(file, by=by)
        found = _described(file, result)
        transaction.set_rollback(dry_run)
    return found


def _described(file: Path, result: ImportResult) -> dict[str, Any]:
    article, report = result.article, result.report.as_json()
    people, notes, unplaced = report.pop("people"), report.pop("notes"), report.pop("unplaced")
    if unplaced:
        notes = (*notes, f"These words of the file found no place: {', '.join(unplaced)}.")
    return {
        "file": str(file),
        "slug": article.slug,
        "existing": result.existing,
        "title": result.document.title,
        **report,
        "people": people,
        "state": status(article).value,
        "publishable": is_publishable(article, result),
        "blocking": blocking(article, result),
        "notes": notes,
    }


def blocking(article: Article, result: ImportResult) -> list[str]:
    """Codes of the findings that stand between the working copy and publication, with the proposed reviewer."""
    reviewers = [(article.proposed_reviewer_id, CLINICIAN)] if article.proposed_reviewer_id else []
    facts = context.gather(result.document, on=timezone.localdate(), reviewers=reviewers)
    return sorted({finding.code for finding in check(result.document, facts) if finding.is_blocking})


def is_publishable(article: Article, result: ImportResult) -> bool:
    """Whether the working copy, as it stands, is a revision that is signed and has nothing blocking."""
    digest = codec.digest(result.document)
    revision = Revision.objects.filter(article=article, digest=digest).order_by("-number").first()
    if revision is None:
        return False
    ready = readiness(revision)
    try:
        review_dates(revision, ready, on=timezone.localdate())
    except PublishingRefused:
        return False
    return not ready.blocking


def summary(found: dict[str, Any], *, dry_run: bool) -> str:
    """What came of a file, in a few lines for a person."""
    came = "would become" if dry_run and not found["existing"] else "is already" if found["existing"] else "became"
    roles: dict[str, list[str]] = {}
    for person in found["people"]:
        roles.setdefault(person["name"], []).append(_ROLES[person["role"]])
    people = "; ".join(f"{name} ({', '.join(parts)})" for name, parts in roles.items())
    lines = [
        f"{found['file']} {came} “{found['title']}” ({found['state']}, {found['slug']})",
        f"  {found['main_sections']} sections, {found['subsections']} subsections, {found['takeaways']} takeaways",
        f"  {found['markers']} citations in {found['groups']} groups: {found['groups_ok']} fully sourced, "
        f"{found['groups_partial']} partly, {found['groups_none']} not at all",
        f"  {found['entries']} sources listed; {len(found['missing'])} cited but not listed, "
        f"{len(found['uncited'])} listed but not cited",
        f"  People: {people or 'none named'}",
        f"  In the way of publication: {', '.join(found['blocking']) or 'only the review'}",
        *(f"  Note: {note}" for note in found["notes"]),
    ]
    return "\n".join(lines)
