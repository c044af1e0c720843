"""People in the admin: profile, qualifications, registrations on one page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.http import HttpRequest

from articles.admin.changes import KeptAdmin, changes, signed_in
from articles.publishing import renewing
from articles.publishing.renewing import Changed
from authors.models import Profile, Qualification, Registration

# Who changes any of these says that the register was looked up and shows this entry.
_CHECKED = {"body", "other_body", "profession", "number", "result", "verified_on"}
_RECORDED = ("body", "other_body", "profession", "number", "result", "verified_on", "verified_by", "next_check")


class QualificationInline(admin.TabularInline[Qualification, Profile]):
    model = Qualification
    extra = 0


class RegistrationForm(forms.ModelForm[Registration]):
    """The name of the check is that of whoever enters it."""

    checker = ""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if _CHECKED & set(self.changed_data):
            self.instance.verified_by = self.checker
        return cleaned


class RegistrationInline(admin.StackedInline[Registration, Profile]):
    model = Registration
    form = RegistrationForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    readonly_fields = ["verified_by"]
    extra = 0

    def get_formset(self, request: HttpRequest, obj: Profile | None = None, **kwargs: Any) -> Any:
        user = signed_in(request)
        own = {"checker": user.get_full_name() or user.get_username()}
        return super().get_formset(request, obj, **kwargs, form=type("SignedRegistrationForm", (self.form,), own))


class OwnRegistrationInline(RegistrationInline):
    """Nobody verifies their own registration."""

    verbose_name_plural = "Registrations: your own are entered and checked by a colleague"

    def has_add_permission(self, request: HttpRequest, obj: Profile | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Profile | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Profile | None = None) -> bool:
        return False


class ProfileForm(forms.ModelForm[Profile]):
    """A profile whose registrations one has entered cannot be made one's own afterwards."""

    signed_in: User | None = None

    def clean_user(self) -> User | None:
        chosen: User | None = self.cleaned_data["user"]
        if chosen and chosen == self.signed_in:
            raise forms.ValidationError("Ask a colleague to connect your own account with a profile.")
        return chosen


@admin.register(Profile)
class ProfileAdmin(KeptAdmin):
    """Registrations are Governance's: the permissions of the inline keep others from them."""

    form = ProfileForm
    list_display = ["name", "post_nominals", "job_title", "is_active"]
    search_fields = ["name", "slug", "orcid"]
    prepopulated_fields = {"slug": ["name"]}

    def get_inlines(self, request: HttpRequest, obj: Profile | None) -> list[Any]:
        return [QualificationInline, OwnRegistrationInline if _is_own(request, obj) else RegistrationInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Profile | None = None) -> list[Any]:
        return ["user"] if _is_own(request, obj) else []  # else it could be let go, verified, and taken back

    def get_form(self, request: HttpRequest, obj: Profile | None = None, change: bool = False, **kwargs: Any) -> Any:
        given = {"form": type("SignedProfileForm", (self.form,), {"signed_in": signed_in(request)})} | kwargs
        return super().get_form(request, obj, change, **given)

    def save_related(self, request: HttpRequest, form: forms.ModelForm[Profile], formsets: Any, change: bool) -> None:
        profile, by = form.instance, signed_in(request)
        degrees, registrations = _degrees(profile), _registrations(profile)
        super().save_related(request, form, formsets, change)
        changed = dict(changes(form, is_new=not change))
        if degrees != _degrees(profile):
            changed["qualifications"] = (degrees, _degrees(profile))
        if changed:
            renewing.person_changed(profile, by=by, changed=changed)
        for registration, fields in _differences(registrations, _registrations(profile)).items():
            renewing.registration_changed(profile, registration, by=by, changed=fields)


def _is_own(request: HttpRequest, profile: Profile | None) -> bool:
    return profile is not None and profile.user_id is not None and profile.user_id == request.user.pk


def _degrees(profile: Profile) -> list[str]:
    return [str(row) for row in Qualification.objects.filter(profile=profile)]


def _registrations(profile: Profile) -> dict[int, dict[str, Any]]:
    return {row.pop("pk"): row for row in Registration.objects.filter(profile=profile).values("pk", *_RECORDED)}


def _differences(before: dict[int, dict[str, Any]], after: dict[int, dict[str, Any]]) -> dict[int, Changed]:
    """Registration → what changed, for each that is new, gone or not as it was."""
    found: dict[int, Changed] = {}
    for pk in sorted(before.keys() | after.keys()):
        old, new = before.get(pk, {}), after.get(pk, {})
        if old != new:
            found[pk] = {name: (old.get(name), new.get(name)) for name in _RECORDED if old.get(name) != new.get(name)}
    return found
