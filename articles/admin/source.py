"""The source library in the admin: what it prints is work on the text, its standing is the editors' to set."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.changes import KeptAdmin, changes, signed_in
from articles.citations.identifiers import normalise_doi, normalise_pmcid, normalise_pmid
from articles.editing import drafts
from articles.models import Article, Source
from articles.publishing import renewing

_STANDING = ("status", "status_note", "status_on")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class SourceForm(forms.ModelForm[Source]):
    """Identifiers may be pasted as addresses; they are kept bare."""

    def clean_doi(self) -> str:
        return self._bare("doi", "DOI", normalise_doi, "10.1000/182")

    def clean_pmid(self) -> str:
        return self._bare("pmid", "PMID", normalise_pmid, "37258680")

    def clean_pmcid(self) -> str:
        return self._bare("pmcid", "PMCID", normalise_pmcid, "PMC1234567")

    def clean_authors(self) -> list[dict[str, str]]:
        given = self.cleaned_data["authors"] or []
        parts = {"family", "given", "literal"}
        if not isinstance(given, list) or not all(
            isinstance(name, dict) and name.keys() <= parts and all(isinstance(text, str) for text in name.values())
            for name in given
        ):
            raise forms.ValidationError(
                'Give a list such as [{"family": "Wastyk", "given": "Hannah C"}, {"literal": "WHO"}].'
            )
        return given

    def clean_issued(self) -> str:
        return self._dated("issued")

    def clean_accessed(self) -> str:
        return self._dated("accessed")

    def _dated(self, field: str) -> str:
        """The date as far as it is known; every part of it exists in the calendar."""
        given = str(self.cleaned_data[field])
        if not given:
            return given
        try:
            if not _DATE.fullmatch(given):
                raise ValueError
            date.fromisoformat(given + "-01-01"[len(given) - 4 :])
        except ValueError as error:
            raise forms.ValidationError(f"“{given}” is not a date; write 2021, 2021-08 or 2021-08-05.") from error
        return given

    def _bare(self, field: str, name: str, normalise: Callable[[str], str], example: str) -> str:
        given = str(self.cleaned_data[field])
        bare = normalise(given)
        if given and not bare:
            raise forms.ValidationError(f"“{given}” is not a {name}; one looks like {example}.")
        return bare


@admin.register(Source)
class SourceAdmin(KeptAdmin):
    form = SourceForm
    exclude = ["merged_into", "provenance"]  # set by functions, never by a form
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["__str__", "type", "issued", "status", "doi", "pmid"]
    list_filter = ["status", "type", "evidence", "provenance"]
    search_fields = ["title", "literal", "doi", "pmid", "pmcid", "container"]

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> list[Any]:
        return [] if signed_in(request).has_perm("articles.edit_any_article") else list(_STANDING)

    def save_model(self, request: HttpRequest, obj: Source, form: forms.ModelForm[Source], change: bool) -> None:
        super().save_model(request, obj, form, change)
        changed, by = changes(form, is_new=not change), signed_in(request)
        if changed.keys() - set(_STANDING):  # what is printed of a source is part of the text (H69)
            for article in Article.objects.filter(references__source=obj):
                drafts.touch(article, by=by)
        if changed:
            renewing.source_changed(obj, by=by, changed=changed)
