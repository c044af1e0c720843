"""Why something cannot be published, in sentences for the publisher."""

from collections.abc import Iterable

from articles.quality.findings import Finding


class PublishingRefused(Exception):
    """The step is not possible; the message says why and what to do."""


class FindingsInTheWay(PublishingRefused):
    """Blocking findings that no exception covers, or that take none; `findings` has them all."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        listed = " ".join(finding.message for finding in self.findings)
        super().__init__(f"{len(self.findings)} findings stand in the way. {listed}")
