"""Gives the readers' addresses their names; the first middleware answers them before any view is asked."""

from django.http import HttpRequest, HttpResponse

from articles.reader.answers import answer, not_found


def page(request: HttpRequest, **_: str) -> HttpResponse:
    """The stored page, wherever the middleware is not in front."""
    return answer(request)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What staff addresses that lead nowhere answer."""
    return not_found(request)
