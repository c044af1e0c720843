"""Pictures in the admin: one comes in as a file, through intake; afterwards its words can change."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from articles.images.intake import PictureRefused, take_in
from articles.models import Picture

_WORDS = ["title", "credit", "licence"]
_FACTS = ["sha256", "file", "width", "height"]


class PictureUploadForm(forms.ModelForm[Picture]):
    """A file that becomes a picture of the library, or a sentence why not."""

    upload = forms.FileField(label="File", help_text="A JPEG, PNG, WebP or AVIF picture.")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        begun = timezone.now()
        try:
            words = {name: self.cleaned_data[name] for name in _WORDS}
            picture = take_in(self.cleaned_data["upload"], **words)
        except PictureRefused as refused:
            self.add_error("upload", str(refused))
            return cleaned
        if picture.added_at < begun:
            self.add_error("upload", f"The library has this picture already, as “{picture.title}”.")
        else:
            self.instance = picture
        return cleaned


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin[Picture]):
    list_display = ["title", "width", "height", "credit", "licence"]
    search_fields = ["title", "sha256", "credit"]

    def get_form(self, request: HttpRequest, obj: Picture | None = None, change: bool = False, **kwargs: Any) -> Any:
        given = kwargs if change else {"form": PictureUploadForm} | kwargs
        return super().get_form(request, obj, change, **given)

    def get_fields(self, request: HttpRequest, obj: Picture | None = None) -> list[Any]:
        return [*_WORDS, *_FACTS] if obj else ["upload", *_WORDS]

    def get_readonly_fields(self, request: HttpRequest, obj: Picture | None = None) -> list[Any]:
        return _FACTS if obj else []
