"""`tour`: one file's way to a published page, walked by the sample people, for the README's tour."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from articles.importing.read import ImportFailed
from articles.importing.run import import_file
from articles.models import Article, Publication, Revision, Scope, SignOff
from articles.publishing.errors import PublishingRefused
from articles.publishing.exemptions import Exemption
from articles.publishing.publish import publish
from articles.publishing.readiness import readiness
from articles.quality.findings import Finding
from articles.review import transitions
from articles.review.errors import ReviewRefused
from authors.models import Profile

CAST = ("writer", "reviewer", "publisher")
REASON = "Walked to a page by the tour of the demonstration, with this left as it was. Not for real readers."
STATEMENT = "Signed by the tour of the demonstration; nobody has read this text."


class Command(BaseCommand):
    help = "Imports FILE and walks it to a published page as the sample people: only with DEBUG=1, after `demo`."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--reason", default=REASON, help="Why to go live over findings; readers will see it.")

    def handle(self, *_args: Any, file: Path, reason: str, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("tour is for development (DEBUG=1): it signs and publishes what nobody has read.")
        users = sample_users()
        try:
            article = self.bring_in(file, by=users["writer"])
        except ImportFailed as refusal:
            raise CommandError(str(refusal)) from refusal
        try:
            with transaction.atomic():  # review and publication: both or neither
                revision = self.review(article, users)
                publication = self.make_public(revision, reason, by=users["publisher"])
        except (ReviewRefused, PublishingRefused) as refusal:
            raise CommandError(f"{refusal} The draft stays; the steps after the import were taken back.") from refusal
        address = f"{settings.SITE_URL}{publication.article.get_absolute_url()}"
        self.stdout.write(f"Read it at {address} (`make run` serves it).")

    def bring_in(self, file: Path, *, by: User) -> Article:
        """The draft of the file: the one that it has already, or a new one."""
        result = import_file(file, by=by)
        found = result.report
        how = "had imported" if result.existing else "imported"
        self.stdout.write(
            f"1. {by.get_full_name()} {how} {file.name}: “{result.article.title}”, {found.main_sections} sections, "
            f"{found.distinct} cited numbers, {found.entries} sources, {len(found.missing)} missing."
        )
        return result.article

    def review(self, article: Article, users: dict[str, User]) -> Revision:
        """Submitted by the writer, signed by the reviewer."""
        writer, reviewer = users["writer"], users["reviewer"]
        asked = transitions.submit(article, by=writer, reviewer=reviewer.profile)
        revision = asked.revision
        self.stdout.write(f"2. {writer.get_full_name()} submitted revision {revision.number}, {revision.digest[:16]}….")
        signature = transitions.sign_off(
            asked,
            by=reviewer,
            digest=revision.digest,
            meaning=SignOff.Meaning.APPROVED,
            scope=Scope.WHOLE,
            statement=STATEMENT,
        )
        self.stdout.write(f"3. {signature.printed_name} signed the whole page ({signature.registration}).")
        return revision

    def make_public(self, revision: Revision, reason: str, *, by: User) -> Publication:
        """Published over each blocking finding that may be excepted, with one recorded reason for each code."""
        findings = readiness(revision).blocking
        for line in summaries(findings):
            self.stdout.write(f"   {line}")
        codes = dict.fromkeys(finding.code for finding in findings)
        exceptions = [Exemption(code, reason) for code in codes]
        is_later = revision.article.publications.exists()
        publication = publish(revision, by=by, exceptions=exceptions, note="Walked by the tour." if is_later else "")
        self.stdout.write(
            f"4. {by.get_full_name()} published it with {len(exceptions)} recorded exceptions. Their reason: {reason}"
            if exceptions
            else f"4. {by.get_full_name()} published it; nothing stood in the way."
        )
        return publication


def sample_users() -> dict[str, User]:
    """The accounts that walk. Raises CommandError unless they are those of the demo."""
    users = {user.username: user for user in User.objects.filter(username__in=CAST)}
    is_sample = Profile.objects.filter(user__username__in=("writer", "reviewer"), is_sample=True).count() == 2
    if len(users) < len(CAST) or not is_sample:
        raise CommandError("The sample accounts are not here; run `manage.py demo` first.")
    return users


def summaries(findings: Iterable[Finding]) -> list[str]:
    """One line a code: how many findings, and the sentence of the first."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return [
        f"{code} ({len(found)}): {found[0].message}" + (" …" if len(found) > 1 else "")
        for code, found in by_code.items()
    ]
