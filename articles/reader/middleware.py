"""Answers every public request from one stored page, before sessions, auth and CSRF are touched."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from articles.reader.answers import answer

# Every address that is not the readers': staff, files, invited reviewers, programs.
ELSEWHERE = ("/admin/", "/static/", "/media/", "/desk/", "/review/", "/api/", "/styleguide/")
_WITHOUT_SLASH = frozenset(prefix.rstrip("/") for prefix in ELSEWHERE)


class PublicPages:
    """The first middleware. Staff addresses go on; all others are readers'."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if path.startswith(ELSEWHERE) or path in _WITHOUT_SLASH:
            return self.get_response(request)
        return answer(request)
