"""Deployment checks: what must not go live, each with what to do about it.

Run all with: manage.py check --deploy --database default
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import User
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.models import Q
from django.http.request import validate_host

from articles.management.samples import LOGINS, PASSWORD
from articles.models.frozen import FROZEN
from vivere.audit.frozen import AUDIT, missing


@register(Tags.security, deploy=True)
def site_url_is_https(**_: Any) -> list[CheckMessage]:
    """Readers' addresses, sitemaps and JSON-LD are made from SITE_URL."""
    if settings.SITE_URL.startswith("https://"):
        return []
    hint = "Set SITE_URL to the public https:// address; secure cookies, the redirect to https and HSTS follow from it."
    return [Error(f"SITE_URL is {settings.SITE_URL}, which is not https.", hint=hint, id="vivere.E001")]


@register(Tags.security, deploy=True)
def site_url_is_an_allowed_host(**_: Any) -> list[CheckMessage]:
    """Otherwise every reader who follows a link of ours gets 400."""
    host = urlsplit(settings.SITE_URL).netloc.rpartition("@")[2]
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    if validate_host(name.lower(), settings.ALLOWED_HOSTS):
        return []
    return [
        Error(f"ALLOWED_HOSTS does not hold {name}, the host of SITE_URL.", hint="Add it.", id="vivere.E002"),
    ]


@register(Tags.files, deploy=True)
def media_folder_is_writable(**_: Any) -> list[CheckMessage]:
    """Pictures are stored under MEDIA_ROOT, which is made at the first upload."""
    folder = Path(settings.MEDIA_ROOT)
    stands = next(path for path in (folder, *folder.parents) if path.exists())
    if stands.is_dir() and os.access(stands, os.W_OK | os.X_OK):
        return []
    hint = "Give the user that runs the server the right to write there, or set VIVERE_VAR to another folder."
    return [Error(f"The media folder {folder} cannot be written to.", hint=hint, id="vivere.E003")]


@register(Tags.database, deploy=True)
def triggers_stand(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The triggers that keep signed content unchanged, on every table that is there."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        tables = set(connections[alias].introspection.table_names())
        declared = [frozen for frozen in (*AUDIT, *FROZEN) if frozen.model._meta.db_table in tables]
        absent = missing(connections[alias], declared)
        if absent:
            hint = "Run manage.py migrate, which installs them again, then manage.py verify."
            found.append(Error(f"Triggers are missing: {', '.join(absent)}.", hint=hint, id="vivere.E004"))
    return found


@register(Tags.database, deploy=True)
def no_sample_accounts(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The demonstration's accounts have a password that everybody knows."""
    open_doors = []
    for alias in databases or []:
        if User._meta.db_table in connections[alias].introspection.table_names():
            sample = Q(username__in=LOGINS) | Q(profile__is_sample=True)
            accounts = User.objects.using(alias).filter(sample, is_active=True)
            open_doors += [account.username for account in accounts if account.check_password(PASSWORD)]
    if not open_doors:
        return []
    hint = "Give each a password of its own (manage.py changepassword NAME) or switch it off in the admin."
    return [Error(f"Sample accounts stand open: {', '.join(open_doors)}.", hint=hint, id="vivere.E005")]
