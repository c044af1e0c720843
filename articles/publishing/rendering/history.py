"""What happened to an article: signatures, publications, exceptions, as they were recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.safestring import SafeString

from articles.publishing.rendering.dates import day, moment_tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A sign-off, for the manifest (H74); `base` is the revision that signed parts were compared with."""

    profile: int
    name: str
    post_nominals: str
    job_title: str
    role: str
    meaning: str
    scope: str
    statement: str
    signed_at: datetime
    sent_at: datetime
    revision: int
    base: int | None
    digest: str
    registration: str
    registration_checked: date
    interests: str
    interests_declared: str

    @property
    def printed_name(self) -> str:
        """Name and post-nominals as they were when signed."""
        return f"{self.name}, {self.post_nominals}" if self.post_nominals else self.name

    @property
    def covers(self) -> str:
        """`whole page`, or which parts since which revision."""
        since = f" since revision {self.base}" if self.base else ""
        return f"{self.scope.lower()}{since}"

    @property
    def checked(self) -> str:
        """The day on which the registration was looked up."""
        return day(self.registration_checked)

    @property
    def moment(self) -> SafeString:
        """Day, time and zone of signing."""
        return moment_tag(self.signed_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excepted:
    """A blocking finding that the publisher went live over: what was found, and why it was accepted."""

    code: str
    sentences: tuple[str, ...]
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One publication."""

    number: int
    revision: int
    change: str
    note: str
    at: datetime
    by: str
    exceptions: tuple[Excepted, ...] = ()
