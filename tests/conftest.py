"""The cast: Ada writes, Rui reviews, Ines publishes, Gita governs, Olga is outside."""

import os
import socket
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from hypothesis import settings

from authors.models import Profile, Registration

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's event loop runs beside the database
settings.register_profile("vivere", deadline=None, derandomize="CI" in os.environ)  # slow is not wrong
settings.load_profile("vivere")
SHARED = Path(__file__).resolve().parents[2] / "shared"
TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Nothing in a test reaches beyond this machine."""
    connect = socket.socket.connect

    def local_only(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"A test tried to reach {address[0]}.")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture
def shared() -> Path:
    """The folder of real documents beside the checkout; tests that want it skip where it is absent."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the folder of real documents is not beside this checkout")
    return SHARED


def _person(username: str, name: str, *groups: str, post_nominals: str = "", job_title: str = "") -> User:
    first, last = name.split(" ", 1)
    user = User.objects.create_user(username, f"{username}@example.org", "pass", first_name=first, last_name=last)
    user.is_staff = bool(groups)
    user.save()
    user.groups.set(Group.objects.filter(name__in=groups))
    Profile.objects.create(
        user=user, slug=username, name=name, post_nominals=post_nominals, job_title=job_title, interests_declared=TODAY
    )
    return user


@pytest.fixture
def ada(db) -> User:
    """A writer."""
    return _person("ada", "Ada Writer", "Writer", job_title="Health writer")


@pytest.fixture
def rui(db) -> User:
    """A reviewer: a dietitian whose registration was checked."""
    user = _person("rui", "Rui Reviewer", "Reviewer", post_nominals="RD", job_title="Dietitian")
    Registration.objects.create(
        profile=user.profile,
        body="Sample register",
        profession="dietitian",
        number="SAMPLE-0001",
        result="registered",
        verified_on=TODAY,
        verified_by="Gita Governance",
    )
    return user


@pytest.fixture
def ines(db) -> User:
    """A publisher."""
    return _person("ines", "Ines Publisher", "Publisher")


@pytest.fixture
def gita(db) -> User:
    """Keeps registrations and policies."""
    return _person("gita", "Gita Governance", "Governance")


@pytest.fixture
def olga(db) -> User:
    """An account with no role."""
    return _person("olga", "Olga Outside")
