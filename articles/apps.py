"""The articles app; installs triggers, groups and policies after every migrate."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        from articles.models.frozen import install_article_triggers  # noqa: PLC0415 - models load after apps
        from articles.models.groups import create_groups  # noqa: PLC0415 - as above
        from articles.models.policies import create_policies  # noqa: PLC0415 - as above

        post_migrate.connect(install_article_triggers, sender=self)
        post_migrate.connect(create_groups, sender=self)
        post_migrate.connect(create_policies, sender=self)
