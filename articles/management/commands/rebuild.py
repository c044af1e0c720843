"""manage.py rebuild: makes every stored page again from publications."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.publishing.pages import rebuild_all


class Command(BaseCommand):
    """Pages are derived: losing or doubting them costs one run of this."""

    help = "Makes every stored page again from publications."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild_all()} pages made again.")
