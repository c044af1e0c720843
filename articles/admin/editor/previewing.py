"""The preview beside the form, alone in a tab, and for who has a link: the public page, unlisted, under a banner."""

from typing import Any

from django.contrib.auth.models import User
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles.admin.editor.endpoints import editable
from articles.admin.editor.reading import read
from articles.admin.editor.sheet import from_post
from articles.document.nodes import Document
from articles.editing import assemble
from articles.editing.completing import complete
from articles.models import Article
from articles.publishing.preview import context
from articles.review import permissions

_SALT = "articles.preview"
DAYS = 7


@require_POST
def typed(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of what is in the form now; nothing is stored."""
    article, _user = editable(request, pk)
    reading = read(from_post(request.POST), article)
    slug = reading.settings.slug or (article.slug if article else "new-article")
    return _page(request, complete(reading.document), slug, pk)


@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """An address that shows the saved text to whoever has it, for DAYS days."""
    article, user = editable(request, pk)
    if article is None:
        raise Http404("Save the article first.")
    token = signing.dumps({"article": article.pk, "by": user.pk}, salt=_SALT)
    address = request.build_absolute_uri(reverse("admin:article_preview_open", args=[token]))
    return JsonResponse({"address": address, "days": DAYS})


@require_safe
def opened(request: HttpRequest, token: str) -> HttpResponse:
    """The saved text behind a link that has not expired and whose maker may still edit it; no account is asked."""
    try:
        made = signing.loads(token, salt=_SALT, max_age=DAYS * 86400)
    except signing.BadSignature as error:
        raise Http404("This preview link has expired or is not whole; ask for a new one.") from error
    article = get_object_or_404(Article.objects.select_related("hero"), pk=made["article"])
    maker = User.objects.filter(pk=made["by"]).first()
    if maker is None or not permissions.may_edit(maker, article):
        raise Http404("The person who shared this preview may no longer edit the article; ask for a new link.")
    return saved(request, article, is_shared=True)


def saved(request: HttpRequest, article: Article, *, is_shared: bool = False) -> HttpResponse:
    """The working copy as it is stored, for people who may read but not change it."""
    return _page(request, assemble.document(article), article.slug, article.pk, is_shared=is_shared)


def _page(request: HttpRequest, document: Document, slug: str, pk: int, **extra: Any) -> HttpResponse:
    shown = context(document, slug=slug, article_id=pk, now=timezone.now())
    answer = render(request, "admin/articles/editor/preview.html", shown | {"days": DAYS} | extra)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"  # the address of a shared preview is its key
    return answer
