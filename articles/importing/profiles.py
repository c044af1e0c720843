"""People of a file → profiles: found by their name, or made; what a profile already says is never replaced."""

from collections.abc import Iterable, Sequence

from django.utils.text import slugify

from articles.importing.people import Parsed
from authors.models import Profile, Qualification

_SLUG_LENGTH = 110


def keep(people: Sequence[Parsed]) -> tuple[list[int], list[str]]:
    """The profile ids of the people, in their order, and notes on those who were here before.

    A new profile takes everything the file says. An existing one is public and Governance's: nothing of it
    changes because somebody of the same name stands in a file; the note says what the file would add.
    """
    ids: list[int] = []
    notes: list[str] = []
    for person in people:
        found = Profile.objects.filter(name__iexact=person.name).order_by("-is_active", "id").first()
        if found is None:
            found = _made(person)
        else:
            offered = _offered(found, person)
            more = f" The file also gives: {', '.join(offered)}." if offered else ""
            notes.append(f"{found.name} had a profile, which was left as it is.{more}")
        ids.append(found.pk)
    return ids, notes


def _made(person: Parsed) -> Profile:
    profile = Profile.objects.create(
        slug=_free_slug(person.name),
        name=person.name,
        post_nominals=person.post_nominals,
        job_title=person.job_title,
        biography="\n\n".join(person.biography),
    )
    Qualification.objects.bulk_create(
        Qualification(profile=profile, institution=row.institution, award=row.award, year=row.year)
        for row in person.education
    )
    return profile


def _offered(profile: Profile, person: Parsed) -> list[str]:
    """Names of the fields that are empty in the profile and that the file has something for."""
    given = {
        "post-nominals": (profile.post_nominals, person.post_nominals),
        "job title": (profile.job_title, person.job_title),
        "biography": (profile.biography, person.biography),
    }
    return [name for name, (ours, theirs) in given.items() if theirs and not ours]


def _free_slug(name: str) -> str:
    stem = slugify(name)[:_SLUG_LENGTH].strip("-") or "person"
    taken = set(Profile.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in _candidates(stem) if slug not in taken)


def _candidates(stem: str) -> Iterable[str]:
    yield stem
    n = 1
    while n := n + 1:
        yield f"{stem}-{n}"
