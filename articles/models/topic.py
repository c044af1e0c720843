"""Topics: what an article is about, how risky that is, and who may review it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from taggit.models import ItemBase, TagBase

from authors.models import Profile


class Risk(models.TextChoices):
    """How soon advice on a topic ages; ReviewPolicy gives each its interval (H82)."""

    GENERAL = "general", "General"
    SUPPLEMENTS = "supplements", "Supplements and commercial topics"
    MEDICINES = "medicines", "Medicines, doses and safety"


class Topic(TagBase):
    """A tag with an introduction, a risk and the people who may review it."""

    introduction = models.TextField(blank=True)
    risk = models.CharField(max_length=12, choices=Risk, default=Risk.GENERAL)
    reviewers = models.ManyToManyField(Profile, blank=True, related_name="approved_topics")

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=Q(risk__in=Risk.values), name="topic_risk")]

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])


class ArticleTopic(ItemBase):
    """An article's topic."""

    content_object = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="topic_rows")
    tag = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="article_rows")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="one_topic_once")]

    def __str__(self) -> str:
        return str(self.tag)
