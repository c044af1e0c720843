"""The one way a picture comes in: checked by its header, turned upright, stripped, kept under its own hash."""

import hashlib
import io
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from articles.models import Picture

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MAX_BYTES = 15 * 2**20
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
SMALL = 4_000_000  # pixels up to which lossless WebP, the smallest form, is made in a second or two

_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, MemoryError)
_TOO_LARGE = (
    f"The picture is {{}}; {MAX_PIXELS // 10**6} megapixels and {MAX_SIDE:,} pixels a side are the limits. "
    "Make it smaller and try again."
)


class PictureRefused(Exception):
    """The file does not become a picture; the message is a sentence for whoever chose it."""


@dataclass(frozen=True, slots=True)
class Master:
    """The picture as it is kept: its bytes, the extension of their format, its size in pixels."""

    data: bytes
    extension: str
    width: int
    height: int


def take_in(file: IO[bytes], *, title: str, credit: str = "", licence: str = "") -> Picture:
    """The Picture of a file: the row that its content has already, or a new one with its master stored.

    The master is upright, sRGB, without metadata, at `pictures/<sha256>.<extension>` in the default storage.
    Raises PictureRefused for what is not a still picture within the limits.
    """
    data = file.read(MAX_BYTES + 1)
    master = normalise(data)
    sha256 = hashlib.sha256(master.data).hexdigest()
    name = f"pictures/{sha256}.{master.extension}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(master.data))
    picture, _created = Picture.objects.get_or_create(
        sha256=sha256,
        defaults={
            "file": name,
            "width": master.width,
            "height": master.height,
            "title": title[:200],
            "credit": credit[:200],
            "licence": licence[:200],
        },
    )
    return picture


def normalise(data: bytes) -> Master:
    """The master of a picture file: what was stored without loss, or can be seen through, loses nothing.

    Raises PictureRefused.
    """
    picture = _upright(_opened(data))
    extension, options = _form(picture, data)
    out = io.BytesIO()
    picture.save(out, **options)
    return Master(out.getvalue(), extension, picture.width, picture.height)


def _form(picture: Image.Image, data: bytes) -> tuple[str, dict[str, Any]]:
    """How a master is written. Large ones as JPEG or PNG, for WebP takes gigabytes there, or fails."""
    if picture.mode == "RGB" and not _is_lossless(data):
        return "jpg", {"format": "JPEG", "quality": 92, "progressive": True, "optimize": True}
    if picture.width * picture.height > SMALL:
        return "png", {"format": "PNG"}
    return "webp", {"format": "WEBP", "lossless": True, "quality": 60, "method": 4}  # quality is effort here


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
