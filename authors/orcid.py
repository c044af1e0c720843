"""ORCID identifiers: form and check digit (F10)."""

import re

from django.core.exceptions import ValidationError

_FORM = re.compile(r"([0-9]{4}-){3}[0-9]{3}[0-9X]")
_PREFIX = re.compile(r"^(https?://)?(www\.)?orcid\.org/", re.I)


def normalise(text: str) -> str:
    """The bare identifier, 0000-0002-1825-0097, of an identifier or its URL."""
    bare = _PREFIX.sub("", text.strip()).rstrip("/").upper()
    digits = bare.replace("-", "").replace(" ", "")
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4)) if len(digits) == 16 else bare


def check_digit(digits: str) -> str:
    """The last character for the first 15 digits, by ISO 7064 MOD 11-2."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    remainder = (12 - total % 11) % 11
    return "X" if remainder == 10 else str(remainder)


def validate_orcid(text: str) -> None:
    """Raises ValidationError unless the identifier has the form and the check digit of an ORCID."""
    bare = normalise(text)
    if not _FORM.fullmatch(bare):
        raise ValidationError(f"“{text}” is not an ORCID; it has 16 digits, like 0000-0002-1825-0097.")
    if bare[-1] != check_digit(bare.replace("-", "")[:15]):
        raise ValidationError(f"“{text}” has a wrong check digit; compare it with the ORCID record.")


def url(orcid: str) -> str:
    """The canonical address of an ORCID record."""
    return f"https://orcid.org/{normalise(orcid)}"
