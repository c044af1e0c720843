"""The publisher's facts and policy pages, and the record of events."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from articles.admin.changes import KeptAdmin, changes, signed_in
from articles.admin.readonly import ReadOnlyAdmin
from articles.models import PolicyPage, Site
from articles.publishing import renewing
from vivere.audit.models import Event

admin.site.site_header = admin.site.site_title = "Vivere"
admin.site.index_title = "The desk of the content team"


@admin.register(Site)
class SiteAdmin(KeptAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Site, form: forms.ModelForm[Site], change: bool) -> None:
        super().save_model(request, obj, form, change)
        if changed := changes(form, is_new=not change):
            renewing.site_changed(obj, by=signed_in(request), changed=changed)


@admin.register(PolicyPage)
class PolicyPageAdmin(KeptAdmin):
    list_display = ["title", "position", "changed_on"]
    prepopulated_fields = {"slug": ["title"]}

    def save_model(
        self, request: HttpRequest, obj: PolicyPage, form: forms.ModelForm[PolicyPage], change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if changed := changes(form, is_new=not change):
            renewing.policies_changed(obj, by=signed_in(request), changed=changed)


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["at", "actor_name", "action", "subject", "reason"]
    list_filter = ["action"]
    search_fields = ["actor_name", "subject", "reason"]
