"""What the review policy asks of an article: which roles sign, how long a whole-page signature holds (H82)."""

from dataclasses import dataclass

from articles.document.nodes import Commercial, Document
from articles.models import ReviewPolicy, Risk, Topic
from authors.credentials import CLINICIAN


@dataclass(frozen=True, slots=True)
class Requirement:
    """Roles that must sign, and months until the next review."""

    roles: tuple[str, ...]
    months: int


def requirement(document: Document) -> Requirement:
    """The strictest of the policies that the topics and the commercial context call for."""
    known = dict(Topic.objects.filter(slug__in=document.topics).values_list("slug", "risk"))
    risks = set(known.values()) or {str(Risk.GENERAL)}
    if len(known) < len(document.topics):
        risks.add(Risk.MEDICINES)  # a topic that was renamed or is gone: what it was is not known, so the strictest
    if document.commercial == Commercial.COMMERCIAL:
        risks.add(Risk.SUPPLEMENTS)
    policies = list(ReviewPolicy.objects.filter(risk__in=risks))
    roles = {role for policy in policies for role in policy.roles} or {CLINICIAN}
    if roles != {CLINICIAN}:
        roles.discard(CLINICIAN)  # a named profession is a clinician too
    months = min((policy.months for policy in policies), default=12)
    return Requirement(tuple(sorted(roles)), months)
