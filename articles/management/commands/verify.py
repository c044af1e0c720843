"""manage.py verify: re-computes every digest and the chain of events."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import Publication, Revision, SignOff
from articles.publishing.integrity import problems
from vivere.audit.models import Event


class Command(BaseCommand):
    """Exit 0 and a count when everything verifies; exit 1 naming the first broken row."""

    help = "Re-computes every digest and the chain of events; names the first broken row."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--all", action="store_true", help="Name every broken row, not only the first.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = problems()
        first = next(found, None)
        if first is None:
            counts = [
                (Event, "events"),
                (Revision, "revisions"),
                (SignOff, "signatures"),
                (Publication, "publications"),
            ]
            listed = ", ".join(f"{model._default_manager.count()} {name}" for model, name in counts)
            self.stdout.write(f"Everything verifies: {listed}.")
            return
        if options["all"]:
            for problem in [first, *found]:
                self.stderr.write(problem)
        raise CommandError(first)
