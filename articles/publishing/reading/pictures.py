"""Pictures by SHA-256, as pages link to them. One query, none when nothing is asked for."""

from collections.abc import Iterable

from django.conf import settings

from articles.models import Picture
from articles.publishing.rendering.cards import PictureFile


def pictures(hashes: Iterable[str]) -> dict[str, PictureFile]:
    """SHA-256 → address and size of each picture that is there."""
    wanted = {sha256 for sha256 in hashes if sha256}
    if not wanted:
        return {}
    rows = Picture.objects.filter(sha256__in=wanted).values_list("sha256", "file", "width", "height")
    return {sha256: PictureFile(f"{settings.MEDIA_URL}{file}", width, height) for sha256, file, width, height in rows}
