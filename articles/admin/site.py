"""The publisher's facts and policy pages, and the record of events."""

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.readonly import ReadOnlyAdmin
from articles.models import PolicyPage, Site
from vivere.audit.models import Event

admin.site.site_header = admin.site.site_title = "Vivere"
admin.site.index_title = "The desk of the content team"


@admin.register(Site)
class SiteAdmin(admin.ModelAdmin[Site]):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Site | None = None) -> bool:
        return False


@admin.register(PolicyPage)
class PolicyPageAdmin(admin.ModelAdmin[PolicyPage]):
    list_display = ["title", "position", "changed_on"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["at", "actor_name", "action", "subject", "reason"]
    list_filter = ["action"]
    search_fields = ["actor_name", "subject", "reason"]
