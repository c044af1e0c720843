"""A withdrawn article keeps its address, with the notice."""

import pytest

from articles.models import StoredPage
from articles.publishing.errors import PublishingRefused
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from tests.articles.conftest import DAY, NOON
from vivere.audit.models import Event


@pytest.fixture
def published(submitted, rui, ines, sign):
    sign(submitted, rui)
    return publish(submitted.revision, by=ines, now=NOON)


def test_the_page_turns_into_the_notice(published, ines):
    withdraw(published, by=ines, reason="A source was retracted.", now=NOON + DAY)
    page = StoredPage.objects.get(path=f"/articles/{published.slug}/")
    assert page.status == 410
    assert "A source was retracted." in bytes(page.body).decode()
    assert Event.objects.filter(action="article.withdrawn", reason="A source was retracted.").exists()


def test_a_reason_is_needed(published, ines):
    with pytest.raises(PublishingRefused, match="Say why"):
        withdraw(published, by=ines, reason=" ")


def test_it_is_withdrawn_once(published, ines):
    withdraw(published, by=ines, reason="First.", now=NOON + DAY)
    with pytest.raises(PublishingRefused, match="is withdrawn"):
        withdraw(published, by=ines, reason="Second.", now=NOON + DAY)


def test_a_withdrawn_article_can_come_back(published, ines):
    withdraw(published, by=ines, reason="A mistake.", now=NOON + DAY)
    again = publish(published.revision, by=ines, note="It was withdrawn by mistake.", now=NOON + 2 * DAY)
    assert (again.state, again.number) == ("current", 2)
    assert StoredPage.objects.get(path=f"/articles/{published.slug}/").status == 200
