"""Every malformed variable stops the start with a sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vivere import env

ROOT = Path(__file__).resolve().parents[2]

WELL_FORMED = [
    (env.flag, "1", True),
    (env.flag, " Yes ", True),
    (env.flag, "off", False),
    (env.flag, "", False),
    (env.port, "8123", "8123"),
    (env.hosts, "health.example, www.health.example", ["health.example", "www.health.example"]),
    (env.hosts, ".health.example,127.0.0.1,[::1]", [".health.example", "127.0.0.1", "[::1]"]),
    (env.site_url, "https://health.example/", "https://health.example"),
    (env.site_url, "http://localhost:8000", "http://localhost:8000"),
    (env.site_url, "http://[::1]:8000", "http://[::1]:8000"),
]
MALFORMED = [
    (env.flag, "maybe"),
    (env.flag, "2"),
    (env.secret, "short"),
    (env.secret, "x" * 49),
    *((env.port, value) for value in ("http", "0", "65536", "-1", "８０", "80.5")),
    *((env.hosts, value) for value in ("*", "https://health.example", "health.example:443", "a b", ",", "a..b", "-a")),
    *((env.site_url, value) for value in ("health.example", "ftp://health.example", "https://", "https://a b")),
    *((env.site_url, f"https://health.example{rest}") for rest in ("/path", "?q=1", "?", "#top", ":port", ":99999")),
    *((env.site_url, value) for value in ("https://[::1", "https://user@health.example", "https://.example")),
    *((env.database, value) for value in ("mysql://u@h/name", "name", "sqlite:", "sqlite://", "sqlite:///")),
    *((env.database, value) for value in ("postgres://h", "postgres://h/", "postgres://h:x/n", "sqlite://host/path")),
    *((env.cache, value) for value in ("memcached://h", "locmemory", "redis://", "redis://h:port/0")),
    *((env.email, value) for value in ("mail.example", "imap://h", "smtp://", "smtp+tls://u:p@h:mail")),
]


def _named(function, value):
    return f"{function.__name__}-{value or 'empty'}"


@pytest.mark.parametrize(("read", "value", "found"), WELL_FORMED, ids=[_named(*row[:2]) for row in WELL_FORMED])
def test_a_well_formed_value_is_read(read, value, found, monkeypatch):
    monkeypatch.setenv("THING", value)
    assert (read("THING", "") if read is env.port else read("THING")) == found


@pytest.mark.parametrize(("read", "value"), MALFORMED, ids=[_named(*row) for row in MALFORMED])
def test_a_malformed_value_is_refused_with_a_sentence(read, value, monkeypatch):
    monkeypatch.setenv("THING", value)
    with pytest.raises(ImproperlyConfigured, match=r"^THING .+[^.]$|^THING .+\.$") as refused:
        read("THING", *([] if read is env.flag else ["default"]))
    assert len(str(refused.value)) > 30


@pytest.mark.parametrize("read", [env.text, env.secret, env.hosts, env.site_url])
def test_a_required_variable_that_is_absent_is_named(read, monkeypatch):
    monkeypatch.delenv("THING", raising=False)
    with pytest.raises(ImproperlyConfigured, match="THING is not set"):
        read("THING")


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (env.secret, "hunter2"),
        (env.database, "postgres://u:hunter2/n"),
        (env.cache, "redis://u:hunter2"),
        (env.email, "smtp://u:hunter2"),
    ],
)
def test_no_message_repeats_a_secret(read, value, monkeypatch):
    monkeypatch.setenv("THING", value)
    with pytest.raises(ImproperlyConfigured) as refused:
        read("THING", "")
    assert "hunter2" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_postgres_url_becomes_django_settings(monkeypatch):
    monkeypatch.setenv("THING", "postgres://ada:p%40ss@db.example:5433/vivere?sslmode=require")
    found = env.database("THING", "")
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("ada", "p@ss", "db.example", 5433)
    assert (found["NAME"], found["OPTIONS"]) == ("vivere", {"sslmode": "require"})


def test_an_smtp_url_becomes_django_settings(monkeypatch):
    monkeypatch.setenv("THING", "smtp+tls://ada:secret@mail.example:587")
    found = env.email("THING", "")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == ("mail.example", 587, True)


def test_redis_without_its_package_is_refused(monkeypatch):
    monkeypatch.setenv("THING", "redis://cache.example:6379/0")
    monkeypatch.setattr(env, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="pip install redis"):
        env.cache("THING", "")


def test_a_folder_that_is_a_file_is_refused(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("THING", str(tmp_path / "file" / "below"))
    with pytest.raises(ImproperlyConfigured, match=r"THING is .+ not a folder"):
        env.folder("THING", "var")


def _start(tmp_path, **variables):
    """What loading the settings prints in a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    code = "from vivere import settings as s; print(s.DEBUG, s.SITE_URL, s.DATABASES['default']['NAME'])"
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | {"VIVERE_VAR": str(tmp_path / "va r#?+%20")} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


PRODUCTION = {
    "SECRET_KEY": "q8Zl" * 13,
    "ALLOWED_HOSTS": "health.example",
    "SITE_URL": "https://health.example",
}


@pytest.mark.parametrize("absent", PRODUCTION)
def test_production_does_not_start_without(absent, tmp_path):
    done = _start(tmp_path, **{name: value for name, value in PRODUCTION.items() if name != absent})
    assert done.returncode
    assert f"{absent} is not set. It is required when DEBUG is off" in done.stderr


def test_production_starts_when_all_is_set(tmp_path):
    done = _start(tmp_path, **PRODUCTION)
    assert done.stdout.startswith("False https://health.example "), done.stderr


def test_development_needs_nothing_and_any_folder_name_will_do(tmp_path):
    done = _start(tmp_path, DEBUG="1", PORT="8123")
    assert done.stdout == f"True http://localhost:8123 {tmp_path}/va r#?+%20/vivere.sqlite3\n", done.stderr


def test_the_command_line_prints_the_sentence_alone(tmp_path):
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DEBUG": "perhaps", "VIVERE_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The configuration is not right: DEBUG is “perhaps”")
    assert "Traceback" not in done.stderr
