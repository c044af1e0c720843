"""The source library, pictures and topics in the admin."""

from collections.abc import Callable

from django import forms
from django.contrib import admin
from django.db import models

from articles.citations.identifiers import normalise_doi, normalise_pmcid, normalise_pmid
from articles.models import Picture, Source, Topic


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

    def _bare(self, field: str, name: str, normalise: Callable[[str], str], example: str) -> str:
        given = str(self.cleaned_data[field])
        bare = normalise(given)
        if given and not bare:
            raise forms.ValidationError(f"“{given}” is not a {name}; one looks like {example}.")
        return bare


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    form = SourceForm
    exclude = ["merged_into", "provenance"]  # set by functions, never by a form
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["__str__", "type", "issued", "status", "doi", "pmid"]
    list_filter = ["status", "type", "evidence", "provenance"]
    search_fields = ["title", "literal", "doi", "pmid", "pmcid", "container"]


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin[Picture]):
    list_display = ["title", "width", "height", "credit", "licence"]
    search_fields = ["title", "sha256", "credit"]
    readonly_fields = ["sha256", "file", "width", "height"]


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin[Topic]):
    list_display = ["name", "risk"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    filter_horizontal = ["reviewers"]
