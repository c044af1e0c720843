"""Reads the environment strictly: a malformed value stops the start with a sentence, never a guess."""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}
SECRET_LENGTH = 50  # what Django's own deployment check asks for

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:\.?{_LABEL}(?:\.{_LABEL})*|\[[0-9a-f:.]+\])", re.I)


def flag(name: str) -> bool:
    """A yes/no variable, off unless set."""
    value = os.environ.get(name, "").strip().lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is “{value}”; it must be one of 1, 0, true, false, yes, no, on, off.")
    return value in YES


def text(name: str, default: str | None = None) -> str:
    """A text variable; without a default it is required."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. It is required when DEBUG is off; see README.md, Configuration."
        )
    return value


def secret(name: str, default: str | None = None) -> str:
    """A required secret of at least 50 characters; the message never repeats it."""
    value = text(name, default)
    if value != default and len(value) < SECRET_LENGTH:
        raise ImproperlyConfigured(
            f"{name} has {len(value)} characters; it needs at least {SECRET_LENGTH}. Make one with: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    return value


def port(name: str, default: str) -> str:
    """A port number from 1 to 65535, as text."""
    value = text(name, default)
    if not (value.isascii() and value.isdigit() and 0 < int(value) < 65536):
        raise ImproperlyConfigured(f"{name} is “{value}”; it must be a number from 1 to 65535.")
    return value


def folder(name: str, default: str) -> Path:
    """A folder that exists, or is made now."""
    path = Path(text(name, default)).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name} is “{path}”, which is not a folder and cannot be made one: {error.strerror}."
        ) from error
    return path


def hosts(name: str, default: str | None = None) -> list[str]:
    """Host names, separated by commas; a leading dot stands for all below, [::1] for an IPv6 address."""
    names = [part.strip() for part in text(name, default).split(",") if part.strip()]
    for host in names:
        if not _HOST.fullmatch(host):
            raise ImproperlyConfigured(f"{name} holds “{host}”; give plain host names, without scheme, port or star.")
    if not names:
        raise ImproperlyConfigured(f"{name} names no host; give at least one, such as health.example.")
    return names


def site_url(name: str, default: str | None = None) -> str:
    """The public address of the site, without a path: https://health.example."""
    value = text(name, default).rstrip("/")
    parts = _split(name, value)
    bare = not (parts.path or parts.query or parts.fragment or parts.username or "?" in value or "#" in value)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not bare or not _HOST.fullmatch(host) or host.startswith("."):
        raise ImproperlyConfigured(f"{name} is “{value}”; it must look like https://health.example, with no path.")
    return value


def database(name: str, default: str) -> dict[str, object]:
    """A database URL: sqlite:////path or postgres://user:password@host/name."""
    value = text(name, default)
    parts = _split(name, value, secret=True)
    if parts.scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} starts with “{parts.scheme}:”; it must start with sqlite: or postgres:.")
    if len(parts.path) < 2:
        raise ImproperlyConfigured(f"{name} names no database; it must end in /name or /path.")
    if parts.scheme == "sqlite" and parts.netloc:
        raise ImproperlyConfigured(f"{name} names a host; a SQLite path follows three slashes: sqlite:///path.")
    found: dict[str, object] = environ.Env.db_url_config(value)
    return found


def cache(name: str, default: str) -> dict[str, object]:
    """A cache URL: locmem:// or redis://host:port/0."""
    value = text(name, default)
    parts = _split(name, value, secret=True)
    if parts.scheme == "locmem":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "vivere"}
    if parts.scheme not in {"redis", "rediss"} or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must be locmem:// or look like redis://host:6379/0.")
    if find_spec("redis") is None:
        raise ImproperlyConfigured(f"{name} names Redis, whose Python package is absent; run: pip install redis")
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}


def email(name: str, default: str) -> dict[str, object]:
    """Django's e-mail settings of a URL: consolemail://, smtp+tls://user:password@host:587."""
    value = text(name, default)
    parts = _split(name, value, secret=True)
    known = ("consolemail", "filemail", "memorymail", "dummymail", "smtp", "smtps", "smtp+tls", "smtp+ssl")
    if parts.scheme not in known:
        raise ImproperlyConfigured(f"{name} starts with “{parts.scheme}:”; it must start with one of {known}.")
    if parts.scheme.startswith("smtp") and not parts.hostname:
        raise ImproperlyConfigured(f"{name} names no mail server; it must look like smtp+tls://user:password@host:587.")
    return dict(environ.Env.email_url_config(value))


def _split(name: str, value: str, *, secret: bool = False) -> SplitResult:
    """The parts of a URL; the value of one that may hold a password is not repeated in the message."""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError as error:
        shown = "" if secret else f" is “{value}”, which"
        raise ImproperlyConfigured(f"{name}{shown} is not a well-formed URL.") from (None if secret else error)
    return parts
