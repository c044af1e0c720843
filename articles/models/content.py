"""Sections and takeaways of the working copy."""

from django.db import models
from django.db.models import Q

from articles.document.nodes import CareLevel, Kind
from articles.models.article import Article
from authors.models import Profile


class Section(models.Model):
    """A stretch of the article; its body is HTML of the vocabulary, cleaned when it was saved."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in Kind], default=Kind.PROSE.value)
    level = models.PositiveSmallIntegerField(choices=[(2, "Section"), (3, "Subsection")], default=2)
    heading = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    care_level = models.CharField(max_length=12, choices=[(c.value, c.value or "–") for c in CareLevel], blank=True)
    speaker = models.ForeignKey(Profile, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=[k.value for k in Kind]), name="section_kind"),
            models.CheckConstraint(condition=Q(level__in=[2, 3]), name="section_level"),
            models.CheckConstraint(
                condition=Q(kind="care", care_level__in=["non-urgent", "urgent", "emergency"])
                | ~Q(kind="care") & Q(care_level=""),
                name="care_cards_alone_have_a_level",
            ),
        ]

    def __str__(self) -> str:
        return self.heading or f"{self.kind} {self.position}"


class Takeaway(models.Model):
    """One key takeaway of the working copy, inline HTML."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="takeaways")
    position = models.PositiveSmallIntegerField(default=0)
    body = models.TextField()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.body[:80]
