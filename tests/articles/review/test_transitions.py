"""From where each act may start, and who may do it."""

import pytest

from articles.document.nodes import Section
from articles.models import Involvement, ReviewRound, RoundState
from articles.review import transitions
from articles.review.errors import NotAllowed, ReviewRefused, RoundClosed
from tests.articles.conftest import DAY, NOON, joined
from vivere.audit.models import Event

ENDED = [RoundState.CHANGES_REQUESTED, RoundState.APPROVED, RoundState.DECLINED, RoundState.WITHDRAWN]


def acts(rui, ada, digest):
    """Every act on a round, done by the person who may."""
    return {
        "accept": lambda r: transitions.accept(r, by=rui),
        "decline": lambda r: transitions.decline(r, by=rui, reason="No time"),
        "request_changes": lambda r: transitions.request_changes(r, by=rui, reason="Say more"),
        "withdraw": lambda r: transitions.withdraw(r, by=ada),
        "sign_off": lambda r: transitions.sign_off(
            r, by=rui, digest=digest, meaning="approved", scope="whole", now=NOON
        ),
    }


AFTER = {
    "accept": RoundState.ACCEPTED,
    "decline": RoundState.DECLINED,
    "request_changes": RoundState.CHANGES_REQUESTED,
    "withdraw": RoundState.WITHDRAWN,
    "sign_off": RoundState.APPROVED,
}


def test_submitting_stores_the_text_and_opens_a_round(article, ada):
    opened = transitions.submit(article, by=ada, now=NOON)
    assert (opened.number, opened.revision.number, opened.state) == (1, 1, "waiting")
    assert opened.revision.is_intact
    assert opened.revision.document().title == article.title
    assert Event.objects.filter(action="review.submitted", article=article.pk).count() == 1


@pytest.mark.parametrize("start", [RoundState.WAITING, RoundState.ACCEPTED])
@pytest.mark.parametrize("act", AFTER)
def test_every_act_moves_an_open_round(act, start, submitted, ada, rui):
    ReviewRound.objects.filter(pk=submitted.pk).update(state=start)
    acts(rui, ada, submitted.revision.digest)[act](submitted)
    submitted.refresh_from_db()
    assert submitted.state == AFTER[act]


@pytest.mark.parametrize("end", ENDED)
@pytest.mark.parametrize("act", AFTER)
def test_no_act_moves_a_closed_round(act, end, submitted, ada, rui):
    ReviewRound.objects.filter(pk=submitted.pk).update(state=end, closed_at=NOON)
    with pytest.raises(RoundClosed):
        acts(rui, ada, submitted.revision.digest)[act](submitted)
    submitted.refresh_from_db()
    assert submitted.state == end


@pytest.mark.parametrize("person", ["olga", "ines", "gita", "ada"])
@pytest.mark.parametrize("act", ["accept", "decline", "request_changes", "sign_off"])
def test_only_reviewers_decide(act, person, submitted, request, ada):
    somebody = request.getfixturevalue(person)
    with pytest.raises(NotAllowed):
        acts(somebody, ada, submitted.revision.digest)[act](submitted)


@pytest.mark.parametrize("person", ["olga", "ines", "gita", "rui"])
def test_only_its_writers_and_editors_submit_and_withdraw(person, article, submitted, request):
    somebody = request.getfixturevalue(person)
    with pytest.raises(NotAllowed):
        transitions.submit(article, by=somebody)
    with pytest.raises(NotAllowed):
        transitions.withdraw(submitted, by=somebody)


def test_another_writer_does_not_submit_but_an_editor_does(article, olga):
    olga = joined(olga, "Writer")
    with pytest.raises(NotAllowed):
        transitions.submit(article, by=olga)
    olga = joined(olga, "Editor")
    assert transitions.submit(article, by=olga).is_open


def test_an_account_that_was_switched_off_does_nothing(article, submitted, ada, rui):
    ada.is_active = rui.is_active = False
    with pytest.raises(NotAllowed):
        transitions.withdraw(submitted, by=ada)
    with pytest.raises(NotAllowed):
        transitions.accept(submitted, by=rui)


def test_submitting_the_same_text_again_is_refused_while_it_waits(article, submitted, ada):
    with pytest.raises(ReviewRefused, match="in review already"):
        transitions.submit(article, by=ada)


def test_submitting_the_same_text_after_a_decline_uses_the_same_revision(article, submitted, ada, rui):
    transitions.decline(submitted, by=rui, reason="Away")
    again = transitions.submit(article, by=ada)
    assert (again.number, again.revision) == (2, submitted.revision)


def test_a_newer_text_replaces_the_round_that_waits(article, submitted, ada, edit):
    edit(article, ada, standfirst="Another standfirst.")
    newer = transitions.submit(article, by=ada)
    submitted.refresh_from_db()
    assert (newer.revision.number, submitted.state) == (2, "withdrawn")
    assert submitted.closed_reason == "Replaced by revision 2."


def test_the_draft_may_move_on_during_review(article, submitted, ada, rui, edit, sign):
    edit(article, ada, standfirst="Another standfirst.")
    assert sign(submitted, rui).revision.number == 1


def test_a_round_that_names_a_reviewer_is_theirs_alone(article, ada, rui, olga):
    round_ = transitions.submit(article, by=ada, reviewer=rui.profile)
    olga = joined(olga, "Reviewer")
    with pytest.raises(NotAllowed, match="asked of Rui Reviewer"):
        transitions.accept(round_, by=olga)


def test_nobody_is_asked_to_review_their_own_work(article, ada):
    with pytest.raises(NotAllowed, match="wrote or edited"):
        transitions.submit(article, by=ada, reviewer=ada.profile)
    assert not ReviewRound.objects.exists()


def test_a_text_without_words_is_not_submitted(article, ada, edit):
    edit(article, ada, sections=(Section(heading="Only a heading"),))
    with pytest.raises(ReviewRefused, match="has no text"):
        transitions.submit(article, by=ada)


def test_a_citation_of_nothing_is_not_submitted(article, ada, edit):
    edit(article, ada, standfirst='Somebody says so <cite-ref data-source="999999"></cite-ref>.')
    with pytest.raises(ReviewRefused, match="“Standfirst” names a source that does not exist"):
        transitions.submit(article, by=ada)


@pytest.mark.parametrize("act", [transitions.decline, transitions.request_changes])
def test_saying_no_needs_a_reason(act, submitted, rui):
    with pytest.raises(ReviewRefused, match="needs a reason"):
        act(submitted, by=rui, reason="  ")


def test_the_byline_author_and_every_editor_made_the_revision(article, ada, ines, edit):
    edit(article, ines, standfirst="Ines had a hand in this.")
    made = Involvement.objects.filter(revision=transitions.submit(article, by=ada).revision, side="made")
    assert {row.name for row in made} == {"Ada Writer", "Ines Publisher"}


def test_work_before_the_last_signature_is_not_counted_again(article, submitted, ada, rui, ines, edit, sign):
    sign(submitted, rui)
    edit(article, ines, standfirst="Ines had a hand in this.", now=NOON + DAY)
    newer = transitions.submit(article, by=ada, now=NOON + 2 * DAY)
    made = Involvement.objects.filter(revision=newer.revision, side="made")
    assert {row.name for row in made} == {"Ada Writer", "Ines Publisher"}  # Ada stands in the byline
