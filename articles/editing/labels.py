"""Names a revision, so that it is found again among many."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.editing.refusals import DraftRefused
from articles.models import Revision, RevisionLabel
from vivere.audit.chain import record
from vivere.lib.html import one_line

LENGTH = 80


@transaction.atomic
def label(revision: Revision, name: str, *, by: User, now: datetime | None = None) -> str:
    """Gives a revision its name, or takes it away when `name` is blank; one Event, none if nothing changes.

    Returns the name as it is kept. Raises DraftRefused for one that is too long. Whether `by` may edit the
    article is asked at the door.
    """
    now = now or timezone.now()
    name = one_line(name)
    if len(name) > LENGTH:
        raise DraftRefused(f"The name has {len(name)} characters; {LENGTH} is the limit.")
    before = RevisionLabel.objects.filter(revision=revision).values_list("name", flat=True).first() or ""
    if name == before:
        return name
    if name:
        given = {"name": name, "given_by_name": by.get_full_name() or by.get_username(), "given_at": now}
        RevisionLabel.objects.update_or_create(revision=revision, defaults=given)
    else:
        RevisionLabel.objects.filter(revision=revision).delete()
    details = {"revision": revision.number, "name": name, "before": before}
    record("revision.labelled", f"revision:{revision.pk}", by=by, article=revision.article_id, details=details, now=now)
    return name
