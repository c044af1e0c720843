"""The review policy that an empty database starts with (H82)."""

from typing import Any

from articles.models.review import ReviewPolicy
from articles.models.site import Site
from articles.models.topic import Risk

# Risk → roles that must sign, months that a whole-page signature holds.
DEFAULTS: dict[str, tuple[list[str], int]] = {
    Risk.GENERAL: (["clinician"], 36),
    Risk.SUPPLEMENTS: (["clinician"], 24),
    Risk.MEDICINES: (["doctor"], 12),
}


def create_policies(using: str = "default", **_: Any) -> None:
    """The post_migrate receiver: adds what is absent, changes nothing that Governance has set."""
    for risk, (roles, months) in DEFAULTS.items():
        ReviewPolicy.objects.using(using).get_or_create(risk=risk, defaults={"roles": roles, "months": months})
    Site.objects.using(using).get_or_create(id=1)
