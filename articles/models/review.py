"""ReviewPolicy, ReviewRound, SignOff, Comment."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.revision import Revision
from articles.models.topic import Risk
from authors.models import Profile
from vivere.audit.kept import Kept


class ReviewPolicy(models.Model):
    """Which roles must sign a page of this risk, and how long a whole-page signature holds (H82)."""

    risk = models.CharField(max_length=12, choices=Risk, unique=True)
    roles = models.JSONField(default=list, help_text='Roles that must sign, such as ["clinician"].')
    months = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "review policies"
        constraints = [
            models.CheckConstraint(condition=Q(risk__in=Risk.values), name="policy_risk"),
            models.CheckConstraint(condition=Q(months__range=(1, 60)), name="policy_months"),
        ]

    def __str__(self) -> str:
        return f"{self.get_risk_display()}: {', '.join(self.roles)}, every {self.months} months"


class RoundState(models.TextChoices):
    """Where a review round stands; `OPEN` are those in which a reviewer may still decide."""

    WAITING = "waiting", "Waiting"
    ACCEPTED = "accepted", "Accepted"
    CHANGES_REQUESTED = "changes_requested", "Changes requested"
    APPROVED = "approved", "Approved"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


OPEN = (RoundState.WAITING, RoundState.ACCEPTED)


class ReviewRound(Kept):
    """One asking for review of one revision. State moves only through `review.transitions`."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="rounds")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=RoundState, default=RoundState.WAITING)
    reviewer = models.ForeignKey(Profile, null=True, blank=True, on_delete=models.PROTECT, related_name="rounds")
    due = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    opened_by_name = models.CharField(max_length=200)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        permissions = [("sign_article", "Can review and sign articles")]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="round_number_once"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(state__in=["waiting", "accepted"]),
                name="one_open_round_per_article",
            ),
            models.CheckConstraint(condition=Q(state__in=RoundState.values), name="round_state"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "accepted"], closed_at=None)
                | ~Q(state__in=["waiting", "accepted"]) & Q(closed_at__isnull=False),
                name="closed_rounds_have_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}, round {self.number} ({self.get_state_display()})"

    @property
    def is_open(self) -> bool:
        """Whether a reviewer may still decide."""
        return self.state in OPEN


class Scope(models.TextChoices):
    """How much of the page a signature covers; only the whole page moves review dates (H3)."""

    WHOLE = "whole", "Whole page"
    CHANGED = "changed", "Changed parts"
    SOURCES = "sources", "Sources only"


class SignOff(Kept):
    """A signature: who, as what, with which meaning, on exactly which text (H74, H76). Never changes."""

    class Meaning(models.TextChoices):
        APPROVED = "approved", "Medical review: approved"

    round = models.ForeignKey(ReviewRound, on_delete=models.PROTECT, related_name="sign_offs")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="sign_offs")
    digest = models.CharField(max_length=64)
    reviewer = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="sign_offs")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    role = models.CharField(max_length=40)
    meaning = models.CharField(max_length=20, choices=Meaning)
    scope = models.CharField(max_length=8, choices=Scope)
    base = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="built_upon")
    statement = models.TextField(blank=True)
    signed_at = models.DateTimeField()
    name = models.CharField(max_length=200)
    post_nominals = models.CharField(max_length=100, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    registration = models.CharField(max_length=300)
    registration_checked = models.DateField()
    interests = models.TextField(blank=True)
    interests_declared = models.DateField(null=True)

    class Meta:
        ordering = ["signed_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["round", "reviewer", "role"], name="one_signature_per_role_and_round"),
            models.CheckConstraint(condition=Q(scope__in=Scope.values), name="sign_off_scope"),
            models.CheckConstraint(condition=Q(meaning="approved"), name="sign_off_meaning"),
            models.CheckConstraint(
                condition=Q(scope="whole", base=None) | ~Q(scope="whole") & Q(base__isnull=False),
                name="part_signatures_have_a_base",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="signer_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_meaning_display()}, {self.get_scope_display().lower()}"

    @property
    def printed_name(self) -> str:
        """Name and post-nominals as they were when signed."""
        return f"{self.name}, {self.post_nominals}" if self.post_nominals else self.name


class Comment(Kept):
    """A remark on a revision in a round; an open blocking one stops approval."""

    round = models.ForeignKey(ReviewRound, on_delete=models.PROTECT, related_name="comments")
    place = models.CharField(max_length=60, blank=True, help_text="Such as section:3; empty for the whole.")
    text = models.TextField()
    is_blocking = models.BooleanField(default=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    author_name = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]
