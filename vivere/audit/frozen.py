"""Triggers that refuse UPDATE of frozen columns, on SQLite and PostgreSQL alike.

Django rebuilds SQLite tables in migrations and drops their triggers silently, so every declaration is
installed again after each migrate, and `missing()` tells tests and `verify` what is not there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from vivere.audit.models import Event


@dataclass(frozen=True, slots=True)
class Frozen:
    """A model whose rows never change, except in the `free` fields."""

    model: type[models.Model]
    free: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return f"frozen_{self.model._meta.db_table}"

    @property
    def columns(self) -> list[str]:
        return [str(field.column) for field in self.model._meta.concrete_fields if field.name not in self.free]


AUDIT = (Frozen(Event),)


def install(connection: BaseDatabaseWrapper, declared: Iterable[Frozen]) -> None:
    """Creates or replaces the trigger of each declared model whose table stands."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for frozen in declared:
            if frozen.model._meta.db_table in tables:
                for statement in _statements(connection, frozen):
                    cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper, declared: Iterable[Frozen]) -> list[str]:
    """Names of declared triggers that the database does not have."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return [frozen.name for frozen in declared if frozen.name not in present]


def install_audit_triggers(using: str = "default", **_: Any) -> None:
    """The post_migrate receiver of this app."""
    install(connections[using], AUDIT)


def _statements(connection: BaseDatabaseWrapper, frozen: Frozen) -> list[str]:
    quote = connection.ops.quote_name
    table, name = quote(frozen.model._meta.db_table), quote(frozen.name)
    says = f"{frozen.model._meta.verbose_name} rows are frozen and cannot be changed"
    if connection.vendor == "sqlite":
        changed = " OR ".join(f"OLD.{quote(column)} IS NOT NEW.{quote(column)}" for column in frozen.columns)
        return [
            f"DROP TRIGGER IF EXISTS {name}",
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} WHEN {changed} BEGIN SELECT RAISE(ABORT, '{says}'); END",
        ]
    changed = " OR ".join(f"OLD.{quote(column)} IS DISTINCT FROM NEW.{quote(column)}" for column in frozen.columns)
    function = quote(f"{frozen.name}_fn")
    return [
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{says}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION {function}()",
    ]
