"""The audit app; installs its triggers after every migrate."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "vivere.audit"
    label = "audit"
    verbose_name = "Audit"

    def ready(self) -> None:
        from vivere.audit.frozen import install_audit_triggers  # noqa: PLC0415 - models load after apps

        post_migrate.connect(install_audit_triggers, sender=self)
