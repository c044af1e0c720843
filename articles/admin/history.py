"""The history of an article, any two of its texts side by side, and a revision put back into the draft."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles.editing.labels import LENGTH, label
from articles.editing.refusals import DraftRefused, StaleVersion
from articles.editing.restore import restore as restore_revision
from articles.models import Article, Revision
from articles.publishing import preview
from articles.publishing.comparing.revisions import history as history_of
from articles.publishing.comparing.sides import DRAFT, LIVE, SIGNED, NoSuchText, Side, between, side
from articles.review import permissions

_NAMED = {DRAFT: "The draft now", LIVE: "The live text", SIGNED: "The last signed text"}


class RestoreForm(forms.Form):
    """Carries the version of the draft that was shown, so that nothing newer is overwritten unseen."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


def urls() -> list[URLPattern]:
    """The addresses under an article; the first takes the place of Django's own history page."""
    view = admin.site.admin_view
    return [
        path("<int:pk>/history/", view(history), name="articles_article_history"),
        path("<int:pk>/compare/", view(compare), name="article_compare"),
        path("<int:pk>/revisions/<int:number>/", view(revision), name="article_revision"),
        path("<int:pk>/revisions/<int:number>/restore/", view(restore), name="article_restore"),
        path("<int:pk>/revisions/<int:number>/label/", view(name_it), name="article_label"),
    ]


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Every revision with who, when, its state in plain words, and what it can be compared with."""
    article, user = _article(request, pk)
    extra = {"history": history_of(article), "may_edit": permissions.may_edit(user, article), "label_length": LENGTH}
    return _page(request, "history", article, f"History of “{article.title}”", extra)


@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What differs between two texts of the article: `old` and `new` are numbers, draft, live or signed."""
    article, user = _article(request, pk)
    old, new = request.GET.get("old", "") or LIVE, request.GET.get("new", "") or DRAFT
    rows = article.revisions.order_by("-number").values_list("number", "label__name")
    extra: dict[str, Any] = {
        "choices": [*_NAMED.items(), *((str(number), _named(number, name)) for number, name in rows)],
        "asked": {"old": old, "new": new},
    }
    title = f"Compare texts of “{article.title}”"
    try:
        sides = side(article, old), side(article, new)
    except NoSuchText as refusal:
        return _page(request, "compare", article, title, extra | {"refusal": str(refusal)}, status=404)
    number = sides[0].number
    is_on_offer = sides[1].key == DRAFT and number is not None and permissions.may_edit(user, article)
    extra |= {"old": sides[0], "new": sides[1], "shown": between(*sides), "restorable": number if is_on_offer else None}
    return _page(request, "compare", article, title, extra)


@require_safe
def revision(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A revision as the page that publishing would make of it."""
    article, _ = _article(request, pk)
    shown = _kept(article, str(number))
    if isinstance(shown, str):
        return _page(request, "compare", article, f"Revision {number}", {"refusal": shown}, status=404)
    context = preview.context(shown.document, slug=article.slug, article_id=article.pk, now=timezone.now())
    answer = render(request, "admin/articles/revision.html", context | {"side": shown, "article": article})
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Cache-Control"] = "no-store"
    return answer


def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Asks, and then saves the text of a revision as the draft."""
    article, user = _article(request, pk)
    if not permissions.may_edit(user, article):
        raise PermissionDenied("You may read this article but not change it.")
    wanted = get_object_or_404(Revision, article=article, number=number)
    form = RestoreForm(request.POST or None, initial={"version": article.version})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            saved = restore_revision(article, wanted, by=user, expected_version=form.cleaned_data["version"])
        except DraftRefused as refusal:
            status = 409 if isinstance(refusal, StaleVersion) else 400
            article.refresh_from_db()
            form = RestoreForm(initial={"version": article.version})
            messages.error(request, str(refusal))
        else:
            _say_restored(request, number, is_new=saved.version != article.version)
            return redirect(reverse("admin:articles_article_change", args=[pk]))
    title = f"Put revision {number} back into the draft of “{article.title}”"
    return _page(request, "restore", article, title, {"form": form, "number": number}, status=status)


@require_POST
def name_it(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Gives a revision a name, or takes it away."""
    article, user = _article(request, pk)
    if not permissions.may_edit(user, article):
        raise PermissionDenied("You may read this article but not change it.")
    wanted = get_object_or_404(Revision, article=article, number=number)
    try:
        name = label(wanted, request.POST.get("name", ""), by=user)
    except DraftRefused as refusal:
        messages.error(request, str(refusal))
    else:
        said = f"Revision {number} is called “{name}”." if name else f"Revision {number} has no name."
        messages.success(request, said)
    return redirect("admin:articles_article_history", pk)


def _named(number: int, name: str | None) -> str:
    return f"Revision {number}: {name}" if name else f"Revision {number}"


def _say_restored(request: HttpRequest, number: int, *, is_new: bool) -> None:
    if is_new:
        messages.success(request, f"The draft now says what revision {number} said. Nothing that is live was changed.")
    else:
        messages.info(request, f"The draft said what revision {number} says already; nothing was changed.")


def _article(request: HttpRequest, pk: int) -> tuple[Article, User]:
    """The article, for somebody who may see its history. Raises Http404, PermissionDenied."""
    article = get_object_or_404(Article.objects.select_related("hero"), pk=pk)
    if not isinstance(request.user, User) or not permissions.may_see_history(request.user, article):
        raise PermissionDenied("You may not see the history of this article.")
    return article, request.user


def _kept(article: Article, number: str) -> Side | str:
    """The revision, or why there is none."""
    try:
        return side(article, number)
    except NoSuchText as refusal:
        return str(refusal)


def _page(
    request: HttpRequest, name: str, article: Article, title: str, extra: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    context = admin.site.each_context(request) | {"title": title, "article": article} | extra
    return render(request, f"admin/articles/{name}.html", context, status=status)
