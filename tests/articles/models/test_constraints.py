"""Each constraint of each table refuses what it is there to refuse, and nothing else."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from articles import models as m
from authors.models import Profile, Qualification, Registration
from tests.articles.models.rows import DAY, FRESH, NOW, ONLY_ROW, SAME, another, our_models
from vivere.audit.models import ChainHead

# Constraint → the model and the one thing that is wrong with an otherwise acceptable row.
REFUSED: dict[str, tuple[type, dict[str, Any]]] = {
    "article_has_a_title": (m.Article, {"title": ""}),
    "article_commercial": (m.Article, {"commercial": "maybe"}),
    "review_months": (m.Article, {"review_months": 61}),
    "one_part_once": (m.ArticlePerson, {"role": SAME}),
    "known_part": (m.ArticlePerson, {"role": "reviewer"}),
    "one_edit_row_per_person": (m.Edit, {"user_id": SAME}),
    "section_kind": (m.Section, {"kind": "poem"}),
    "section_level": (m.Section, {"level": 4}),
    "care_cards_alone_have_a_level": (m.Section, {"care_level": "urgent"}),
    "page_freshness": (m.StoredPage, {"freshness": "ripe"}),
    "one_dependency_once": (m.Dependency, {"on": SAME}),
    "picture_has_a_size": (m.Picture, {"width": 0}),
    "one_source_per_revision": (m.RevisionSource, {"source": SAME}),
    "one_picture_per_revision": (m.RevisionPicture, {"picture": SAME}),
    "one_person_per_revision": (m.RevisionPerson, {"profile": SAME}),
    "publication_number_once": (m.Publication, {"number": SAME}),
    "one_current_per_article": (m.Publication, {"state": "current", "slug": "b"}),
    "one_current_per_slug": (m.Publication, {"state": "current", "article": lambda rows: rows["article"]}),
    "publication_state": (m.Publication, {"state": "gone"}),
    "publication_change": (m.Publication, {"change": "typo"}),
    "next_review_is_later": (m.Publication, {"next_review": DAY}),
    "ended_publications_have_a_time": (m.Publication, {"state": "withdrawn"}),
    "one_exception_per_code": (m.PublicationException, {"code": SAME}),
    "an_exception_has_a_reason": (m.PublicationException, {"reason": ""}),
    "policy_risk": (m.ReviewPolicy, {"risk": "none"}),
    "policy_months": (m.ReviewPolicy, {"months": 0}),
    "round_number_once": (m.ReviewRound, {"number": SAME}),
    "one_open_round_per_article": (m.ReviewRound, {"state": "accepted", "closed_at": None}),
    "round_state": (m.ReviewRound, {"state": "lost"}),
    "closed_rounds_have_a_time": (m.ReviewRound, {"closed_at": None}),
    "one_signature_per_role_and_round": (m.SignOff, {"role": SAME}),
    "sign_off_scope": (m.SignOff, {"scope": "half", "base": lambda rows: rows[m.Revision]}),
    "sign_off_meaning": (m.SignOff, {"meaning": "seen"}),
    "part_signatures_have_a_base": (m.SignOff, {"scope": "changed"}),
    "signer_has_a_name": (m.SignOff, {"name": ""}),
    "revision_number_once": (m.Revision, {"number": SAME}),
    "revision_numbers_start_at_1": (m.Revision, {"number": 0}),
    "a_label_says_something": (m.RevisionLabel, {"name": ""}),
    "made_or_signed_not_both": (m.Involvement, {"profile": SAME, "side": "made"}),
    "made_or_signed_not_both_user": (m.Involvement, {"user_id": SAME, "side": "made"}),
    "involvement_side": (m.Involvement, {"side": "saw"}),
    "involvement_of_somebody": (m.Involvement, {"profile": None, "user_id": None}),
    "one_site": (m.Site, {"id": 2}),
    "source_doi_once": (m.Source, {"doi": SAME}),
    "source_pmid_once": (m.Source, {"pmid": SAME}),
    "source_pmcid_once": (m.Source, {"pmcid": SAME}),
    "source_status": (m.Source, {"status": "fine"}),
    "one_reference_once": (m.Reference, {"source": SAME}),
    "topic_risk": (m.Topic, {"risk": "none"}),
    "one_topic_once": (m.ArticleTopic, {"tag": SAME}),
    "orcid_once": (Profile, {"orcid": SAME}),
    "profile_has_a_name": (Profile, {"name": ""}),
    "qualification_year": (Qualification, {"year": 1850}),
    "registration_once": (Registration, {"number": SAME}),
    "a_check_has_a_date_and_a_name": (Registration, {"verified_by": ""}),
    "one_chain_head": (ChainHead, {"id": 2}),
}
BY_UPDATE = {"source_not_merged_into_itself"}  # tried below: a row has no id to point at before it stands


def test_every_constraint_is_tried_here():
    declared = {constraint.name for model in our_models() for constraint in model._meta.constraints}
    assert declared == set(REFUSED) | BY_UPDATE


@pytest.mark.parametrize("model", [model for model in FRESH if model not in ONLY_ROW], ids=lambda model: model.__name__)
def test_an_acceptable_row_is_accepted(model, rows):
    assert another(rows, model, {}).pk != rows[model].pk


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses(name, rows):
    model, wrong = REFUSED[name]
    if model in ONLY_ROW:
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.filter(pk=rows[model].pk).update(**wrong)
    else:
        with pytest.raises(IntegrityError):
            another(rows, model, wrong)


def test_a_source_is_not_merged_into_itself(rows):
    source = rows[m.Source]
    with pytest.raises(IntegrityError), transaction.atomic():
        m.Source.objects.filter(pk=source.pk).update(merged_into=source)


@pytest.mark.parametrize(
    ("model", "fine"),
    [
        (m.Section, {"kind": "care", "care_level": "urgent"}),
        (m.Source, {"doi": SAME, "pmid": SAME, "pmcid": SAME, "merged_into": lambda rows: rows[m.Source]}),
        (m.Source, {"doi": "", "pmid": "", "pmcid": ""}),
        (m.SignOff, {"scope": "changed", "base": lambda rows: rows[m.Revision]}),
        (m.Publication, {"state": "superseded", "ended_at": NOW}),
        (m.Publication, {"state": "current", "slug": "b", "article": lambda rows: rows["article"]}),
        (m.Publication, {"next_review": date(2026, 6, 2)}),
        (m.Involvement, {"profile": None}),
        (Profile, {"orcid": ""}),
        (Registration, {"result": "unchecked", "verified_on": None, "verified_by": ""}),
        (Qualification, {"year": None}),
    ],
)
def test_the_database_accepts(model, fine, rows):
    assert another(rows, model, fine).pk


def test_two_people_without_an_account_may_have_made_a_revision(rows):
    another(rows, m.Involvement, {"profile": None, "user_id": 905})
    assert another(rows, m.Involvement, {"profile": None, "user_id": 906}).pk


KEPT = [
    (m.Revision, "a revision that was signed or published"),
    (m.Article, "an article with revisions"),
    (m.ReviewRound, "a round with signatures"),
    (m.Publication, "a publication with exceptions"),
    (m.Source, "a source that a revision names"),
    (m.Picture, "a picture that a revision names"),
    (m.Topic, "a topic in use"),
    (Profile, "a person who signed"),
]


@pytest.mark.parametrize("model", [model for model, _ in KEPT], ids=[why for _, why in KEPT])
def test_deletion_is_refused_for(model, rows):
    with pytest.raises(models.ProtectedError):
        rows[model].delete()
