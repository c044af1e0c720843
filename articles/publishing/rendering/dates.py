"""Days and moments as a page prints them, in the site's time zone."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(value: date) -> str:
    """`18 August 2025`, of a day or of the local day of a moment."""
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """`18 August 2025, 08:42 BST`."""
    local = timezone.localtime(value)
    return f"{day(local)}, {local:%H:%M %Z}"


def iso(value: date) -> str:
    """ISO 8601; a moment carries its offset (H95)."""
    return timezone.localtime(value).isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


def day_tag(value: date) -> SafeString:
    """A `<time>` element that shows the day."""
    machine = timezone.localdate(value) if isinstance(value, datetime) else value
    return mark_safe(f'<time datetime="{machine.isoformat()}">{day(value)}</time>')  # noqa: S308 - digits and months


def moment_tag(value: datetime) -> SafeString:
    """A `<time>` element that shows day, time and zone."""
    return mark_safe(f'<time datetime="{iso(value)}">{moment(value)}</time>')  # noqa: S308 - as above
