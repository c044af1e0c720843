"""Publication: this revision, from this moment, with these exceptions, in this state."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.revision import Revision
from vivere.audit.kept import Kept


class PublicationState(models.TextChoices):
    """Where a publication stands."""

    SCHEDULED = "scheduled", "Scheduled"
    HELD = "held", "Held"
    CURRENT = "current", "Current"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"
    CANCELLED = "cancelled", "Cancelled"


class Change(models.TextChoices):
    """What a publication is to readers of the one before (H84)."""

    FIRST = "first", "First publication"
    MINOR = "minor", "Minor edit"
    CORRECTION = "correction", "Correction"
    MAJOR = "major", "Major change"
    REVIEW = "review", "Reviewed again, nothing changed"


class Publication(Kept):
    """A revision made public. Frozen but for its state, its end and the reason of it."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="publications")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    slug = models.SlugField(max_length=200)
    state = models.CharField(max_length=12, choices=PublicationState)
    change = models.CharField(max_length=12, choices=Change)
    note = models.TextField(blank=True, help_text="For readers: what changed and why.")
    published_at = models.DateTimeField(help_text="When this publication became public.")
    first_published = models.DateTimeField(help_text="The date shown as “Published”.")
    updated_at = models.DateTimeField(help_text="Moves with corrections and major changes only.")
    last_reviewed = models.DateField(help_text="Day of the newest whole-page signature.")
    next_review = models.DateField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-published_at", "-id"]
        permissions = [("publish_article", "Can publish and withdraw articles")]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="publication_number_once"),
            models.UniqueConstraint(fields=["article"], condition=Q(state="current"), name="one_current_per_article"),
            models.UniqueConstraint(fields=["slug"], condition=Q(state="current"), name="one_current_per_slug"),
            models.CheckConstraint(condition=Q(state__in=PublicationState.values), name="publication_state"),
            models.CheckConstraint(condition=Q(change__in=Change.values), name="publication_change"),
            models.CheckConstraint(condition=Q(next_review__gt=models.F("last_reviewed")), name="next_review_is_later"),
            models.CheckConstraint(
                condition=~Q(state__in=["superseded", "withdrawn", "cancelled"]) | Q(ended_at__isnull=False),
                name="ended_publications_have_a_time",
            ),
        ]
        indexes = [models.Index(fields=["state", "-published_at", "-id"], name="publications_newest_first")]

    def __str__(self) -> str:
        return f"{self.article}, publication {self.number} ({self.get_state_display()})"


class PublicationException(Kept):
    """A blocking finding that a publisher went live over, and why; shown to readers."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="exceptions")
    code = models.CharField(max_length=60)
    findings = models.JSONField(help_text="[[key, sentence], …] of the findings that this covers.")
    reason = models.TextField()
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "code"], name="one_exception_per_code"),
            models.CheckConstraint(condition=~Q(reason=""), name="an_exception_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason[:60]}"
