"""Professional registers: their names, the form of their numbers, where a number is looked up (F9)."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models


class Body(models.TextChoices):
    """Who keeps the register."""

    HCPC = "HCPC", "Health and Care Professions Council"
    GMC = "GMC", "General Medical Council"
    GPHC = "GPhC", "General Pharmaceutical Council"
    NMC = "NMC", "Nursing and Midwifery Council"
    GDC = "GDC", "General Dental Council"
    SAMPLE = "Sample register", "Sample register (demonstration only)"
    OTHER = "Other", "Another register"


class Profession(models.TextChoices):
    """What a registration lets somebody call themselves, and review as."""

    DIETITIAN = "dietitian", "Dietitian"
    DOCTOR = "doctor", "Doctor"
    PHARMACIST = "pharmacist", "Pharmacist"
    NURSE = "nurse", "Nurse"
    PHYSIOTHERAPIST = "physiotherapist", "Physiotherapist"
    PSYCHOLOGIST = "psychologist", "Practitioner psychologist"
    DENTIST = "dentist", "Dentist"
    OTHER = "other", "Another registered profession"


@dataclass(frozen=True, slots=True)
class Form:
    """The pattern of a body's numbers, said in words, and its public search page."""

    pattern: re.Pattern[str]
    example: str
    search: str = ""


FORMS: dict[str, Form] = {
    Body.HCPC: Form(re.compile(r"[A-Z]{2,3}[0-9]{1,6}"), "DT12345", "https://www.hcpc-uk.org/check-the-register/"),
    Body.GMC: Form(re.compile(r"C?[0-9]{7}"), "7012345", "https://www.gmc-uk.org/registrants/"),
    Body.GPHC: Form(re.compile(r"2[0-9]{6}"), "2012345", "https://www.pharmacyregulation.org/registers"),
    Body.NMC: Form(
        re.compile(r"[0-9]{2}[A-Z][0-9]{4}[A-Z]"),
        "08A1234B",
        "https://www.nmc.org.uk/registration/search-the-register/",
    ),
    Body.GDC: Form(re.compile(r"[0-9]{1,6}"), "123456", "https://olr.gdc-uk.org/searchregister"),
    Body.SAMPLE: Form(re.compile(r"SAMPLE-[0-9]{4}"), "SAMPLE-0001"),
}


def validate_number(body: str, number: str) -> None:
    """Raises ValidationError when the number cannot be one of that body."""
    form = FORMS.get(body)
    if form and not form.pattern.fullmatch(number):
        raise ValidationError({"number": f"“{number}” is not a {body} number; those look like {form.example}."})
