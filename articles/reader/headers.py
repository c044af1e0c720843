"""The headers that every public answer carries, and which packed form a reader's browser takes."""

from functools import lru_cache

from django.conf import settings

CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def security() -> dict[str, str]:
    """Constant for a process: nothing on a public page comes from elsewhere, and nothing about it goes elsewhere."""
    headers = {
        "Content-Security-Policy": CONTENT_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Permissions-Policy": ", ".join(f"{name}=()" for name in settings.PERMISSIONS_POLICY),
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    }
    if settings.SECURE_HSTS_SECONDS:
        headers["Strict-Transport-Security"] = (
            f"max-age={settings.SECURE_HSTS_SECONDS}"
            + ("; includeSubDomains" if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else "")
            + ("; preload" if settings.SECURE_HSTS_PRELOAD else "")
        )
    return headers


@lru_cache(maxsize=256)
def encoding(accepted: str) -> str:
    """`br`, `gzip` or `body` (as it is) for an Accept-Encoding header (RFC 9110 §12.5.3); ours first."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, _, parameters = part.partition(";")
        weights[name.strip()] = _weight(parameters)
    any_other = weights.get("*", 0.0)
    return next((name for name in ("br", "gzip") if weights.get(name, any_other) > 0), "body")


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
