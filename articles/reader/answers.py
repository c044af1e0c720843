"""A request for a public address → the stored page, handed over as it lies in the store."""

import re

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from articles.publishing import pages
from articles.publishing.pages import Found
from articles.publishing.rendering.addresses import NOT_FOUND
from articles.reader.headers import encoding, security

HEALTH = "/healthz"
LONGEST = 400

# What a public address may be made of; anything else cannot be one and is not looked up.
_PLAIN = re.compile(r"/[A-Za-z0-9/_.?=-]*")


def answer(request: HttpRequest) -> HttpResponse:
    """The answer to a public request: page, 304, redirect, or the page for addresses that lead nowhere."""
    path = request.path_info
    if request.method not in ("GET", "HEAD"):
        return _plain("This address can only be read: use GET or HEAD.", 405, Allow="GET, HEAD")
    if path == HEALTH:
        return _health()
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        return _plain("", 301, Location=settings.SITE_URL + request.get_full_path())
    address = pages.address_of(path, request.META.get("QUERY_STRING", ""))
    if len(address) > LONGEST or not _PLAIN.fullmatch(address):
        return not_found(request)
    pages.notice_new_looks()
    form = encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    page = _find(request, address, form)
    if page is None or not page.may_be_served(also_stale=not settings.DEBUG):
        there = pages.due(address)
        if there is None:
            return not_found(request)
        if there != address:
            return _plain("", 301, Location=there)
        page = _find(request, address, form)
    return _hand_over(page, form) if page else not_found(request)


def not_found(request: HttpRequest) -> HttpResponse:
    """The stored page that says that there is nothing here."""
    form = encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    is_head = request.method == "HEAD"
    page = pages.found(NOT_FOUND, form, head=is_head)
    if page is None or not page.may_be_served(also_stale=not settings.DEBUG):
        pages.due(NOT_FOUND)
        page = pages.found(NOT_FOUND, form, head=is_head)
    return _hand_over(page, form) if page else _plain("There is no page at this address.", 404)


def _find(request: HttpRequest, address: str, form: str) -> Found | None:
    meta = request.META
    known, since = meta.get("HTTP_IF_NONE_MATCH", ""), meta.get("HTTP_IF_MODIFIED_SINCE", "")
    is_head = request.method == "HEAD"
    page = pages.found(address, form, known=known, since=since, head=is_head)
    if page and page.content is None and page.status != 200:  # only a 200 may turn into a 304 (RFC 9110 §13.2.1)
        return pages.found(address, form, head=is_head)
    return page


def _hand_over(page: Found, form: str) -> HttpResponse:
    content = page.content
    headers = {
        **_SECURITY,
        "Cache-Control": page.cache_control,
        "ETag": pages.tag(page.digest, form),
        "Last-Modified": page.last_modified,
        "Vary": "Accept-Encoding",
    }
    if content is None:
        response = HttpResponse(status=304, headers=headers)
        del response["Content-Type"]
        return response
    headers["Content-Type"] = page.content_type
    if form != "body":
        headers["Content-Encoding"] = form
    if isinstance(content, int):  # only headers were asked for
        return HttpResponse(status=page.status, headers=headers | {"Content-Length": str(content)})
    headers["Content-Length"] = str(len(content))
    return HttpResponse(content, status=page.status, headers=headers)


def _health() -> HttpResponse:
    """`ok` when the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("The database does not answer.", 503)
    return _plain("ok", 200)


def _plain(text: str, status: int, **headers: str) -> HttpResponse:
    """A short answer that is not stored."""
    common = {**_SECURITY, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
    return HttpResponse(text, status=status, headers=common | headers)


_SECURITY = security()
