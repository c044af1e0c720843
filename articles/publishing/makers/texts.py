"""Policies, the page for addresses that lead nowhere, robots.txt, assets."""

from datetime import datetime
from html import escape

from django.utils.safestring import mark_safe

from articles.models import Site
from articles.publishing import policies
from articles.publishing.looks import assets
from articles.publishing.makers.made import FOR_EVER, Made, page
from articles.publishing.rendering import addresses
from articles.publishing.rendering.body import printed
from articles.publishing.rendering.dates import day_tag
from articles.publishing.rendering.frame import Link

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /desk/\nDisallow: /review/\n"


def policy_exists(slug: str) -> bool:
    """Whether there is a policy of this name."""
    return any(policy.slug == slug for policy in policies.read())


def make_policy(now: datetime, slug: str) -> Made | None:
    """A policy page, with the site's own name, owner and address filled in."""
    policy = next((policy for policy in policies.read() if policy.slug == slug), None)
    if policy is None:
        return None
    site = Site.objects.filter(pk=1).first() or Site()
    body = policy.body
    for name, value in (("site", site.name), ("owner", site.owner), ("email", site.contact_email)):
        body = body.replace(f"{{{name}}}", escape(value))
    body = printed(body, "", lambda *_: ("", ""), subheading="h2")  # last: it judges addresses as they will stand
    context = {
        "title": policy.title,
        "description": policy.summary,
        "section": "/policies/",
        "crumbs": [Link("Home", addresses.HOME)],
        "summary": policy.summary,
        "body": mark_safe(body),  # noqa: S308 - printed by rendering.body, values escaped above
        "changed": day_tag(policy.changed_on),
    }
    return page("policy", "policy.html", addresses.policy(slug), context)


def make_not_found(now: datetime) -> Made:
    """What an unknown address answers."""
    context = {
        "title": "Page not found",
        "description": "There is no page at this address.",
        "is_unlisted": True,
    }
    return page("error", "not_found.html", addresses.NOT_FOUND, context, status=404)


def make_robots(now: datetime) -> Made:
    """What crawlers should leave alone."""
    return Made(kind="text", body=ROBOTS, content_type="text/plain; charset=utf-8")


def asset_exists(path: str) -> bool:
    """Whether this is the address of an asset as it is today; older ones are in the store."""
    return any(asset.path == path for asset in assets.current().values())


def make_asset(now: datetime, path: str) -> Made | None:
    """An asset, to be kept for ever under the digest in its name."""
    for asset in assets.current().values():
        if asset.path == path:
            return Made(kind="asset", body=asset.body, content_type=asset.content_type, cache_control=FOR_EVER)
    return None
