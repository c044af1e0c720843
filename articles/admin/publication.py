"""What is and was public, to read."""

from django.contrib import admin

from articles.admin.readonly import ReadOnlyAdmin
from articles.models import Publication, PublicationException


class ExceptionInline(admin.TabularInline[PublicationException, Publication]):
    model = PublicationException
    can_delete = False
    extra = 0


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    list_display = ["article", "number", "state", "change", "published_at", "next_review", "by_name"]
    list_filter = ["state", "change"]
    search_fields = ["article__title", "slug"]
    list_select_related = ["article"]
    inlines = [ExceptionInline]
