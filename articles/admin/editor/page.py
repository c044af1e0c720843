"""Shows the page, and answers a form that was sent without scripts: fetch, call one function, render."""

from dataclasses import replace
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from articles.admin.editor import comparing, showing
from articles.admin.editor.reading import Errors
from articles.admin.editor.saving import WHOLE, Outcome, attempt
from articles.admin.editor.sheet import PersonRow, SectionRow, Sheet, TakeawayRow, blank, from_article, from_post
from articles.models import Article

_NEW_ROWS = {
    "add-section": ("sections", SectionRow),
    "add-takeaway": ("takeaways", TakeawayRow),
    "add-person": ("people", PersonRow),
}


def answer(request: HttpRequest, article: Article | None, user: User) -> HttpResponse:
    """The page for an article that this person may edit, or for a new one."""
    if request.method != "POST":
        return show(request, from_article(article) if article else _blank(user), article, user)
    if request.POST.get("do") in _NEW_ROWS:
        return show(request, _with_row(from_post(request.POST), request.POST["do"]), article, user)
    outcome = attempt(request.POST, article, by=user)
    if outcome.article is None:
        return _refused(request, outcome, article, user)
    messages.success(request, f"“{outcome.article.title}” is saved.")
    return redirect(reverse("admin:articles_article_change", args=[outcome.article.pk]))


def show(
    request: HttpRequest,
    sheet: Sheet,
    article: Article | None,
    user: User,
    *,
    errors: Errors | None = None,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    """Renders the sheet."""
    site = admin.site
    opened = request.POST.get("opened_version") if request.method == "POST" else None
    around = {
        "site_header": site.site_header,
        "site_title": site.site_title,
        "site_url": site.site_url,
        "has_permission": True,
        "is_nav_sidebar_enabled": False,  # the width belongs to the text
        "title": f"Edit {article.title}" if article else "New article",
        "opened_version": opened or (article.version if article else 0),
    }
    context = around | showing.context(sheet, article, errors or {}, user) | extra
    return render(request, "admin/articles/editor/page.html", context, status=status)


def _refused(request: HttpRequest, outcome: Outcome, article: Article | None, user: User) -> HttpResponse:
    if outcome.newer:
        stale = comparing.compare(outcome.newer, outcome.sheet)
        return show(request, outcome.sheet, article, user, status=409, stale=stale)
    errors = dict(outcome.errors or {})
    whole = errors.pop(WHOLE, "")
    return show(request, outcome.sheet, article, user, errors=errors, status=422, refusal=whole)


def _blank(user: User) -> Sheet:
    profile = getattr(user, "profile", None)
    return blank(profile.pk if profile else None)


def _with_row(sheet: Sheet, wanted: str) -> Sheet:
    """One more empty row at the end, for browsers without scripts."""
    name, row = _NEW_ROWS[wanted]
    rows = getattr(sheet, name)
    taken = {each.key for each in rows}
    key = next(f"n{n}" for n in range(len(rows) + 1, 2 * len(rows) + 3) if f"n{n}" not in taken)
    changed: Sheet = replace(sheet, **{name: (*rows, row(key=key))})  # type: ignore[arg-type]  # rows of one kind
    return changed
