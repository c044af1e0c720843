"""`demo`: loads our own sample articles and people, once."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.editing.refusals import DraftRefused
from articles.management.demo import cast, history, library, subjects
from articles.management.demo.content import article_files
from articles.management.demo.files import DemoFileWrong
from articles.management.samples import LOGINS, PASSWORD
from articles.publishing import policies
from articles.publishing.errors import PublishingRefused
from articles.review.errors import ReviewRefused
from authors.models import Profile


class Command(BaseCommand):
    help = "Loads the demonstration: sample articles, people, topics and pictures. Only with DEBUG=1; only once."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("demo is for development (DEBUG=1): it makes accounts whose password everybody knows.")
        if is_loaded():
            self.stdout.write("The demo content is there already; nothing was changed.")
            return
        refuse_taken()
        try:
            made = load()
        except (DemoFileWrong, DraftRefused, ReviewRefused, PublishingRefused) as error:
            raise CommandError(f"{error} Nothing was loaded.") from error
        self.stdout.write(f"Loaded {len(made.articles)} sample articles by invented people.")
        self.stdout.write(f"Accounts: {', '.join(LOGINS)}; the password of each is {PASSWORD}")


def is_loaded() -> bool:
    """Whether the sample people stand already."""
    return Profile.objects.filter(user__username="writer", is_sample=True).exists()


def refuse_taken() -> None:
    """Raises CommandError when a real account has the name of a sample one."""
    taken = list(User.objects.filter(username__in=[*LOGINS, "doctor"]).values_list("username", flat=True))
    if taken:
        raise CommandError(
            f"Accounts called {', '.join(sorted(taken))} are here and not of the demo. "
            "Rename them, or load the demo into an empty database (VIVERE_VAR=another-folder)."
        )


@transaction.atomic
def load() -> history.Stage:
    """People, topics, sources, then the history of every article: all of it or nothing. Raises DemoFileWrong."""
    policies.create_missing()
    people = cast.load()
    subjects.load(people)
    stage = history.Stage(people, library.load())
    history.replay(stage, article_files())
    return stage
