"""Pictures: from the default storage, under names that hold their digest, so that they never change."""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.reader.answers import not_found

_NAME = re.compile(r"(?:[a-z0-9-]{1,40}/){0,3}[A-Za-z0-9_-]{1,120}\.(?P<extension>jpe?g|png|webp|avif)")
_TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """A picture of the storage. A name that could lead out of it has no form here and is not found."""
    match = _NAME.fullmatch(name)
    if match is None:
        return not_found(request)
    try:
        file = default_storage.open(name)
    except OSError:  # not there, or not readable
        return not_found(request)
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Content-Security-Policy": "default-src 'none'"}
    return FileResponse(file, content_type=_TYPES[match["extension"]], headers=headers)
