"""What the scripts of the page ask: save, findings, sources, choices. Answers are JSON, errors sentences."""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from articles.admin.editor import library, places
from articles.admin.editor.describing import described
from articles.admin.editor.reading import read
from articles.admin.editor.saving import WHOLE, Outcome, attempt
from articles.admin.editor.sheet import from_post
from articles.admin.editor.showing import addresses
from articles.editing.completing import complete
from articles.models import Article, Picture, Topic
from articles.quality.context import gather
from articles.quality.run import check
from articles.review import permissions
from authors.models import Profile

_CHOICES_AT_MOST = 1000


def editable(request: HttpRequest, pk: int) -> tuple[Article | None, User]:
    """The article, if this person may edit it; None for 0, the new one. Raises Http404, PermissionDenied."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied("Sign in first.")
    if pk == 0:
        if not user.has_perm("articles.add_article"):
            raise PermissionDenied("You may not write articles.")
        return None, user
    article = get_object_or_404(Article.objects.select_related("hero"), pk=pk)
    if not permissions.may_edit(user, article):
        raise PermissionDenied("You may not edit this article: you are not one of its writers.")
    return article, user


@require_POST
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Saves the form; `quietly` in it makes that an autosave. 422 with errors, 409 when somebody was first."""
    article, user = editable(request, pk)
    outcome = attempt(request.POST, article, by=user, quietly="quietly" in request.POST)
    if outcome.newer:
        return JsonResponse(_stale(outcome.newer), status=409)
    if outcome.article is None:
        return JsonResponse({"errors": outcome.errors, "whole": (outcome.errors or {}).get(WHOLE, "")}, status=422)
    return JsonResponse(_saved(outcome))


def _saved(outcome: Outcome) -> dict[str, Any]:
    saved = outcome.article
    assert saved is not None  # noqa: S101 - the caller has looked
    return {
        "id": saved.pk,
        "version": saved.version,
        "slug": saved.slug,
        "title": saved.title,
        "at": addresses(saved.pk),
        "time": timezone.localtime(saved.changed_at).strftime("%H:%M"),
    }


def _stale(newer: Article) -> dict[str, Any]:
    last = newer.edits.order_by("-last_at").first()
    when = f" at {timezone.localtime(last.last_at):%H:%M}" if last else ""
    return {
        "version": newer.version,
        "message": f"{last.user_name if last else 'Somebody'} saved this article{when}, after you opened it.",
    }


@require_POST
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """What the checks say of the form as it stands, each with the field it belongs to; nothing is stored."""
    article, _user = editable(request, pk)
    sheet = from_post(request.POST)
    reading = read(sheet, article)
    document = complete(reading.document)
    found = check(document, gather(document, on=timezone.localdate()))
    listed = [
        {
            "field": places.field(finding.place, sheet),
            "row": places.row(finding.place, sheet),
            "message": finding.message,
            "code": finding.code,
            "blocking": finding.is_blocking,
        }
        for finding in found
    ]
    return JsonResponse({"findings": listed, "errors": reading.errors})


@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    """The library: `?ids=1,2` describes, `?q=words` searches, the best twelve."""
    _staff_writer(request)
    if "ids" in request.GET:
        ids = [int(each) for each in request.GET["ids"].split(",")[:200] if each.isascii() and each.isdigit()]
        return JsonResponse({"results": described([each for each in ids if each < 10**18])})
    return JsonResponse({"results": library.search(request.GET.get("q", ""))})


@require_POST
def add_source(request: HttpRequest) -> HttpResponse:
    """A source by what was pasted: the known one, or a new one with what was typed. 422 with a sentence."""
    user = _staff_writer(request)
    if not user.has_perm("articles.add_source"):
        raise PermissionDenied("You may not add sources.")
    try:
        added = library.add(request.POST, by=user)
    except library.SourceRefused as refused:
        return JsonResponse({"errors": refused.errors}, status=422)
    return JsonResponse({"source": added.source, "is_known": added.is_known})


@require_GET
def choices(request: HttpRequest) -> HttpResponse:
    """The people, topics, pictures and writers to choose from, fetched once when the page stands."""
    user = _staff_writer(request)
    people = Profile.objects.filter(is_active=True).only("name", "post_nominals")[:_CHOICES_AT_MOST]
    answer: dict[str, Any] = {
        "people": [[profile.pk, profile.printed_name] for profile in people],
        "topics": list(map(list, Topic.objects.values_list("slug", "name")[:_CHOICES_AT_MOST])),
        "pictures": list(map(list, Picture.objects.values_list("sha256", "title")[:_CHOICES_AT_MOST])),
    }
    if user.has_perm("articles.edit_any_article"):
        staff = User.objects.filter(is_active=True, is_staff=True).order_by("first_name", "last_name", "username")
        answer["writers"] = [[each.pk, each.get_full_name() or each.get_username()] for each in staff]
    return JsonResponse(answer)


def _staff_writer(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not user.has_perm("articles.change_article"):
        raise PermissionDenied("Only people who write articles use this.")
    return user
