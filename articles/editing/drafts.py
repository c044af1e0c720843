"""Writes a Document into the working copy: cleaned once, in one transaction, never over a newer version."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.document import codec
from articles.document.nodes import Document
from articles.editing import assemble, clean, rows, settings
from articles.editing.refusals import DraftRefused, StaleVersion, check
from articles.editing.settings import Settings
from articles.models import Article, Edit
from vivere.audit.chain import record
from vivere.audit.models import Event

__all__ = ["DraftRefused", "StaleVersion", "autosave", "create", "free_slug", "save", "touch"]

# The acts that write down which text the working copy held.
_RECORDED = ("article.created", "article.saved", "review.submitted")


@transaction.atomic
def create(document: Document, *, by: User, wanted: Settings | None = None, now: datetime | None = None) -> Article:
    """A new article from a Document: rows, settings, first Edit, one Event. Raises DraftRefused as `check` says."""
    document = clean.document(document)
    check(document)
    article = Article.objects.create(title=document.title, slug=free_slug(document.title), created_by=by)
    article.writers.add(by)
    rows.write(article, document)
    if wanted:
        settings.write(article, wanted)
    touch(article, by=by, now=now)
    details = {"digest": codec.digest(assemble.document(Article.objects.get(pk=article.pk)))}
    record("article.created", f"article:{article.pk}", by=by, article=article.pk, details=details, now=now)
    return article


@transaction.atomic
def save(
    article: Article,
    document: Document,
    *,
    by: User,
    expected_version: int,
    wanted: Settings | None = None,
    now: datetime | None = None,
) -> Article:
    """Replaces the rows by the Document and adds one to the version; the same text again changes nothing.

    One Event is recorded for everything since the last one, autosaves included. Raises StaleVersion when the
    version is not `expected_version`, DraftRefused as `check` and `settings.write` say.
    """
    locked, digest, is_changed = _store(article, document, expected_version, wanted, by=by, now=now)
    if is_changed or not _is_recorded(locked, digest):
        details = {"digest": digest}
        record("article.saved", f"article:{locked.pk}", by=by, article=locked.pk, details=details, now=now)
    return Article.objects.get(pk=locked.pk)


@transaction.atomic
def autosave(
    article: Article,
    document: Document,
    *,
    by: User,
    expected_version: int,
    wanted: Settings | None = None,
    now: datetime | None = None,
) -> Article:
    """As `save`, without an Event: the next save or submission records the whole session."""
    locked, _, _ = _store(article, document, expected_version, wanted, by=by, now=now)
    return Article.objects.get(pk=locked.pk)


def _store(
    article: Article,
    document: Document,
    expected_version: int,
    wanted: Settings | None,
    *,
    by: User,
    now: datetime | None,
) -> tuple[Article, str, bool]:
    """(the locked article, digest of what it says now, whether that is anything new)."""
    document = clean.document(document)
    locked = Article.objects.select_for_update().get(pk=article.pk)
    if locked.version != expected_version:
        raise StaleVersion(locked, document)
    check(document)
    before = codec.digest(assemble.document(locked))
    with transaction.atomic():
        rows.write(locked, document)
        after = codec.digest(assemble.document(Article.objects.get(pk=locked.pk)))
        transaction.set_rollback(after == before)
    is_changed = settings.write(locked, wanted) if wanted else False
    is_changed = is_changed or after != before
    if is_changed:
        Article.objects.filter(pk=locked.pk).update(version=expected_version + 1, changed_at=now or timezone.now())
        touch(locked, by=by, now=now)
    return locked, after, is_changed


def _is_recorded(article: Article, digest: str) -> bool:
    """Whether the last recorded act on the text names this digest."""
    last = Event.objects.filter(article=article.pk, action__in=_RECORDED).order_by("-id").first()
    return last is None or json.loads(last.details).get("digest", digest) == digest


def touch(article: Article, *, by: User, now: datetime | None = None) -> None:
    """Notes that this person changed the working copy now, for the question whose work a revision is."""
    name = by.get_full_name() or by.get_username()
    Edit.objects.update_or_create(
        article=article,
        user=by,
        profile=getattr(by, "profile", None),
        defaults={"last_at": now or timezone.now(), "user_name": name},
    )


def free_slug(title: str) -> str:
    """A slug of the title that no article has yet."""
    stem = slugify(title)[:180].strip("-") or "article"
    taken = set(Article.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in _candidates(stem) if slug not in taken)


def _candidates(stem: str) -> Iterable[str]:
    yield stem
    n = 1
    while n := n + 1:
        yield f"{stem}-{n}"
