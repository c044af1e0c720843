"""`serve`: the development server; migrates when needed, loads the demo once, tells where to look."""

import io
import signal
import socket
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from articles.management.samples import LOGINS, PASSWORD
from articles.models import Article
from articles.models.frozen import FROZEN
from vivere.audit.frozen import AUDIT, missing

HOST = "127.0.0.1"
THREADS = 4  # requests answered side by side in the one worker
KILLED_AFTER = 5  # seconds that a request may still take after Ctrl-C


class Command(BaseCommand):
    help = "Serves the site for development on 127.0.0.1:$PORT, with its demo content."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "serve is for development (DEBUG=1): it migrates by itself and loads sample accounts. "
                "In production run migrate, collectstatic and granian, as README.md tells."
            )
        port = int(settings.PORT)
        refuse_taken(port)
        prepare_database()
        if not Article.objects.exists():
            self.stdout.write("Loading the demo content …")
            call_command("demo", stdout=io.StringIO())
        connections.close_all()  # the server's worker opens its own
        server = Granian(
            "vivere.wsgi:application",
            address=HOST,
            port=port,
            interface=Interfaces.WSGI,
            blocking_threads=THREADS,
            log_level=LogLevels.warning,
            workers_kill_timeout=KILLED_AFTER,
        )
        server.on_startup(self.say_where)
        server.serve(target_loader=load_worker)

    def say_where(self) -> None:
        """Prints the address and the sample logins; Ctrl-C is all that stops the server."""
        address = f"http://localhost:{settings.PORT}"
        self.stdout.write(f"\nVivere is at {address} (staff: {address}/admin/)")
        self.stdout.write(f"Sample logins: {', '.join(LOGINS)}; the password of each is {PASSWORD}")
        self.stdout.write("Ctrl-C stops it.\n")
        self.stdout.flush()


def load_worker(_target: str) -> Callable[..., Iterable[bytes]]:
    """The application, in the worker's process, deaf to Ctrl-C.

    A terminal sends Ctrl-C to every process of the group, and the main process then ends its worker; told
    twice, granian's worker waits for ever.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    return get_wsgi_application()


def refuse_taken(port: int) -> None:
    """Raises CommandError when something listens on the port; granian itself would share it silently."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken or not yours to use; stop what listens there or choose another: "
                "make run PORT=8001"
            ) from error


def prepare_database() -> None:
    """Migrates when a migration or a trigger is missing; otherwise changes nothing."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending or missing(connection, (*AUDIT, *FROZEN)):
        call_command("migrate", verbosity=0, interactive=False)
