"""The working copy in the admin: its list, and the page on which it is written."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.csrf import csrf_protect

from articles.admin import history, steps
from articles.admin.editor import endpoints, page, previewing
from articles.models import Article
from articles.review import permissions


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    """The change view is our own page: a plain form whose rows are put in order by moving them."""

    list_display = ["title", "changed_at", "version", "next_step"]
    search_fields = ["title", "slug", "standfirst"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        articles = super().get_queryset(request)
        user = request.user
        if user.has_perm("articles.edit_any_article") or not user.has_perm("articles.change_article"):
            return articles
        return articles.filter(writers=user.pk)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        changelist.result_list = steps.with_steps(changelist.result_list)  # only the list reads the next steps
        return changelist

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return isinstance(request.user, User) and permissions.may_edit(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    @method_decorator(csrf_protect)
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_add_permission(request) or not isinstance(request.user, User):
            raise PermissionDenied("You may not write articles.")
        return page.answer(request, None, request.user)

    @method_decorator(csrf_protect)
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            messages.warning(request, "There is no such article, or it is not one of yours.")
            return redirect("admin:articles_article_changelist")
        if isinstance(request.user, User) and self.has_change_permission(request, article):
            return page.answer(request, article, request.user)
        if request.method != "POST" and self.has_view_permission(request, article):
            return previewing.saved(request, article)
        raise PermissionDenied("You may read this article but not change it.")

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        if not (object_id.isascii() and object_id.isdigit() and len(object_id) <= 18):
            return None
        return self.get_queryset(request).select_related("hero").filter(pk=int(object_id)).first()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/submit/", view(steps.submit), name="article_submit"),
            path("rounds/<int:pk>/sign/", view(steps.sign), name="round_sign"),
            path("revisions/<int:pk>/publish/", view(steps.publish), name="revision_publish"),
            path("<int:pk>/save/", view(endpoints.save), name="article_save"),
            path("<int:pk>/findings/", view(endpoints.findings), name="article_findings"),
            path("<int:pk>/preview/", view(previewing.typed), name="article_preview"),
            path("<int:pk>/preview-link/", view(previewing.link), name="article_preview_link"),
            path("preview/<str:token>/", previewing.opened, name="article_preview_open"),
            path("sources/", view(endpoints.sources), name="article_sources"),
            path("sources/add/", view(endpoints.add_source), name="article_source_add"),
            path("choices/", view(endpoints.choices), name="article_choices"),
            *history.urls(),
        ]
        return own + super().get_urls()

    @admin.display(description="next step")
    def next_step(self, obj: Article) -> str:
        if not hasattr(obj, "last_state"):
            return "–"
        address, words = steps.next_step(obj)
        return format_html('<a href="{}">{}</a>', address, words)
