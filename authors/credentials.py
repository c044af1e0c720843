"""Who may review what, on which date (H64–H68, H71)."""

from calendar import monthrange
from datetime import date

from authors.models import Profile, Registration
from authors.registers import Profession

# The review role that any registered professional can fill; every other role is the profession of that name.
CLINICIAN = "clinician"
ROLES = {CLINICIAN: "Registered clinician"} | {value: str(label) for value, label in Profession.choices}

# A check of the register and a declaration of interests both hold for twelve months (H65, H71).
VALID_MONTHS = 12


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_verified(registration: Registration, *, on: date) -> bool:
    """Whether the register said "no restrictions" within twelve months before `on`, with no newer check due."""
    return (
        registration.result == Registration.Result.REGISTERED
        and registration.verified_on is not None
        and registration.verified_on <= on < add_months(registration.verified_on, VALID_MONTHS)
        and (registration.next_check is None or on < registration.next_check)
    )


def registration_for(profile: Profile, *, role: str, on: date) -> Registration | None:
    """The verified registration that lets this person review in this role on this day."""
    fits = [
        registration
        for registration in profile.registrations.all()
        if role in (CLINICIAN, registration.profession) and is_verified(registration, on=on)
    ]
    return fits[0] if fits else None


def interests_are_current(declared: date | None, *, on: date) -> bool:
    """Whether competing interests were declared within twelve months before `on`."""
    return declared is not None and declared <= on < add_months(declared, VALID_MONTHS)
