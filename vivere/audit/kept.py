"""Rows that no code deletes: signatures, publications, events. PROTECT guards them from other tables."""

from typing import Any, NoReturn, TypeVar

from django.db import models
from django.db.models import ProtectedError

Row = TypeVar("Row", bound=models.Model, covariant=True)


class KeptQuerySet(models.QuerySet[Row]):
    """Reads and adds; never deletes."""

    def delete(self) -> NoReturn:
        raise ProtectedError(f"{self.model._meta.verbose_name_plural} are kept for good.", set())


class Kept(models.Model):
    """Base of tables whose rows stay."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ProtectedError(f"{self._meta.verbose_name_plural} are kept for good.", {self})
