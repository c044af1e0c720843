"""The five roles of staff (H107) and what each may do, made again after every migrate."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions

# Group → permissions as app.codename. `all:` stands for add, change and view, `may:` for one
# permission by its own name; delete is never granted.
ROLES: dict[str, tuple[str, ...]] = {
    "Writer": ("all:articles.article", "all:articles.source", "all:articles.picture", "view:authors.profile"),
    "Editor": (
        "may:articles.edit_any_article",
        "all:articles.article",
        "all:articles.source",
        "all:articles.picture",
        "view:articles.topic",
        "view:authors.profile",
        "view:articles.revision",
        "view:articles.reviewround",
        "view:articles.publication",
    ),
    "Reviewer": (
        "may:articles.sign_article",
        "view:articles.revision",
        "view:articles.reviewround",
        "view:articles.source",
    ),
    "Publisher": (
        "may:articles.publish_article",
        "view:articles.article",
        "view:articles.source",
        "view:articles.revision",
        "view:articles.reviewround",
        "view:articles.publication",
    ),
    "Governance": (
        "all:authors.profile",
        "all:authors.qualification",
        "all:authors.registration",
        "all:articles.reviewpolicy",
        "all:articles.policypage",
        "all:articles.site",
        "all:articles.topic",
        "view:audit.event",
        "view:articles.article",
        "view:articles.revision",
        "view:articles.reviewround",
        "view:articles.signoff",
        "view:articles.publication",
    ),
}


def create_groups(using: str = "default", **_: Any) -> None:
    """The post_migrate receiver: groups exist and hold exactly the permissions above."""
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    for label in ("articles", "authors", "audit"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    for name, grants in ROLES.items():
        group, _created = group_model.objects.using(using).get_or_create(name=name)
        wanted = [pair for grant in grants for pair in _codenames(grant)]
        found = permission_model.objects.using(using).filter(codename__in=[codename for _app, codename in wanted])
        group.permissions.set(
            [p for p in found.select_related("content_type") if (p.content_type.app_label, p.codename) in wanted]
        )


def _codenames(grant: str) -> list[tuple[str, str]]:
    verb, name = grant.split(":")
    app, model = name.split(".")
    if verb == "may":
        return [(app, model)]
    return [(app, f"{each}_{model}") for each in (("add", "change", "view") if verb == "all" else (verb,))]
