"""Which columns never change once written; one declaration for both databases."""

from typing import Any

from django.db import connections

from articles.models.publication import Publication, PublicationException
from articles.models.review import Comment, ReviewRound, SignOff
from articles.models.revision import Involvement, Revision, RevisionPerson, RevisionPicture, RevisionSource
from vivere.audit.frozen import Frozen, install

# What of a publication may change: its end.
PUBLICATION_FREE = frozenset({"state", "ended_at", "ended_by_name", "ended_reason"})

FROZEN = (
    Frozen(Revision),
    Frozen(RevisionSource),
    Frozen(RevisionPicture),
    Frozen(RevisionPerson),
    Frozen(Involvement),
    Frozen(SignOff),
    Frozen(ReviewRound, frozenset({"state", "reviewer", "due", "closed_at", "closed_reason"})),
    Frozen(Comment, frozenset({"resolved_at", "resolved_by_name"})),
    Frozen(Publication, PUBLICATION_FREE),
    Frozen(PublicationException),
)


def install_article_triggers(using: str = "default", **_: Any) -> None:
    """The post_migrate receiver of this app."""
    install(connections[using], FROZEN)
