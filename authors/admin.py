"""People in the admin: profile, qualifications, registrations on one page."""

from django.contrib import admin
from django.db import models

from authors.models import Profile, Qualification, Registration


class QualificationInline(admin.TabularInline[Qualification, Profile]):
    model = Qualification
    extra = 0


class RegistrationInline(admin.StackedInline[Registration, Profile]):
    model = Registration
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    extra = 0


@admin.register(Profile)
class ProfileAdmin(admin.ModelAdmin[Profile]):
    """Registrations are Governance's: the permissions of the inline keep others from them."""

    inlines = [QualificationInline, RegistrationInline]
    list_display = ["name", "post_nominals", "job_title", "is_active"]
    search_fields = ["name", "slug", "orcid"]
    prepopulated_fields = {"slug": ["name"]}
