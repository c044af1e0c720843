"""Profile → what is printed of a person at one moment."""

from dataclasses import dataclass

from authors.models import Profile


@dataclass(frozen=True, slots=True)
class Byline:
    """A person as text; dates are ISO."""

    profile: int
    name: str
    post_nominals: str
    job_title: str
    interests: str
    interests_declared: str


def byline(profile: Profile) -> Byline:
    """What a document or a signature copies of a profile."""
    return Byline(
        profile=profile.pk,
        name=profile.name,
        post_nominals=profile.post_nominals,
        job_title=profile.job_title,
        interests=profile.interests,
        interests_declared=profile.interests_declared.isoformat() if profile.interests_declared else "",
    )
