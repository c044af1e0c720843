"""The example article, read from its file: every defect that a machine can see is found (requirements §10)."""

from collections import Counter

from articles.importing.plain import draft
from articles.importing.read import read
from articles.quality import run
from articles.quality.context import Context, Reviewer
from tests.articles.quality.making import TODAY


def test_the_example_article_is_refused_for_the_reasons_of_its_analysis(shared):
    document = draft(read(shared / "seed/gut-immune-article.txt")).document
    expert = next(person for person in document.people if person.post_nominals == "MSc RD")
    named = Reviewer(
        profile=expert.profile,
        name=expert.name,
        is_registered=False,
        interests_are_current=False,
        background="At Vivere, she leads the development of products.",
    )
    findings = run.check(document, Context(on=TODAY, reviewers=(named,), owners=("Vivere",)))
    assert Counter(finding.code for finding in findings) == {
        "part-missing": 1,
        "citation-dangling": 17,
        "source-incomplete": 15,
        "care-block-missing": 1,
        "reviewer-not-independent": 1,
        "registration-unverified": 1,
        "reviewer-tied": 1,
        "coi-missing": 2,
    }
    numbers = [int(f.message.split()[1].rstrip(",")) for f in findings if f.code == "citation-dangling"]
    assert numbers == [1, 2, 3, 6, 11, 12, 13, 15, 17, 20, 22, 23, 26, 27, 29, 30, 31]
    assert "“Warning Signs of Gut-Immune Imbalance”" in next(f.message for f in findings if f.rule == "H16")
    assert not any(finding.is_absolute for finding in findings)


def test_its_expert_is_reported_for_the_protected_title_without_being_a_reviewer(shared):
    document = draft(read(shared / "seed/gut-immune-article.txt")).document
    found = [f for f in run.check(document, Context(on=TODAY)) if f.code == "registration-unverified"]
    assert [finding.rule for finding in found] == ["H66"]
    assert "(RD and Registered Dietitian)" in found[0].message or "(RD and Dietitian)" in found[0].message
