"""History, comparison and restoring in the admin: what they show, and to whom."""

import pytest
from django.urls import reverse

from articles.editing import drafts
from articles.models import Article, ReviewRound, RevisionLabel, RoundState
from articles.publishing.publish import publish
from articles.review import transitions
from tests.articles.conftest import joined
from vivere.audit.models import Event


@pytest.fixture
def at(client):
    """A browser in which somebody is signed in."""

    def at(user):
        client.force_login(user)
        return client

    return at


@pytest.fixture
def live(article, submitted, rui, ines, sign):
    """Revision 1 signed and live."""
    sign(submitted, rui)
    publish(submitted.revision, by=ines)
    return article


@pytest.fixture
def edited(live, ada, edit):
    """Revision 1 is live, revision 2 in review, the draft says something else again."""
    edit(live, ada, title="Sleep and the early shift")
    transitions.submit(live, by=ada)
    return edit(live, ada, standfirst="Working in the morning makes sleep harder.")


def history(article):
    return reverse("admin:articles_article_history", args=[article.pk])


def compare(article, old="", new=""):
    return f"{reverse('admin:article_compare', args=[article.pk])}?old={old}&new={new}"


def restoring(article, number=1):
    return reverse("admin:article_restore", args=[article.pk, number])


def page(answer):
    return " ".join(answer.content.decode().split())


def test_every_revision_stands_with_who_when_and_where_it_is(edited, ada, at):
    shown = page(at(ada).get(history(edited)))
    assert "Waiting for review" in shown
    assert "Live" in shown
    assert "publication 1," in shown
    assert "Signed: whole page</span> by Rui Reviewer, RD, 1 June 2026" in shown
    assert "by Ada Writer" in shown
    assert "Changed since revision 2." in shown


def test_rounds_and_publications_that_ended_are_told_in_plain_words(edited, rui, ada, sign, ines, at):
    second = edited.rounds.get(state=RoundState.WAITING)
    transitions.request_changes(second, by=rui, reason="Say how early.")
    third = transitions.submit(edited, by=ada)
    sign(third, rui)
    publish(third.revision, by=ines, note="The title names the shift.")
    shown = page(at(ada).get(history(edited)))
    assert "Changes requested</span> Say how early." in shown
    assert "Published before, superseded" in shown
    assert "Says the same as revision 3." in shown


def test_a_draft_of_which_nothing_was_kept_says_so(article, ada, at):
    assert "Not submitted for review yet" in page(at(ada).get(history(article)))


@pytest.mark.parametrize("count", [1, 3])
def test_the_history_costs_the_same_for_many_revisions(count, live, ada, edit, at, django_assert_num_queries):
    for n in range(count - 1):
        edit(live, ada, title=f"Title {n}")
        transitions.submit(live, by=ada)
    browser = at(ada)
    with django_assert_num_queries(17):
        shown = page(browser.get(history(live)))
    assert shown.count("<h2>Revision") == count


def test_the_comparison_shows_what_went_and_what_came(edited, ada, at):
    shown = page(at(ada).get(compare(edited, "live", "draft")))
    assert '<del><span class="vh">removed: </span>night</del>' in shown
    assert '<ins><span class="vh">added: </span>early</ins>' in shown
    assert "2 parts changed." in shown
    assert "The live text, revision 1" in shown


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [("1", "2", 1), ("2", "draft", 1), ("signed", "draft", 2), ("draft", "live", 2), ("", "", 2), ("2", "2", 0)],
)
def test_any_two_texts_can_be_compared(old, new, changed, edited, ada, at):
    answer = at(ada).get(compare(edited, old, new))
    assert answer.status_code == 200
    assert len(answer.context["shown"].changes) == changed


@pytest.mark.parametrize(
    ("old", "says"),
    [
        ("9", "This article has no revision 9."),
        ("0", "This article has no revision 0."),
        ("-1", "is no text of an article"),
        ("9" * 40, "is no text of an article"),
        ("²", "is no text of an article"),
        ("<script>", "is no text of an article"),
        ("1%00", "is no text of an article"),
    ],
)
def test_a_text_that_does_not_exist_is_answered_with_a_sentence(old, says, edited, ada, at):
    answer = at(ada).get(compare(edited, old, "draft"))
    assert answer.status_code == 404
    assert says in page(answer)
    assert "<script>”" not in answer.content.decode()


def test_before_anything_is_signed_or_live_the_page_says_so(article, ada, at):
    assert "Nothing of this article is live." in page(at(ada).get(compare(article, "live", "draft")))
    assert "No revision of this article was signed yet." in page(at(ada).get(compare(article, "signed", "draft")))


