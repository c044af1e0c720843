"""Takes an article from the site; its address answers with the notice (H85, H86)."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Article, Publication, PublicationState
from articles.publishing.errors import PublishingRefused
from articles.publishing.keys import changed_by
from articles.publishing.pages import refresh
from articles.review import permissions
from vivere.audit.chain import record


@transaction.atomic
def withdraw(publication: Publication, *, by: User, reason: str, now: datetime | None = None) -> Publication:
    """Ends the current publication with a reason that readers see; pages follow in the same transaction.

    Raises PublishingRefused for somebody who is no publisher, without a reason, or when it is not current.
    """
    now = now or timezone.now()
    if not permissions.may_publish(by):
        raise PublishingRefused("Only publishers withdraw articles; your account is not one.")
    if not reason.strip():
        raise PublishingRefused("Say why the article is withdrawn; readers will see the reason.")
    Article.objects.select_for_update().get(pk=publication.article_id)
    publication = Publication.objects.select_related("revision").get(pk=publication.pk)
    if publication.state != PublicationState.CURRENT:
        raise PublishingRefused(f"This publication is {publication.get_state_display().lower()}, not what readers get.")
    publication.state = PublicationState.WITHDRAWN
    publication.ended_at = now
    publication.ended_by_name = by.get_full_name() or by.get_username()
    publication.ended_reason = reason.strip()
    publication.save(update_fields=["state", "ended_at", "ended_by_name", "ended_reason"])
    refresh(changed_by(publication, publication.revision.document()), now=now)
    record(
        "article.withdrawn",
        f"publication:{publication.pk}",
        by=by,
        article=publication.article_id,
        reason=reason.strip(),
        now=now,
    )
    return publication
