"""Cards of people. Three queries (profiles, qualifications, registrations) and one for photos, if any."""

from collections.abc import Iterable

from articles.publishing.reading.pictures import pictures
from articles.publishing.rendering.cards import Card, Degree, PictureFile, Registered
from authors import orcid
from authors.models import Profile, Registration


def cards(profiles: Iterable[int]) -> dict[int, Card]:
    """Profile → card, of everybody who is asked for and exists."""
    rows = Profile.objects.filter(pk__in=set(profiles) - {0}).prefetch_related("qualifications", "registrations")
    photos = pictures(row.photo for row in rows)
    return {row.pk: card(row, photos.get(row.photo)) for row in rows}


def card(profile: Profile, photo: PictureFile | None) -> Card:
    """What the public may know of a profile whose qualifications and registrations were read with it."""
    return Card(
        profile=profile.pk,
        slug=profile.slug,
        name=profile.name,
        post_nominals=profile.post_nominals,
        job_title=profile.job_title,
        biography=profile.biography,
        photo=photo,
        orcid=orcid.url(profile.orcid) if profile.orcid else "",
        same_as=tuple(str(address) for address in profile.same_as if str(address).startswith("https://")),
        degrees=tuple(
            Degree(award=row.award, institution=row.institution, country=row.country, year=row.year)
            for row in profile.qualifications.all()
        ),
        registrations=tuple(_registered(row) for row in profile.registrations.all()),
        interests=profile.interests,
        interests_declared=profile.interests_declared.isoformat() if profile.interests_declared else "",
        is_sample=profile.is_sample,
    )


def _registered(row: Registration) -> Registered:
    return Registered(
        profession=row.get_profession_display(),
        body=row.body_name,
        number=row.number,
        url=row.register_url if row.register_url.startswith("https://") else "",
        result=row.get_result_display(),
        is_good=row.result == Registration.Result.REGISTERED,
        checked_on=row.verified_on,
    )
