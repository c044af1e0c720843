"""What a form of the admin changed, by whom; and that rows which pages were made from are not deleted."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from articles.publishing.renewing import Changed


class KeptAdmin(admin.ModelAdmin[Any]):
    """Rows that public pages, revisions and the record name: they change, but nobody deletes them here."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def changes(form: forms.ModelForm[Any], *, is_new: bool) -> Changed:
    """Field → (before, after) of what was typed; of a new row, every field. Empty when nothing changed."""
    fields = list(form.cleaned_data) if is_new else form.changed_data
    before: Mapping[str, Any] = {} if is_new else form.initial
    return {name: (_plain(before.get(name)), _plain(form.cleaned_data.get(name))) for name in fields}


def signed_in(request: HttpRequest) -> User:
    """Who posts. Raises PermissionDenied when nobody is signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in first.")
    return request.user


def _plain(value: Any) -> Any:
    """A row as its key, rows as their keys in order, anything else as it is."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, QuerySet) or (isinstance(value, list) and value and isinstance(value[0], Model)):
        return sorted(row.pk for row in value)
    return value
