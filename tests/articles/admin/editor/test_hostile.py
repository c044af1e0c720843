"""Hostile mark-up posted straight to the form: clean after saving, harmless in the preview and in the form itself."""

import json

import lxml.html
import pytest
from django.urls import reverse

from articles.document import vocabulary
from articles.models import Article
from tests.articles.admin.posting import posted
from tests.articles.editing.test_hostile import OURS, _texts, problems


@pytest.fixture
def send(article, ada, client):
    """Posts the form with one section per attack; gives the answers of saving and of the preview."""
    client.force_login(ada)
    change = reverse("admin:articles_article_change", args=[article.pk])

    def send(attacks):
        form = posted(client.get(change), standfirst=attacks[0], takeaway__t1__body=attacks[0])
        keys = [f"k{n}" for n in range(len(attacks))]
        form |= {"section": keys} | {f"section.{key}.body": text for key, text in zip(keys, attacks, strict=True)}
        form |= {f"section.{key}.heading": text[:200] for key, text in zip(keys, attacks, strict=True)}
        preview = client.post(reverse("admin:article_preview", args=[article.pk]), form)
        return client.post(change, form), preview, client.get(change)

    return send


def check(saved, preview, shown):
    assert (saved.status_code, preview.status_code, shown.status_code) == (302, 200, 200)
    article = Article.objects.get()
    for section in article.sections.all():
        assert problems(section.body, vocabulary.BODY) == []
    assert problems(article.standfirst, vocabulary.INLINE) == []
    for answer in (preview, shown):
        tree = lxml.html.fromstring(answer.content.decode())
        for element in tree.iter(lxml.etree.Element):
            assert not [name for name in element.attrib if name.startswith("on")], element.tag
            assert not element.get("href", "").lower().lstrip().startswith(("javascript:", "data:text", "vbscript:"))
        assert {script.get("type") for script in tree.iter("script") if not script.get("src")} <= {
            "application/json",
            "application/ld+json",
        }


def test_our_own_attacks(send):
    check(*send(OURS))


def test_the_collected_attacks(shared, send):
    attacks = list(_texts(json.loads((shared / "data/06_hostile/dompurify_expect.json").read_text())))
    assert len(attacks) > 50
    for start in range(0, len(attacks), 100):
        check(*send(attacks[start : start + 100]))
        Article.objects.get().sections.all().delete()
