"""The working copy in the admin: one page with its sections, takeaways, people and sources."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html

from articles.admin import steps
from articles.editing import drafts
from articles.models import Article, ArticlePerson, Reference, Section, Takeaway
from articles.review import permissions


class ArticleForm(forms.ModelForm[Article]):
    """Carries the version that was opened, so that a save over somebody else's is refused."""

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["opened_version"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opened = cleaned.get("opened_version")
        if self.instance.pk and opened is not None and opened != self.instance.version:
            raise forms.ValidationError(
                f"Somebody saved this article since you opened it (version {self.instance.version}, you opened "
                f"{opened}). Nothing was written; your text is below. Open the article in another tab and compare."
            )
        return cleaned


class TakeawayInline(admin.StackedInline[Takeaway, Article]):
    model = Takeaway
    extra = 0


class SectionInline(admin.StackedInline[Section, Article]):
    model = Section
    extra = 0
    autocomplete_fields = ["speaker"]


class PersonInline(admin.TabularInline[ArticlePerson, Article]):
    model = ArticlePerson
    extra = 0
    autocomplete_fields = ["profile"]


class ReferenceInline(admin.TabularInline[Reference, Article]):
    model = Reference
    extra = 0
    autocomplete_fields = ["source"]


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    """Saving cleans every text, adds one to the version and records one event."""

    form = ArticleForm
    inlines = [TakeawayInline, SectionInline, PersonInline, ReferenceInline]
    list_display = ["title", "changed_at", "version", "next_step"]
    search_fields = ["title", "slug", "standfirst"]
    readonly_fields = ["version", "created_by", "created_at", "changed_at", "next_step"]
    autocomplete_fields = ["proposed_reviewer", "hero"]
    prepopulated_fields = {"slug": ["title"]}
    filter_horizontal = ["writers"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        articles = steps.with_steps(super().get_queryset(request))
        user = request.user
        if user.has_perm("articles.edit_any_article") or not user.has_perm("articles.change_article"):
            return articles
        return articles.filter(writers=user.pk)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return isinstance(request.user, User) and permissions.may_edit(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change and isinstance(request.user, User):
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if isinstance(request.user, User):
            if not change:
                form.instance.writers.add(request.user)
            drafts.settle(form.instance, by=request.user)

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("<int:pk>/submit/", self.admin_site.admin_view(steps.submit), name="article_submit"),
            path("rounds/<int:pk>/sign/", self.admin_site.admin_view(steps.sign), name="round_sign"),
            path("revisions/<int:pk>/publish/", self.admin_site.admin_view(steps.publish), name="revision_publish"),
        ]
        return own + super().get_urls()

    @admin.display(description="next step")
    def next_step(self, obj: Article) -> str:
        if not hasattr(obj, "last_state"):
            return "–"
        address, words = steps.next_step(obj)
        return format_html('<a href="{}">{}</a>', address, words)
