"""Site, the one row of facts about the publisher, and its policy pages."""

from django.db import models
from django.db.models import Q
from django.urls import reverse


class Site(models.Model):
    """Who publishes, who pays, whom to write to (H10, H12)."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=100, default="Vivere")
    owner = models.CharField(max_length=200, default="Vivere")
    about = models.TextField(
        default="Vivere’s articles support, and do not replace, the advice of a health professional who knows you."
    )
    funding = models.TextField(
        default="Vivere owns this site and sells gut microbiome tests, supplements and nutritional guidance. "
        "Advertisements are always labelled."
    )
    contact_email = models.EmailField(default="editors@vivere.example")

    class Meta:
        verbose_name_plural = "site"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_site")]

    def __str__(self) -> str:
        return self.name


class PolicyPage(models.Model):
    """A page about how the site works, linked from every footer (H12)."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=300)
    body = models.TextField(help_text="HTML of the body vocabulary.")
    position = models.PositiveSmallIntegerField(default=0)
    changed_on = models.DateField()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("policy", args=[self.slug])
