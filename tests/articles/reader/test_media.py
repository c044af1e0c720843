"""Pictures are served from the storage, and nothing else is."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.models import Picture


def test_a_picture_of_a_page_is_served_for_ever(walk, client):
    picture = Picture.objects.get()
    response = client.get(f"/media/{picture.file.name}")
    assert response.status_code == 200
    assert response["Content-Type"] in ("image/png", "image/jpeg", "image/webp")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == picture.file.read()
    assert not response.cookies


@pytest.mark.parametrize(
    "name",
    [
        "nothing.png",
        "../vivere.sqlite3",
        "..%2fvivere.sqlite3",
        "pictures/../../secret.png",
        "/etc/passwd",
        "pictures/secret.txt",
        "pictures/.png",
        "pictures/x.svg",
        "pictures/x.png/",
        "a" * 5000 + ".png",
        "pictures/%00.png",
    ],
    ids=lambda name: name[:40],
)
def test_nothing_else_is_served(name, db, client):
    (settings.MEDIA_ROOT.parent / "secret.png").write_bytes(b"secret")
    default_storage.save("pictures/secret.txt", ContentFile(b"secret"))
    response = client.get(f"/media/{name}")
    assert response.status_code == 404
    assert b"secret" not in response.content


def test_pictures_can_only_be_read(db, client):
    assert client.post("/media/pictures/x.png").status_code in (403, 405)
