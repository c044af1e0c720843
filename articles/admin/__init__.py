"""The editor's door: Django's own admin over the working copy; what is frozen can only be read."""

from articles.admin import article, publication, review, site, source

__all__ = ["article", "publication", "review", "site", "source"]
