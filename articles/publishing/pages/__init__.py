"""StoredPages: made once, served many times, made again when what they were made from changes."""

from articles.publishing.pages.find import Found, found, tag
from articles.publishing.pages.renewal import due, freshen, notice_new_looks, rebuild_all, refresh
from articles.publishing.pages.routes import address_of
from articles.publishing.pages.store import make, page

__all__ = [
    "Found",
    "address_of",
    "due",
    "found",
    "freshen",
    "make",
    "notice_new_looks",
    "page",
    "rebuild_all",
    "refresh",
    "tag",
]
