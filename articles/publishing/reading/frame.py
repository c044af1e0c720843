"""What stands around every page. One query for the site, one for its policies."""

from articles.models import Site
from articles.publishing.looks import assets
from articles.publishing.policies import read as read_policies
from articles.publishing.rendering import addresses
from articles.publishing.rendering.frame import Frame, Link, SiteFacts

KEYS = frozenset({"site", "policies"})

# Policies from this position on stand under "Help" in the footer.
HELP_FROM = 10


def frame() -> Frame:
    """The frame as it is now."""
    site = Site.objects.filter(pk=1).first() or Site()
    policies = read_policies()
    return Frame(
        site=SiteFacts(
            name=site.name,
            owner=site.owner,
            about=site.about,
            funding=site.funding,
            contact_email=site.contact_email,
        ),
        assets=assets.hrefs(),
        how=tuple(Link(p.title, addresses.policy(p.slug)) for p in policies if p.position < HELP_FROM),
        help=tuple(Link(p.title, addresses.policy(p.slug)) for p in policies if p.position >= HELP_FROM),
    )
