"""Event, a link of the chain, and ChainHead, which knows how long the chain is."""

from django.conf import settings
from django.db import models

from vivere.audit.kept import Kept


class Event(Kept):
    """One act. `hash` covers every other column and the hash before, so a changed or missing row shows."""

    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    actor_name = models.CharField(max_length=200)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=60, help_text="What it was done to, as type:id, such as article:12.")
    article = models.BigIntegerField(null=True, help_text="The article this belongs to, kept after it is gone.")
    reason = models.TextField(blank=True)
    details = models.TextField(default="{}", help_text="JSON, kept as the text that was hashed.")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["article", "id"], name="event_by_article"),
            models.Index(fields=["action", "id"], name="event_by_action"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action} {self.subject}"


class ChainHead(models.Model):
    """The one row that every recording locks: count and last hash, so that a cut tail shows."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    count = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_chain_head")]

    def __str__(self) -> str:
        return f"{self.count} events, {self.hash[:12]}"
