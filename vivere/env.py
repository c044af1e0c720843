"""Reads the environment strictly: a malformed value stops the start with a sentence, never a guess."""

import os
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


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
    """A required secret of at least 32 characters."""
    value = text(name, default)
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} has {len(value)} characters; a secret needs at least 32.")
    return value


def hosts(name: str, default: str | None = None) -> list[str]:
    """Host names, separated by commas."""
    names = [part.strip() for part in text(name, default).split(",") if part.strip()]
    for host in names:
        if "/" in host or ":" in host.strip("[]").replace("::", "") or host == "*":
            raise ImproperlyConfigured(f"{name} holds “{host}”; give plain host names, without scheme, port or star.")
    return names


def site_url(name: str, default: str | None = None) -> str:
    """The public address of the site, without a path: https://health.example."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name} is “{value}”; it must look like https://health.example, with no path.")
    return value


def database(name: str, default: str) -> dict[str, object]:
    """A database URL: sqlite:///path or postgres://user:password@host/name."""
    value = text(name, default)
    scheme = value.split(":", 1)[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} starts with “{scheme}:”; it must start with sqlite: or postgres:.")
    found: dict[str, object] = environ.Env.db_url_config(value)
    if not found.get("NAME"):
        raise ImproperlyConfigured(f"{name} names no database; it must end in /name or /path.")
    return found


def cache(name: str, default: str) -> dict[str, object]:
    """A cache URL: locmem:// or redis://host:port/0."""
    value = text(name, default)
    scheme = value.split(":", 1)[0]
    if scheme not in {"locmemcache", "locmem", "dummycache", "redis", "rediss"}:
        raise ImproperlyConfigured(f"{name} starts with “{scheme}:”; it must start with locmem: or redis:.")
    if scheme == "locmem":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "vivere"}
    if scheme in {"redis", "rediss"}:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}
    return dict(environ.Env.cache_url_config(value))


def email(name: str, default: str) -> dict[str, object]:
    """Django's e-mail settings of a URL: consolemail://, smtp+tls://user:password@host:587."""
    value = text(name, default)
    scheme = value.split(":", 1)[0]
    known = {"consolemail", "filemail", "memorymail", "dummymail", "smtp", "smtps", "smtp+tls", "smtp+ssl"}
    if scheme not in known:
        raise ImproperlyConfigured(
            f"{name} starts with “{scheme}:”; it must start with one of {', '.join(sorted(known))}."
        )
    return dict(environ.Env.email_url_config(value))
