"""RevisionLabel, a name that makes a revision easy to find again; it is no part of the frozen text."""

from django.db import models
from django.db.models import Q

from articles.models.revision import Revision


class RevisionLabel(models.Model):
    """What the editors call a revision, such as “before the new guideline”. It may change; the revision may not."""

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="label")
    name = models.CharField(max_length=80)
    given_by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_label_says_something")]

    def __str__(self) -> str:
        return self.name
