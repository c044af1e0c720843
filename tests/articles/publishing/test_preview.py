"""A preview is the page that publication would make, marked as what it is."""

from articles.editing import assemble
from articles.publishing.preview import context
from articles.publishing.publish import publish
from tests.articles.conftest import NOON


def test_a_draft_is_unlisted_and_claims_no_review(article):
    shown = context(assemble.document(article), slug=article.slug, article_id=article.pk, now=NOON)
    assert shown["is_unlisted"]
    assert shown["published"] == shown["updated"] == "once it is published"
    assert shown["last_reviewed"] == "once it is signed"
    assert dict(shown["byline"])["Medically reviewed by"] == []


def test_of_a_public_article_the_first_publication_stands(article, submitted, rui, ines, sign):
    sign(submitted, rui)
    publish(submitted.revision, by=ines, now=NOON)
    shown = context(assemble.document(article), slug=article.slug, article_id=article.pk, now=NOON)
    assert "2026" in shown["published"]
    assert "Published" in [step.title for step in shown["steps"]]
    assert shown["last_reviewed"] == "once it is signed"
