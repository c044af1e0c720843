"""What a publisher may go live over: a reason for each code among the blocking findings."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Publication, PublicationException
from articles.publishing.errors import FindingsInTheWay, PublishingRefused
from articles.quality.findings import Finding


@dataclass(frozen=True, slots=True)
class Exemption:
    """A typed reason to go live over every blocking finding of one code; readers see it."""

    code: str
    reason: str


def check(findings: Iterable[Finding], exemptions: Iterable[Exemption]) -> dict[str, list[Finding]]:
    """Code → the findings that its exemption covers.

    Raises FindingsInTheWay for what is absolute or has no exemption, PublishingRefused for an exemption
    without a reason or for a code that nothing was found under.
    """
    reasons = {exemption.code: exemption.reason.strip() for exemption in exemptions}
    empty = [code for code, reason in reasons.items() if not reason]
    if empty:
        raise PublishingRefused(f"Give a reason for going live over {', '.join(empty)}; readers will see it.")
    blocking = [finding for finding in findings if finding.is_blocking]
    uncovered = [f for f in blocking if f.is_absolute or f.code not in reasons]
    if uncovered:
        raise FindingsInTheWay(uncovered)
    covered: dict[str, list[Finding]] = {code: [] for code in reasons}
    for finding in blocking:
        covered[finding.code].append(finding)
    unused = [code for code, found in covered.items() if not found]
    if unused:
        raise PublishingRefused(f"Nothing was found under {', '.join(unused)}; leave that exception out.")
    return covered


def store(publication: Publication, covered: dict[str, list[Finding]], exemptions: Iterable[Exemption]) -> None:
    """Writes one row per exemption, with the sentences that it covers."""
    reasons = {exemption.code: exemption.reason.strip() for exemption in exemptions}
    PublicationException.objects.bulk_create(
        PublicationException(
            publication=publication,
            code=code,
            findings=[[finding.key, finding.message] for finding in found],
            reason=reasons[code],
            by_name=publication.by_name,
        )
        for code, found in sorted(covered.items())
    )
