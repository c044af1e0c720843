"""Pictures come in upright, small and clean, or not at all."""

import csv
import io
import struct
import zlib
from contextlib import suppress

import pytest
from django.core.files.storage import default_storage
from PIL import ExifTags, Image, ImageCms, ImageDraw

from articles.images import intake
from articles.images.intake import PictureRefused, take_in
from articles.models import Picture


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def drawn(size=(60, 40)) -> Image.Image:
    """White with a red left upper corner, so that one sees how it was turned."""
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 3, size[1] // 3), fill="red")
    return picture


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def master_of(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(intake.normalise(data).data))


def png_header(width: int, height: int, *, pixels: bytes = b"") -> bytes:
    """A PNG that says it is this big, whatever it holds."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(pixels)),
        (b"IEND", b""),
    ]
    chunks = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_picture_is_kept_under_the_hash_of_its_master(db):
    picture = take_in(io.BytesIO(saved(drawn(), "PNG")), title="A corner", credit="Drawn for the test")
    assert picture.file.name == f"pictures/{picture.sha256}.webp"
    assert (picture.width, picture.height, picture.credit) == (60, 40, "Drawn for the test")
    with default_storage.open(picture.file.name) as file:
        assert Image.open(file).size == (60, 40)


def test_the_same_file_leads_to_the_same_row(db):
    data = saved(drawn(), "JPEG")
    assert take_in(io.BytesIO(data), title="One") == take_in(io.BytesIO(data), title="Two")
    assert Picture.objects.get().title == "One"


def test_a_lost_master_is_stored_again(db):
    data = saved(drawn(), "PNG")
    picture = take_in(io.BytesIO(data), title="One")
    default_storage.delete(picture.file.name)
    take_in(io.BytesIO(data), title="One")
    assert default_storage.exists(picture.file.name)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_was_stored_without_loss_stays_so(kind):
    options = {"lossless": True} if kind == "WEBP" else {}
    assert master_of(saved(drawn(), kind, **options)).convert("RGB").tobytes() == drawn().tobytes()


@pytest.mark.parametrize(
    ("size", "kind", "extension"),
    [((60, 40), "JPEG", "jpg"), ((60, 40), "PNG", "webp"), ((2100, 2000), "PNG", "png"), ((60, 40), "AVIF", "jpg")],
)
def test_the_master_has_the_form_that_suits_it(size, kind, extension):
    master = intake.normalise(saved(drawn(size), kind))
    assert (master.extension, master.width, master.height) == (extension, *size)


def test_where_a_photo_was_taken_is_gone_from_the_master():
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    exif[ExifTags.Base.Artist] = "Somebody"
    data = saved(drawn(), "JPEG", exif=exif, comment=b"private words")
    assert dict(Image.open(io.BytesIO(data)).getexif().get_ifd(ExifTags.IFD.GPSInfo))
    master = intake.normalise(data).data
    assert not Image.open(io.BytesIO(master)).getexif()
    assert not any(word in master for word in (b"Somebody", b"private words", b"EXIF", b"ICCP", b"XMP", b"Exif"))


def test_a_photo_is_turned_upright():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6  # held on its side: a quarter turn clockwise puts it right
    upright = master_of(saved(drawn(), "JPEG", exif=exif, quality=95)).convert("RGB")
    assert upright.size == (40, 60)
    red, green, _blue = upright.getpixel((36, 4))
    assert (red > 200, green < 60) == (True, True)


def test_colours_move_from_their_own_profile_to_srgb():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"none", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"none", b"gXYZ", 1)
    master = master_of(saved(drawn(), "PNG", icc_profile=swapped)).convert("RGB")
    red, green, _blue = master.getpixel((4, 4))
    assert (red < 60, green > 200) == (True, True)  # its “red” was our green


def test_a_broken_colour_profile_is_ignored():
    assert master_of(saved(drawn(), "PNG", icc_profile=b"nonsense")).convert("RGB").tobytes() == drawn().tobytes()


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("exif", [b"Exif\0\0nonsense", b"Exif\0\0II*\0\x08\0\0\0\xff\xff", b"MM\0*"])
def test_broken_exif_turns_nothing(exif):
    master = intake.normalise(saved(drawn(), "JPEG", exif=exif))
    assert (master.width, master.height) == (60, 40)


def test_see_through_pictures_stay_so():
    picture = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert master_of(saved(picture, "PNG")).mode == "RGBA"


def test_sixteen_bit_greys_keep_their_shades():
    picture = Image.new("I;16", (2, 1))
    picture.putpixel((0, 0), 0)
    picture.putpixel((1, 0), 32896)
    assert master_of(saved(picture, "PNG")).convert("L").tobytes() == bytes([0, 128])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"hello", "no readable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no readable"),
        (saved(drawn(), "GIF"), "no readable"),
        (saved(drawn((400, 400)), "PNG")[:-40], "no readable"),
        (png_header(20_000, 20_000), "far too large"),
        (png_header(13_000, 10), "13,000 × 10 pixels"),
        (png_header(200, 200, pixels=b"\0" * 20), "no readable"),
        (saved(drawn(), "PNG", save_all=True, append_images=[drawn((60, 40)).rotate(90)]), "animated"),
        (saved(drawn(), "WEBP", save_all=True, append_images=[drawn((60, 40)).rotate(90)]), "animated"),
    ],
)
def test_what_is_no_still_picture_within_the_limits_is_refused(data, words):
    with pytest.raises(PictureRefused, match=words):
        intake.normalise(data)


def test_a_file_over_fifteen_megabytes_is_refused_and_not_read_to_its_end(db):
    file = io.BytesIO(b"\x89PNG" + b"\0" * (20 * 2**20))
    with pytest.raises(PictureRefused, match="larger than 15 MB"):
        take_in(file, title="Huge")
    assert file.tell() == intake.MAX_BYTES + 1


def test_a_bomb_is_refused_from_its_header(monkeypatch):
    """40 megapixels and more never reach the decoder."""
    monkeypatch.setattr(Image.Image, "load", lambda _self: pytest.fail("decoded"))
    with pytest.raises(PictureRefused, match="megapixels"):
        intake.normalise(png_header(11_000, 5_000))


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_real_and_hostile_files_come_in_clean_or_are_refused(shared):
    folder = shared / "data" / "05_images"
    with (folder / "INVENTORY.tsv").open() as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    taken = {}
    for row in rows:
        with suppress(PictureRefused):
            taken[row["file"]] = intake.normalise((folder / row["file"]).read_bytes())
    for row in rows:
        still = row["format"] in intake.FORMATS and row["frames"] == "1" and row["pillow_result"] == "ok"
        assert (row["file"] in taken) == (still or row["format"] == "MPO"), row
        if row["file"] in taken:
            master = taken[row["file"]]
            with Image.open(io.BytesIO(master.data)) as picture:
                assert not picture.getexif()
                assert "icc_profile" not in picture.info
            turned = row["exif_orientation"] in {"5", "6", "7", "8"}
            size = (int(row["width"]), int(row["height"]))
            assert (master.width, master.height) == (size[::-1] if turned else size)
