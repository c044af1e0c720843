"""Each deployment check speaks when it should, and is silent otherwise."""

import pytest
from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.db import connection

from articles.management.samples import LOGINS, PASSWORD
from articles.models import SignOff
from authors.models import Profile
from vivere import checks
from vivere.audit.frozen import Frozen


@pytest.fixture(autouse=True)
def good_site(settings, tmp_path):
    settings.SITE_URL = "https://health.example"
    settings.ALLOWED_HOSTS = ["health.example"]
    settings.MEDIA_ROOT = tmp_path / "media"


def _ours(**options):
    return {message.id for message in run_checks(include_deployment_checks=True, **options) if "vivere" in message.id}


def test_a_site_that_is_set_up_well_passes(db):
    assert _ours(databases=["default"]) == set()


def test_http_is_refused(settings):
    settings.SITE_URL = "http://health.example"
    assert "vivere.E001" in _ours()


@pytest.mark.parametrize(
    ("url", "hosts"),
    [("https://health.example", ["www.health.example"]), ("https://[::1]:8000", ["health.example"])],
)
def test_a_site_url_that_is_no_allowed_host_is_found(url, hosts, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = url, hosts
    assert "vivere.E002" in _ours()


@pytest.mark.parametrize(
    ("url", "hosts"),
    [
        ("https://health.example:8443", ["health.example"]),
        ("https://www.Health.example", [".health.example"]),
        ("https://[::1]:8000", ["[::1]"]),
        ("https://[::1]", ["[::1]"]),
    ],
)
def test_a_site_url_that_is_an_allowed_host_passes(url, hosts, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = url, hosts
    assert "vivere.E002" not in _ours()


def test_a_media_folder_that_cannot_be_written_is_found(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    assert "vivere.E003" in _ours()


def test_a_lost_trigger_is_found(db):
    name, table = Frozen(SignOff).name, SignOff._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
    [message] = checks.triggers_stand(databases=["default"])
    assert message.id == "vivere.E004"
    assert name in message.msg
    assert "migrate" in message.hint


def test_an_open_sample_account_is_found(db):
    user = User.objects.create_user(LOGINS[0], password=PASSWORD)
    assert "vivere.E005" in _ours(databases=["default"])
    user.set_password("another-password-of-its-own")
    user.save()
    assert "vivere.E005" not in _ours(databases=["default"])


def test_the_account_of_any_sample_person_is_found(db):
    user = User.objects.create_user("doctor", password=PASSWORD)
    Profile.objects.create(user=user, slug="doctor", name="Dr Sample", is_sample=True)
    [message] = checks.no_sample_accounts(databases=["default"])
    assert "doctor" in message.msg


def test_a_closed_sample_account_passes(db):
    User.objects.create_user(LOGINS[0], password=PASSWORD, is_active=False)
    assert "vivere.E005" not in _ours(databases=["default"])
