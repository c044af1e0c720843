"""The editor's door: Django's own admin over the working copy; what is frozen can only be read."""

from articles.admin import article, people, picture, publication, review, site, source, topic

__all__ = ["article", "people", "picture", "publication", "review", "site", "source", "topic"]
