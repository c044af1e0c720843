"""The floor: a bare Django that returns the same bytes after one indexed SELECT. No middleware, one address.

BENCH_ANSWERS names, for each kind of answer, its status, its headers and the column that holds its bytes.
"""

import json
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

if not settings.configured:
    settings.configure(
        DEBUG=False,
        SECRET_KEY=os.environ["SECRET_KEY"],
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        MIDDLEWARE=[],
        INSTALLED_APPS=[],
        USE_TZ=True,
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": os.environ["VIVERE_VAR"] + "/vivere.sqlite3",
                "CONN_MAX_AGE": None,
                "OPTIONS": {
                    "transaction_mode": "IMMEDIATE",
                    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;",
                },
            }
        },
    )

ANSWERS = {
    kind: (
        f'SELECT "{answer["column"]}" FROM "articles_storedpage" WHERE "path" = %s',  # noqa: S608 - our own names
        answer["path"],
        answer["status"],
        answer["headers"],
    )
    for kind, answer in json.loads(os.environ["BENCH_ANSWERS"]).items()
}


def page(_request: HttpRequest, kind: str) -> HttpResponse:
    """One SELECT, the bytes, the same headers."""
    statement, address, status, headers = ANSWERS[kind]
    with connection.cursor() as cursor:
        cursor.execute(statement, (address,))
        row = cursor.fetchone()
    return HttpResponse(row[0] if status != 304 else b"", status=status, headers=headers)


urlpatterns = [path("<str:kind>", page)]
application = get_wsgi_application()
