"""However many ask, one makes; and nobody makes from what a publication is changing."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from articles.models import Freshness, StoredPage
from articles.publishing.pages import due, page, refresh
from articles.publishing.reading import entries
from tests.articles.conftest import NOON

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _threads_have_connections():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's test database is in memory and has one connection; its transactions are IMMEDIATE")


def together(*jobs):
    """Runs the jobs in threads of their own and waits for all; what went wrong in one is raised here."""
    wrong = []

    def run(job):
        try:
            job()
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert wrong == []


def test_a_page_that_many_ask_for_is_made_once(published, monkeypatch):
    made = []
    newest = entries.newest
    monkeypatch.setattr(entries, "newest", lambda *args, **more: made.append(args) or newest(*args, **more))
    together(*[lambda: due("/", now=NOON)] * 8)
    assert len(made) == 1
    assert page("/").freshness == Freshness.FRESH


def test_a_page_made_while_a_publication_is_under_way_does_not_outlive_it(
    published, publish_document, document, monkeypatch
):
    due("/articles/", now=NOON)
    StoredPage.objects.filter(path="/articles/").update(freshness=Freshness.REBUILD)
    marked, has_read = threading.Event(), threading.Event()
    newest = entries.newest
    monkeypatch.setattr(entries, "newest", lambda *args, **more: (newest(*args, **more), has_read.set())[0])

    def publishes():
        with transaction.atomic():
            publish_document(document, slug="second", now=NOON + timedelta(hours=1))
            marked.set()
            has_read.wait(1)  # a reader who does not wait has by now read what was true before

    def reads():
        marked.wait(10)
        due("/articles/", now=NOON + timedelta(hours=2))

    together(publishes, reads)
    due("/articles/", now=NOON + timedelta(hours=3))
    assert b"/articles/second/" in page("/articles/").body


def test_refreshing_from_two_sides_does_not_lock_up(published):
    together(*[lambda: refresh({f"article:{published.article_id}", "site"}, now=NOON)] * 4)
    assert page(f"/articles/{published.slug}/").freshness == Freshness.FRESH
