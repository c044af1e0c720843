"""Article, the editor's working copy, and who stands in its byline."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from taggit.managers import TaggableManager

from articles.document.nodes import Commercial, Role
from articles.models.picture import Picture
from articles.models.topic import ArticleTopic
from authors.models import Profile


class Article(models.Model):  # type: ignore[django-manager-missing]  # taggit hides the relation from mypy
    """The working copy. What readers get is a Publication of a Revision, never this row."""

    slug = models.SlugField(max_length=200, unique=True)
    title = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    takeaways_lead = models.TextField(blank=True, help_text="{count} stands for the number of takeaways.")
    contributor_note = models.TextField(blank=True)
    description = models.CharField(max_length=320, blank=True, help_text="For search engines and link previews.")
    audience = models.CharField(max_length=200, blank=True)
    commercial = models.CharField(
        max_length=12, choices=[(c.value, c.value) for c in Commercial], default=Commercial.EDITORIAL.value
    )
    language = models.CharField(max_length=12, default="en-GB")
    hero = models.ForeignKey(Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    hero_alt = models.CharField(max_length=300, blank=True)
    hero_decorative = models.BooleanField(default=False)
    hero_caption = models.CharField(max_length=300, blank=True)
    stated_date = models.DateField(null=True, blank=True, help_text="The date that an imported file gave.")
    reader_need = models.TextField(blank=True, help_text="The need that this article meets (H6).")
    evidence_note = models.TextField(blank=True, help_text="Databases searched and when (H6).")
    user_testing = models.TextField(blank=True, help_text="Date and method of testing with readers (H6).")
    review_months = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Shorter than the policy's.")
    proposed_reviewer = models.ForeignKey(
        Profile, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposed_for"
    )
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="articles")
    version = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    archived_at = models.DateTimeField(null=True, blank=True, editable=False)
    topics = TaggableManager(through=ArticleTopic, blank=True, verbose_name="topics")

    class Meta:
        ordering = ["-changed_at", "-id"]
        permissions = [("edit_any_article", "Can change articles of other writers")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="article_has_a_title"),
            models.CheckConstraint(
                condition=Q(commercial__in=[c.value for c in Commercial]), name="article_commercial"
            ),
            models.CheckConstraint(
                condition=Q(review_months=None) | Q(review_months__range=(1, 60)), name="review_months"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.slug])


class ArticlePerson(models.Model):
    """A person's part in an article, in byline order."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="people")
    profile = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="parts")
    role = models.CharField(max_length=12, choices=[(r.value, r.value) for r in Role])
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "profile", "role"], name="one_part_once"),
            models.CheckConstraint(condition=Q(role__in=[r.value for r in Role]), name="known_part"),
        ]

    def __str__(self) -> str:
        return f"{self.profile} ({self.role})"


class Edit(models.Model):
    """Who last changed the working copy when; submit reads it to know whose work a revision is (H69)."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="edits")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    profile = models.ForeignKey(
        Profile, null=True, on_delete=models.PROTECT, related_name="edits", help_text="Who this account was then."
    )
    user_name = models.CharField(max_length=200)
    last_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user", "profile"], name="one_edit_row_per_person")]

    def __str__(self) -> str:
        return f"{self.user_name}, {self.last_at:%Y-%m-%d %H:%M}"


class ImportedFile(models.Model):
    """The file that an article came from; the same bytes lead to the same article."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="files")
    report = models.JSONField(default=dict)
    imported_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
