"""The app of the project itself: its deployment checks."""

from django.apps import AppConfig


class VivereConfig(AppConfig):
    name = "vivere"
    verbose_name = "Vivere"

    def ready(self) -> None:
        from vivere import checks  # noqa: F401, PLC0415 - models load after apps; the import registers them
