"""`serve` prepares what is missing, changes nothing else, and says why it cannot start."""

import socket

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.management.commands import serve
from articles.management.samples import LOGINS, PASSWORD
from articles.models import Article, SignOff
from articles.models.frozen import FROZEN
from vivere.audit.frozen import AUDIT, Frozen, missing


class Server:
    """Stands for granian: starts nothing, remembers how it was asked."""

    made: "Server"

    def __init__(self, target, **options):
        self.target, self.options, self.hooks = target, options, []
        Server.made = self

    def on_startup(self, hook):
        self.hooks.append(hook)

    def serve(self, target_loader):
        self.loader = target_loader
        for hook in self.hooks:
            hook()


@pytest.fixture
def called(monkeypatch):
    """The management commands that serve calls, in order."""
    names = []
    monkeypatch.setattr(serve, "Granian", Server)
    monkeypatch.setattr(serve, "call_command", lambda name, **_options: names.append(name))
    monkeypatch.setattr(serve.connections, "close_all", lambda: None)
    return names


@pytest.fixture
def port(settings):
    """A free port that the settings name."""
    settings.DEBUG = True
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings.PORT = str(probe.getsockname()[1])
    return int(settings.PORT)


def test_an_empty_site_gets_the_demo(called, port, db):
    call_command("serve")
    assert called == ["demo"]


def test_a_site_with_articles_is_left_as_it_is(called, port, db):
    Article.objects.create(title="A", slug="a")
    call_command("serve")
    assert called == []


def test_a_lost_trigger_is_put_back(called, port, db):
    Article.objects.create(title="A", slug="a")
    table = SignOff._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {Frozen(SignOff).name}" + f" ON {table}" * (connection.vendor == "postgresql"))
    call_command("serve")
    assert called == ["migrate"]
    call_command("migrate", verbosity=0)
    assert missing(connection, (*AUDIT, *FROZEN)) == []


def test_it_says_where_to_look_and_who_to_be(called, port, db, capsys):
    call_command("serve")
    printed = capsys.readouterr().out
    assert f"http://localhost:{port}" in printed
    assert PASSWORD in printed
    assert all(login in printed for login in LOGINS)
    assert Server.made.options["address"] == "127.0.0.1"
    assert Server.made.options["port"] == port


def test_without_debug_it_says_what_to_run_instead(called, settings, db):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="In production run migrate, collectstatic and granian"):
        call_command("serve")


def test_a_taken_port_is_named_before_anything_is_touched(called, port, db):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(CommandError, match=f"Port {port} is taken .* make run PORT=8001"):
            call_command("serve")
    assert called == []
