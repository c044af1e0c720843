"""StoredPage: the finished bytes that readers get, and what they were made from."""

from django.db import models
from django.db.models import Q


class Freshness(models.TextChoices):
    """Whether a stored page may be served as it is."""

    FRESH = "fresh", "Fresh"
    STALE = "stale", "Stale: serve meanwhile"
    REBUILD = "rebuild", "Must be made again first"


class StoredPage(models.Model):
    """One answer, whole. Derived: it can always be made again from publications.

    The packed bodies stand before the plain one because SQLite reads a row's overflow pages in order.
    Times are Unix seconds, so that a request compares integers and parses nothing.
    """

    path = models.CharField(max_length=400, unique=True)
    kind = models.CharField(max_length=20)
    status = models.PositiveSmallIntegerField(default=200)
    content_type = models.CharField(max_length=60, default="text/html; charset=utf-8")
    cache_control = models.CharField(max_length=80, default="no-cache")
    digest = models.CharField(max_length=64)
    last_modified = models.CharField(max_length=40, blank=True, help_text="As the HTTP header prints it.")
    freshness = models.CharField(max_length=8, choices=Freshness, default=Freshness.FRESH)
    valid_until = models.BigIntegerField(null=True)
    made_at = models.BigIntegerField()
    br = models.BinaryField()
    gzip = models.BinaryField()
    body = models.BinaryField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(freshness__in=Freshness.values), name="page_freshness")]
        indexes = [
            models.Index(fields=["freshness"], condition=~Q(freshness="fresh"), name="pages_to_make"),
            models.Index(fields=["valid_until"], condition=Q(valid_until__isnull=False), name="pages_that_expire"),
        ]

    def __str__(self) -> str:
        return self.path


class Dependency(models.Model):
    """That a page was made from something: `publication:12`, `profile:3`, `site`, `templates`."""

    page = models.ForeignKey(StoredPage, on_delete=models.CASCADE, related_name="dependencies")
    on = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["on", "page"], name="one_dependency_once")]

    def __str__(self) -> str:
        return f"{self.page_id} on {self.on}"
