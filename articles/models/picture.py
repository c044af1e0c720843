"""Picture: a master that was checked and stripped of metadata, kept under its own hash."""

from django.db import models
from django.db.models import Q


class Picture(models.Model):
    """The master of a picture; what a page says of it (alt text, caption) is decided where it is used."""

    sha256 = models.CharField(max_length=64, unique=True)
    file = models.FileField(upload_to="pictures", max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    credit = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="picture_has_a_size")]

    def __str__(self) -> str:
        return self.title
