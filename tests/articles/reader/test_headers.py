"""Which packed form a browser takes, and what every answer says."""

import pytest

from articles.reader.headers import encoding, security


@pytest.mark.parametrize(
    ("accepted", "form"),
    [
        ("", "body"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0,gzip;q=0", "body"),
        ("br; q=0.2, gzip;q=1", "br"),
        ("*", "br"),
        ("*;q=0", "body"),
        ("identity", "body"),
        ("br;q=x", "body"),
        ("brotli, gzipped", "body"),
        (";;,,=", "body"),
    ],
)
def test_the_form_follows_the_header(accepted, form):
    assert encoding(accepted) == form


def test_nothing_comes_from_elsewhere_and_nothing_goes_there():
    headers = security()
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "script-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in headers


def test_a_site_on_https_says_so_for_long(settings):
    settings.SECURE_HSTS_SECONDS = 100
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    assert security()["Strict-Transport-Security"] == "max-age=100; includeSubDomains; preload"
