"""A picture comes in through the admin as it does everywhere: checked, or refused with a sentence."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import Picture


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def writing(ada, client):
    client.force_login(ada)
    return client


def drawn(colour: str = "white") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return SimpleUploadedFile("drawn.png", out.getvalue(), "image/png")


def test_the_form_asks_for_a_file_and_its_words(writing):
    page = writing.get(reverse("admin:articles_picture_add"))
    assert page.status_code == 200
    assert all(f'name="{name}"' in page.content.decode() for name in ("upload", "title", "credit", "licence"))
    assert 'enctype="multipart/form-data"' in page.content.decode()


def test_a_file_becomes_a_picture(writing, tmp_path):
    form = {"upload": drawn(), "title": "A wall", "credit": "Drawn here", "licence": "CC0"}
    assert writing.post(reverse("admin:articles_picture_add"), form).status_code == 302
    picture = Picture.objects.get()
    assert (picture.title, picture.credit, picture.licence) == ("A wall", "Drawn here", "CC0")
    assert (picture.width, picture.height) == (60, 40)
    assert (tmp_path / f"pictures/{picture.sha256}.webp").is_file()


def test_what_is_no_picture_is_refused_beside_its_field(writing):
    form = {"upload": SimpleUploadedFile("x.png", b"no picture"), "title": "A wall"}
    answer = writing.post(reverse("admin:articles_picture_add"), form)
    assert "no readable JPEG, PNG, WebP or AVIF picture" in str(answer.context["adminform"].form.errors["upload"])
    assert not Picture.objects.exists()


@pytest.mark.parametrize("missing", ["upload", "title"])
def test_a_picture_needs_a_file_and_a_title(missing, writing):
    form = {"upload": drawn(), "title": "A wall"}
    del form[missing]
    answer = writing.post(reverse("admin:articles_picture_add"), form)
    assert list(answer.context["adminform"].form.errors) == [missing]
    assert not Picture.objects.exists()


def test_a_picture_that_is_there_keeps_its_words(writing):
    writing.post(reverse("admin:articles_picture_add"), {"upload": drawn(), "title": "A wall"})
    answer = writing.post(reverse("admin:articles_picture_add"), {"upload": drawn(), "title": "Another"})
    assert "has this picture already, as “A wall”" in answer.content.decode()
    assert Picture.objects.get().title == "A wall"


def test_afterwards_only_the_words_change(writing):
    writing.post(reverse("admin:articles_picture_add"), {"upload": drawn(), "title": "A wall"})
    before = Picture.objects.get()
    address = reverse("admin:articles_picture_change", args=[before.pk])
    assert before.sha256 in writing.get(address).content.decode()
    form = {
        "title": "A white wall",
        "credit": "",
        "licence": "CC0",
        "upload": drawn("red"),
        "sha256": "0",
        "width": "1",
    }
    assert writing.post(address, form).status_code == 302
    after = Picture.objects.get()
    assert (after.title, after.licence) == ("A white wall", "CC0")
    assert (after.sha256, after.file.name, after.width) == (before.sha256, before.file.name, 60)
