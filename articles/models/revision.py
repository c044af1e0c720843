"""Revision, a Document stored for good; what it names, and whose work it is."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.document import codec
from articles.document.nodes import Document
from articles.models.article import Article
from articles.models.picture import Picture
from articles.models.source import Source
from authors.models import Profile
from vivere.audit.kept import Kept


class Revision(Kept):
    """One frozen text. `content` is the canonical JSON whose SHA-256 is `digest`."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    created_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revision_numbers_start_at_1"),
        ]

    def __str__(self) -> str:
        return f"{self.article}, revision {self.number}"

    def document(self) -> Document:
        """The Document that this revision stores."""
        return codec.from_json(self.content)

    @property
    def is_intact(self) -> bool:
        """Whether the content still has the digest that was signed."""
        return codec.digest_of(self.content) == self.digest


class RevisionSource(models.Model):
    """That a revision names a source, so that the source is kept for good."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="named_sources")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="named_in")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "revision"], name="one_source_per_revision")]

    def __str__(self) -> str:
        return f"{self.source_id} in {self.revision_id}"


class RevisionPicture(models.Model):
    """That a revision shows a picture, so that its master is kept for good."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="named_pictures")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="named_in")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["picture", "revision"], name="one_picture_per_revision")]

    def __str__(self) -> str:
        return f"{self.picture_id} in {self.revision_id}"


class RevisionPerson(models.Model):
    """That a revision names a person, whose page it links to."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="named_people")
    profile = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="named_in")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "revision"], name="one_person_per_revision")]

    def __str__(self) -> str:
        return f"{self.profile_id} in {self.revision_id}"


class Involvement(Kept):
    """That a person made a revision or signed it. Unique per revision: nobody can do both (H69)."""

    class Side(models.TextChoices):
        MADE = "made", "Made"
        SIGNED = "signed", "Signed"

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="involvements")
    profile = models.ForeignKey(Profile, null=True, on_delete=models.PROTECT, related_name="involvements")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    name = models.CharField(max_length=200)
    side = models.CharField(max_length=6, choices=Side)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "profile"], name="made_or_signed_not_both"),
            models.UniqueConstraint(fields=["revision", "user"], name="made_or_signed_not_both_user"),
            models.CheckConstraint(condition=Q(side__in=["made", "signed"]), name="involvement_side"),
            models.CheckConstraint(
                condition=Q(profile__isnull=False) | Q(user__isnull=False), name="involvement_of_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.side} {self.revision}"
