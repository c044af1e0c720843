"""Profile, Qualification, Registration."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from authors.orcid import normalise, validate_orcid
from authors.registers import Body, Profession, validate_number


class Profile(models.Model):
    """A person as readers meet them; may be author, reviewer, contributor or quoted, all at once."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="profile"
    )
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200, help_text="The name alone: no title, no letters after it.")
    post_nominals = models.CharField(max_length=100, blank=True, help_text="Letters after the name, such as MSc RD.")
    job_title = models.CharField(max_length=200, blank=True)
    biography = models.TextField(blank=True, help_text="Paragraphs, parted by an empty line.")
    photo = models.CharField(
        max_length=64,
        blank=True,
        validators=[RegexValidator(r"^[0-9a-f]{64}$", "Give the SHA-256 of a picture, 64 hexadecimal digits.")],
        help_text="SHA-256 of the picture's master.",
    )
    orcid = models.CharField("ORCID", max_length=40, blank=True, validators=[validate_orcid])
    same_as = models.JSONField(default=list, blank=True, help_text="Addresses of pages about the same person.")
    interests = models.TextField("competing interests", blank=True, help_text="Empty means: none declared.")
    interests_declared = models.DateField("interests declared on", null=True, blank=True)
    is_sample = models.BooleanField(default=False, help_text="An invented person of the demonstration.")
    is_active = models.BooleanField(default=True, help_text="Off for people who have left; their page stays.")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["orcid"], condition=~Q(orcid=""), name="orcid_once"),
            models.CheckConstraint(condition=~Q(name=""), name="profile_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.printed_name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])

    def clean(self) -> None:
        if self.orcid:
            self.orcid = normalise(self.orcid)
        if not isinstance(self.same_as, list) or any(not str(item).startswith("https://") for item in self.same_as):
            raise ValidationError(
                {"same_as": 'Give a list of addresses that start with https://, such as ["https://…"].'}
            )

    @property
    def printed_name(self) -> str:
        """Name and post-nominals, as a byline prints them."""
        return f"{self.name}, {self.post_nominals}" if self.post_nominals else self.name


class Qualification(models.Model):
    """A degree or award, apart from any registration (H67)."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="qualifications")
    award = models.CharField(max_length=200)
    institution = models.CharField(max_length=200)
    country = models.CharField(max_length=100, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = [F("year").desc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(condition=Q(year=None) | Q(year__range=(1900, 2100)), name="qualification_year"),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.award, self.institution, self.country, str(self.year or "")]))


class Registration(models.Model):
    """An entry in a professional register and the last time a person looked it up (H64, H65)."""

    class Result(models.TextChoices):
        UNCHECKED = "unchecked", "Not checked yet"
        REGISTERED = "registered", "Registered, no restrictions"
        RESTRICTED = "restricted", "Registered with restrictions"
        LAPSED = "lapsed", "Lapsed or removed"
        NOT_FOUND = "not found", "Not found"

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="registrations")
    body = models.CharField(max_length=40, choices=Body)
    other_body = models.CharField(max_length=100, blank=True, help_text="Name of the register, if it is another.")
    profession = models.CharField(max_length=40, choices=Profession)
    number = models.CharField(max_length=40)
    register_url = models.URLField(blank=True, help_text="The page on the register that shows this entry.")
    result = models.CharField(max_length=20, choices=Result, default=Result.UNCHECKED)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=200, blank=True, help_text="Who looked it up.")
    next_check = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["profile", "body", "number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "other_body", "number"], name="registration_once"),
            models.CheckConstraint(
                condition=Q(result="unchecked") | Q(verified_on__isnull=False) & ~Q(verified_by=""),
                name="a_check_has_a_date_and_a_name",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_profession_display()}, {self.body_name}, {self.number}"

    def clean(self) -> None:
        self.number = self.number.strip().upper()
        validate_number(self.body, self.number)
        if self.body == Body.OTHER and not self.other_body:
            raise ValidationError({"other_body": "Name the register."})
        if self.result != self.Result.UNCHECKED and not (self.verified_on and self.verified_by):
            raise ValidationError({"verified_on": "A result needs the date of the check and who made it."})
        if self.verified_on and self.verified_on > date.today():
            raise ValidationError({"verified_on": "The check cannot be in the future."})

    @property
    def body_name(self) -> str:
        """The register as printed."""
        return self.other_body if self.body == Body.OTHER else self.body
