"""Revisions, rounds and signatures to read, and the policy that Governance sets."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from articles.admin.readonly import ReadOnlyAdmin
from articles.models import Comment, ReviewPolicy, ReviewRound, Revision, SignOff
from authors.credentials import ROLES


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["article", "number", "digest", "created_at", "created_by_name"]
    search_fields = ["article__title", "digest"]
    list_select_related = ["article"]


@admin.register(ReviewRound)
class ReviewRoundAdmin(ReadOnlyAdmin):
    list_display = ["article", "number", "state", "reviewer", "due", "step"]
    list_filter = ["state"]
    search_fields = ["article__title"]
    list_select_related = ["article", "reviewer"]

    @admin.display(description="next step")
    def step(self, obj: ReviewRound) -> str:
        return format_html('<a href="{}">Sign</a>', reverse("admin:round_sign", args=[obj.pk])) if obj.is_open else "–"


@admin.register(SignOff)
class SignOffAdmin(ReadOnlyAdmin):
    list_display = ["name", "role", "scope", "revision", "signed_at"]
    list_select_related = ["revision__article"]


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    list_display = ["text", "author_name", "is_blocking", "resolved_at"]


class ReviewPolicyForm(forms.ModelForm[ReviewPolicy]):
    """A role that nobody can have would stop every review, so only known ones are taken."""

    def clean_roles(self) -> list[str]:
        given = self.cleaned_data["roles"]
        if not isinstance(given, list) or not all(isinstance(role, str) and role in ROLES for role in given):
            raise forms.ValidationError(f'Give a list such as ["clinician"]. Known roles: {", ".join(ROLES)}.')
        return given


@admin.register(ReviewPolicy)
class ReviewPolicyAdmin(admin.ModelAdmin[ReviewPolicy]):
    form = ReviewPolicyForm
    list_display = ["risk", "roles", "months"]
