"""People of a file → profiles: found by their name, or made; what a profile already says is never replaced."""

from collections.abc import Iterable, Sequence

from django.utils.text import slugify

from articles.importing.people import Parsed
from authors.models import Profile, Qualification

_SLUG_LENGTH = 110


def keep(people: Sequence[Parsed]) -> tuple[list[int], list[str]]:
    """The profile ids of the people, in their order, and notes on those who were here before.

    A new profile takes everything the file says; an existing one only what it has nothing of, and no education.
    """
    ids: list[int] = []
    notes: list[str] = []
    for person in people:
        found = Profile.objects.filter(name__iexact=person.name).order_by("-is_active", "id").first()
        if found is None:
            found = _made(person)
        elif filled := _filled(found, person):
            notes.append(f"{found.name} had a profile; its empty {', '.join(filled)} came from the file.")
        else:
            notes.append(f"{found.name} had a profile, which was left as it is.")
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


def _filled(profile: Profile, person: Parsed) -> list[str]:
    """Names of the fields that were empty and now hold what the file says."""
    offered = {
        "post_nominals": person.post_nominals,
        "job_title": person.job_title,
        "biography": "\n\n".join(person.biography),
    }
    fresh = {name: value for name, value in offered.items() if value and not getattr(profile, name)}
    for name, value in fresh.items():
        setattr(profile, name, value)
    if fresh:
        profile.save(update_fields=list(fresh))
    return [name.replace("_", "-") if name == "post_nominals" else name.replace("_", " ") for name in fresh]


def _free_slug(name: str) -> str:
    stem = slugify(name)[:_SLUG_LENGTH].strip("-") or "person"
    taken = set(Profile.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in _candidates(stem) if slug not in taken)


def _candidates(stem: str) -> Iterable[str]:
    yield stem
    n = 1
    while n := n + 1:
        yield f"{stem}-{n}"
