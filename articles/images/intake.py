"""The one way a picture comes in: checked by its header, turned upright, stripped, kept under its own hash."""

import hashlib
import io
import struct
from contextlib import suppress
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from articles.models import Picture

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MAX_BYTES = 15 * 2**20
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000  # also keeps the master within WebP's 16,383 pixels
LOSSY = {"quality": 90, "method": 4}
LOSSLESS = {"lossless": True, "quality": 60, "method": 4}  # here quality is effort, not loss

_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, MemoryError)
_TOO_LARGE = (
    f"The picture is {{}}; {MAX_PIXELS // 10**6} megapixels and {MAX_SIDE:,} pixels a side are the limits. "
    "Make it smaller and try again."
)


class PictureRefused(Exception):
    """The file does not become a picture; the message is a sentence for whoever chose it."""


def take_in(file: IO[bytes], *, title: str, credit: str = "", licence: str = "") -> Picture:
    """The Picture of a file: the row that its content has already, or a new one with its master stored.

    The master is WebP, upright, sRGB, without metadata, at `pictures/<sha256>.webp` in the default storage.
    Raises PictureRefused for what is not a still picture within the limits.
    """
    data = file.read(MAX_BYTES + 1)
    master, (width, height) = normalise(data)
    sha256 = hashlib.sha256(master).hexdigest()
    name = f"pictures/{sha256}.webp"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(master))
    picture, _created = Picture.objects.get_or_create(
        sha256=sha256,
        defaults={
            "file": name,
            "width": width,
            "height": height,
            "title": title[:200],
            "credit": credit[:200],
            "licence": licence[:200],
        },
    )
    return picture


def normalise(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """The master of a picture file as WebP bytes, and its width and height in pixels.

    What was stored without loss stays without loss. Raises PictureRefused.
    """
    picture = _upright(_opened(data))
    out = io.BytesIO()
    picture.save(out, "WEBP", **(LOSSLESS if _is_lossless(data) else LOSSY))
    return out.getvalue(), picture.size


def _opened(data: bytes) -> Image.Image:
    """The decoded picture. Nothing is decoded until the header has said that it is small enough."""
    if not data:
        raise PictureRefused("The file is empty; choose a picture.")
    if len(data) > MAX_BYTES:
        raise PictureRefused(f"The file is larger than {MAX_BYTES // 2**20} MB; save it smaller and try again.")
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
        _check_header(picture)
        picture.load()
    except _BOMBS as error:
        raise PictureRefused(_TOO_LARGE.format("far too large")) from error
    except _UNREADABLE as error:
        raise PictureRefused(
            "The file is no readable JPEG, PNG, WebP or AVIF picture; open it in an image program and save it again."
        ) from error
    return picture


def _check_header(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise PictureRefused(_TOO_LARGE.format(f"{width:,} × {height:,} pixels"))
    # A phone's JPEG may carry a second frame (MPO: depth, brightness); its first one is the photo.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise PictureRefused("The picture is animated; choose a still one.")


def _upright(picture: Image.Image) -> Image.Image:
    """Turned as its EXIF says, in sRGB, RGB or RGBA, with nothing beside the pixels."""
    profile = picture.info.get("icc_profile")
    with suppress(OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error):
        picture = ImageOps.exif_transpose(picture)  # EXIF that cannot be read turns nothing
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    picture = _in_srgb(picture, profile, mode).convert(mode)
    picture.info.clear()
    return picture


def _in_srgb(picture: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    """With its colours moved from its own profile; a profile that cannot be read is ignored."""
    if not profile:
        return picture
    if picture.mode in ("P", "1", "LA", "PA"):
        picture = picture.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        moved = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return moved or picture


def _is_lossless(data: bytes) -> bool:
    """Whether the file is a PNG or a WebP whose picture chunk is the lossless one."""
    if data.startswith(b"\x89PNG"):
        return True
    if data[:4] != b"RIFF":
        return False
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name in (b"VP8L", b"VP8 "):
            return name == b"VP8L"
        at += 8 + size + size % 2
    return False
