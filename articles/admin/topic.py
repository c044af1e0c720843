"""Topics in the admin: their names, the risk that sets the review policy, who may review them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from articles.admin.changes import KeptAdmin, changes, signed_in
from articles.models import Topic
from articles.publishing import renewing


@admin.register(Topic)
class TopicAdmin(KeptAdmin):
    list_display = ["name", "risk"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    filter_horizontal = ["reviewers"]

    def save_related(self, request: HttpRequest, form: forms.ModelForm[Topic], formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if changed := changes(form, is_new=not change):
            renewing.topic_changed(form.instance, by=signed_in(request), changed=changed)
