"""What is set for an article beside its text: address, evidence notes, review, writers. Not signed."""

import re
from dataclasses import dataclass

from django.contrib.auth.models import User

from articles.editing.refusals import DraftRefused
from articles.models import Article
from authors.models import Profile

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SIMPLE = ("slug", "reader_need", "evidence_note", "user_testing", "review_months")


class SettingRefused(DraftRefused):
    """A setting that cannot be kept; `field` is its name."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`slug` empty keeps the address; `review_months` None means the policy's; `proposed_reviewer` is a profile
    or 0; `writers` are accounts, None leaves them as they are."""

    slug: str = ""
    reader_need: str = ""
    evidence_note: str = ""
    user_testing: str = ""
    review_months: int | None = None
    proposed_reviewer: int = 0
    writers: frozenset[int] | None = None


def write(article: Article, wanted: Settings) -> bool:
    """Keeps the settings; True when any of them is new. Raises SettingRefused."""
    check(wanted, article)
    values = {name: getattr(wanted, name) for name in _SIMPLE}
    values["slug"] = wanted.slug or article.slug
    values["proposed_reviewer_id"] = wanted.proposed_reviewer or None
    changed = {name: value for name, value in values.items() if getattr(article, name) != value}
    for name, value in changed.items():
        setattr(article, name, value)
    if changed:
        Article.objects.filter(pk=article.pk).update(**changed)
    return _write_writers(article, wanted) or bool(changed)


def check(wanted: Settings, article: Article | None) -> None:
    """Raises SettingRefused for the first setting that cannot be kept."""
    if wanted.slug:
        _check_slug(wanted.slug, article)
    if wanted.review_months is not None and not 1 <= wanted.review_months <= 60:
        raise SettingRefused("review_months", "Give between 1 and 60 months, or leave it empty for the policy's.")
    if wanted.proposed_reviewer and not Profile.objects.filter(pk=wanted.proposed_reviewer).exists():
        raise SettingRefused("proposed_reviewer", "There is no such person any more; choose somebody else.")
    if wanted.writers is not None and not wanted.writers:
        raise SettingRefused("writers", "Keep at least one writer; the article would be nobody's.")


def _check_slug(slug: str, article: Article | None) -> None:
    if not _SLUG.fullmatch(slug) or len(slug) > 200:
        raise SettingRefused(
            "slug", "An address holds small letters, digits and single hyphens, at most 200, such as sleep-and-shifts."
        )
    others = Article.objects.filter(slug=slug)
    if (others.exclude(pk=article.pk) if article else others).exists():
        raise SettingRefused("slug", f"Another article has the address “{slug}”; choose a different one.")


def _write_writers(article: Article, wanted: Settings) -> bool:
    if wanted.writers is None:
        return False
    before = set(article.writers.values_list("pk", flat=True))
    after = set(User.objects.filter(pk__in=wanted.writers, is_active=True).values_list("pk", flat=True))
    after |= before & wanted.writers  # somebody who has left may stay listed
    if not after:
        raise SettingRefused("writers", "Keep at least one writer; the article would be nobody's.")
    if after != before:
        article.writers.set(after)
    return after != before
