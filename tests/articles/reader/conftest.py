"""The articles of the publishing tests, asked for as a browser asks."""

from tests.articles.publishing.conftest import publish_document, published, walk

__all__ = ["publish_document", "published", "walk"]
