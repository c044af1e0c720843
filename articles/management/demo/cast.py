"""The invented people of the demonstration: accounts, profiles, qualifications, checks of the register."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.utils import timezone
from django.utils.text import slugify

from articles.images.intake import take_in
from articles.management.demo.files import PICTURES, entries
from articles.management.samples import PASSWORD
from authors.models import Profile, Qualification, Registration
from vivere.audit.chain import record

REGISTER = "Sample register"


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationFile:
    """A degree."""

    award: str
    institution: str
    country: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationFile:
    """An entry in the sample register."""

    profession: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """A person; with a group there is an account, with a biography there is a profile."""

    name: str
    group: str = ""
    post_nominals: str = ""
    job_title: str = ""
    picture: str = ""
    biography: str = ""
    interests: str = ""
    qualifications: tuple[QualificationFile, ...] = ()
    registration: RegistrationFile | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Accounts and profiles by the keys of people.toml."""

    users: dict[str, User]
    profiles: dict[str, Profile]


def load() -> Cast:
    """Creates accounts and profiles. Raises DemoFileWrong."""
    people = dict(entries("people.toml", PersonFile))
    password = make_password(PASSWORD)  # made once: each hash costs half a second on purpose
    groups = {group.name: group for group in Group.objects.all()}
    users = {key: _account(key, person, password, groups) for key, person in people.items() if person.group}
    profiles = {key: _profile(person, users.get(key)) for key, person in people.items() if person.biography}
    return Cast(users, profiles)


def renew(cast: Cast, *, now: datetime) -> None:
    """Governance looks everybody up in the register; everybody declares their interests again."""
    today, by = timezone.localdate(now), cast.users["governance"]
    for profile in cast.profiles.values():
        profile.interests_declared = today
        profile.save(update_fields=["interests_declared"])
        for entry in profile.registrations.all():
            entry.result = Registration.Result.REGISTERED
            entry.verified_on = today
            entry.verified_by = by.get_full_name()
            entry.save(update_fields=["result", "verified_on", "verified_by"])
            details = {"number": entry.number, "result": entry.result}
            record("registration.checked", f"profile:{profile.pk}", by=by, details=details, now=now)


def _account(key: str, person: PersonFile, password: str, groups: dict[str, Group]) -> User:
    first, _space, last = person.name.partition(" ")
    user = User.objects.create(
        username=key,
        password=password,
        first_name=first,
        last_name=last,
        email=f"{key}@vivere.example",
        is_staff=True,
    )
    user.groups.add(groups[person.group])
    return user


def _profile(person: PersonFile, user: User | None) -> Profile:
    profile = Profile.objects.create(
        user=user,
        slug=slugify(person.name),
        name=person.name,
        post_nominals=person.post_nominals,
        job_title=person.job_title,
        biography=person.biography.strip(),
        photo=_photo(person),
        interests=person.interests,
        is_sample=True,
    )
    Qualification.objects.bulk_create(
        Qualification(profile=profile, award=q.award, institution=q.institution, country=q.country, year=q.year)
        for q in person.qualifications
    )
    if person.registration:
        Registration.objects.create(
            profile=profile, body=REGISTER, profession=person.registration.profession, number=person.registration.number
        )
    return profile


def _photo(person: PersonFile) -> str:
    if not person.picture:
        return ""
    with (PICTURES / person.picture).open("rb") as file:
        return take_in(file, title=f"Portrait of {person.name} (sample)", credit="Drawn for Vivere").sha256
