"""One attempt to save what was posted, for the page and for the scripts alike."""

from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.http import QueryDict

from articles.admin.editor.reading import Errors, read
from articles.admin.editor.sheet import Sheet, from_post
from articles.editing import drafts
from articles.editing.refusals import DraftRefused, StaleVersion
from articles.editing.settings import SettingRefused
from articles.models import Article

# The name under which a refusal that belongs to no field is shown.
WHOLE = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`article` when it was saved; else why not: errors by field, or `newer`, what somebody saved first."""

    sheet: Sheet
    article: Article | None = None
    newer: Article | None = None
    errors: Errors | None = None


def attempt(post: QueryDict, article: Article | None, *, by: User, quietly: bool = False) -> Outcome:
    """Saves, or says why not. `quietly` is an autosave; a new article is always recorded."""
    sheet = from_post(post)
    if not by.has_perm("articles.edit_any_article"):
        sheet = replace(sheet, writers=None)
    reading = read(sheet, article)
    if reading.errors:
        return Outcome(sheet=sheet, errors=reading.errors)
    try:
        if article is None:
            return Outcome(sheet=sheet, article=drafts.create(reading.document, by=by, wanted=reading.settings))
        write = drafts.autosave if quietly else drafts.save
        saved = write(article, reading.document, by=by, expected_version=_version(post), wanted=reading.settings)
    except StaleVersion as refused:
        return Outcome(sheet=sheet, newer=refused.article)
    except SettingRefused as refused:
        return Outcome(sheet=sheet, errors={refused.field: str(refused)})
    except DraftRefused as refused:
        return Outcome(sheet=sheet, errors={WHOLE: str(refused)})
    return Outcome(sheet=sheet, article=saved)


def _version(post: QueryDict) -> int:
    """The version that was opened, or the newer one that the writer has seen and writes over."""
    given = post.get("over") or post.get("opened_version") or ""
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 9 else 0