def test_numbers_belong_to_their_own_article(edited, document, ada, at):
    other = drafts.create(document, by=ada)
    assert at(ada).get(compare(other, "1", "draft")).status_code == 404
    assert at(ada).get(restoring(other, 1)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_comparison_costs_the_same_for_many_revisions(count, live, ada, edit, at, django_assert_num_queries):
    for n in range(count):
        edit(live, ada, title=f"Title {n}")
        transitions.submit(live, by=ada)
    browser = at(ada)
    with django_assert_num_queries(14):
        browser.get(compare(live, "live", "draft"))


def test_a_revision_is_shown_as_the_page_it_would_be(edited, ada, at):
    answer = at(ada).get(reverse("admin:article_revision", args=[edited.pk, 1]))
    shown = page(answer)
    assert "Revision 1, as it was kept" in shown
    assert "Sleep and the night shift" in shown
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert at(ada).get(reverse("admin:article_revision", args=[edited.pk, 7])).status_code == 404


def test_restoring_asks_first_then_says_what_was_done(edited, ada, at):
    asked = page(at(ada).get(restoring(edited)))
    assert "Nothing that is live, in review or signed changes" in asked
    answer = at(ada).post(restoring(edited), {"version": edited.version}, follow=True)
    assert answer.redirect_chain == [(reverse("admin:articles_article_change", args=[edited.pk]), 302)]
    assert "The draft now says what revision 1 said." in page(answer)
    assert Article.objects.get().title == "Sleep and the night shift"
    assert Event.objects.filter(action="article.restored").count() == 1


def test_reading_the_question_restores_nothing(edited, ada, at):
    at(ada).get(restoring(edited))
    assert Article.objects.get().title == "Sleep and the early shift"


def test_a_draft_that_moved_on_answers_409_and_asks_again(edited, ada, ines, edit, at):
    shown = edited.version
    edit(edited, ines, audience="Nurses")
    answer = at(ada).post(restoring(edited), {"version": shown})
    assert answer.status_code == 409
    assert "Somebody saved" in page(answer)
    assert f'name="version" value="{shown + 1}"' in page(answer)
    assert Article.objects.get().audience == "Nurses"


@pytest.mark.parametrize("version", ["", "x", "0"])
def test_a_form_without_its_version_restores_nothing(version, edited, ada, at):
    answer = at(ada).post(restoring(edited), {"version": version})
    assert "open this page again" in page(answer)
    assert not Event.objects.filter(action="article.restored").exists()


def naming(article, number=1):
    return reverse("admin:article_label", args=[article.pk, number])


def test_a_revision_gets_a_name_that_list_and_choice_show(edited, ada, at):
    answer = at(ada).post(naming(edited), {"name": "Before <b>autumn"}, follow=True)
    assert "Revision 1: Before &lt;b&gt;autumn</h2>" in page(answer)
    assert ">Revision 1: Before &lt;b&gt;autumn</option>" in page(at(ada).get(compare(edited, "1", "2")))


def test_a_name_that_is_too_long_is_answered_with_a_sentence(edited, ada, at):
    assert "80 is the limit" in page(at(ada).post(naming(edited), {"name": "x" * 81}, follow=True))


# Who → (may see history, comparison and revisions; may restore). Nobody is left out.
ALLOWED = {
    "writer of it": (200, 200),
    "another writer": (403, 403),
    "editor": (200, 200),
    "reviewer asked": (200, 403),
    "reviewer of a round for anybody": (200, 403),
    "reviewer not asked": (403, 403),
    "publisher": (200, 403),
    "governance": (200, 403),
    "no role": (302, 302),
    "signed out": (302, 302),
    "writer who left": (302, 302),
}


@pytest.fixture
def as_whom(request, live, ada, rui, ines, gita, olga, at, client):
    """A browser of the person of a name in the table."""

    def staff(user, group):
        user.is_staff = True
        user.save()
        return at(joined(user, group))

    def reviewer(of):
        ReviewRound.objects.update(reviewer=of)
        return at(rui)

    def left():
        ada.is_active = False
        ada.save()
        return client

    people = {
        "writer of it": lambda: at(ada),
        "another writer": lambda: staff(olga, "Writer"),
        "editor": lambda: staff(olga, "Editor"),
        "reviewer asked": lambda: reviewer(rui.profile),
        "reviewer of a round for anybody": lambda: reviewer(None),
        "reviewer not asked": lambda: reviewer(ines.profile),
        "publisher": lambda: at(ines),
        "governance": lambda: at(gita),
        "no role": lambda: at(olga),
        "signed out": lambda: client,
        "writer who left": lambda: at(ada) and left(),
    }
    return people[request.param]()


@pytest.mark.parametrize(("as_whom", "may"), ALLOWED.items(), ids=ALLOWED, indirect=["as_whom"])
def test_who_may_see_and_who_may_restore(as_whom, may, live):
    revision = reverse("admin:article_revision", args=[live.pk, 1])
    seen = [as_whom.get(address).status_code for address in (history(live), compare(live, "live", "1"), revision)]
    assert seen == [may[0]] * 3
    assert as_whom.get(restoring(live)).status_code == may[1]
    posted = as_whom.post(restoring(live), {"version": live.version}).status_code
    assert posted == (302 if may[1] == 200 else may[1])
    assert as_whom.post(naming(live), {"name": "Mine"}).status_code == (302 if may[1] == 200 else may[1])
    assert RevisionLabel.objects.exists() == (may[1] == 200)
    assert as_whom.post(history(live)).status_code in {405, 302}
