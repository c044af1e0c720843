"""The sheet → what the templates show: fields with labels and errors, rows, and the data that scripts read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.contrib.auth.models import User
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.admin.editor.describing import described
from articles.admin.editor.fields import FIELDS, Form
from articles.admin.editor.reading import Errors
from articles.admin.editor.sheet import Sheet
from articles.document import vocabulary
from articles.document.nodes import CareLevel, Kind, Role
from articles.models import Article, Topic
from authors.models import Profile

Choices = tuple[tuple[str, str], ...]
KINDS: Choices = (
    (Kind.PROSE.value, "Text"),
    (Kind.CARE.value, "Care card"),
    (Kind.CALLOUT.value, "Callout"),
    (Kind.QUOTE.value, "Quote"),
    (Kind.PROMOTION.value, "Promotion"),
    (Kind.DISCLAIMER.value, "Disclaimer"),
)
CARE_LEVELS: Choices = (
    (CareLevel.NON_URGENT.value, "Non-urgent: see a GP"),
    (CareLevel.URGENT.value, "Urgent: today"),
    (CareLevel.EMERGENCY.value, "Emergency: 999 or A&E"),
)
ROLES: Choices = (
    (Role.AUTHOR.value, "Author"),
    (Role.CONTRIBUTOR.value, "Contributor"),
    (Role.QUOTED.value, "Quoted"),
)
LEVELS: Choices = (
    ("2", "Section"),
    ("3", "Subsection"),
)


@lru_cache(maxsize=256)
def options(choices: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """The options of a select; made once, because a long article shows them many times."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}',
        ((value, mark_safe(" selected") if value == chosen else "", words) for value, words in choices),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A row, its errors by cell, and the printed name of the person in it."""

    row: Any
    errors: Mapping[str, str]
    person: str = ""

    @property
    def levels(self) -> SafeString:
        """Section or subsection."""
        return options(LEVELS, getattr(self.row, "level", "2"))

    @property
    def kinds(self) -> SafeString:
        """What a section is."""
        return options(KINDS, getattr(self.row, "kind", ""))

    @property
    def care_levels(self) -> SafeString:
        """How quickly to act; scripts fill it when another section becomes a care card."""
        is_care = self.row is None or getattr(self.row, "kind", "") == Kind.CARE
        return options(CARE_LEVELS, getattr(self.row, "care_level", "")) if is_care else SafeString("")

    @property
    def roles(self) -> SafeString:
        """A person's part."""
        return options(ROLES, getattr(self.row, "role", ""))


def context(sheet: Sheet, article: Article | None, errors: Errors, user: User) -> dict[str, Any]:
    """Everything that the page needs, in four queries whatever its length."""
    names = _names(sheet)
    return {
        "article": article,
        "errors": [(name, sentence) for name, sentence in errors.items()],
        "form": _form(sheet, errors, names),
        "takeaways": [Shown(row, _of(f"takeaway.{row.key}", errors)) for row in sheet.takeaways],
        "sections": [
            Shown(row, _of(f"section.{row.key}", errors), names.get(row.speaker, "")) for row in sheet.sections
        ],
        "people": [Shown(row, _of(f"person.{row.key}", errors), names.get(row.profile, "")) for row in sheet.people],
        "sources": sheet.sources,
        "discusses": sorted(sheet.discusses),
        "topics": _topics(sheet),
        "writers": _writers(sheet) if user.has_perm("articles.edit_any_article") else None,
        "writers_error": errors.get("writers", ""),
        "new": Shown(None, {}),
        "config": config(sheet, article),
    }


def config(sheet: Sheet, article: Article | None) -> dict[str, Any]:
    """What the scripts of the page are told, as JSON."""
    return {
        "id": article.pk if article else 0,
        "version": article.version if article else 0,
        "vocabulary": {
            "inline": sorted(vocabulary.INLINE),
            "body": sorted(vocabulary.BODY),
            "attributes": {tag: sorted(names) for tag, names in vocabulary.ATTRIBUTES.items()},
            "schemes": sorted(vocabulary.SCHEMES),
            "same_as": vocabulary.SAME_AS,
            "cite": vocabulary.CITE,
        },
        "sources": described([int(source) for source in sheet.sources if source.isdigit()]),
        "editor": static("django_prose_editor/editor.js"),
        "at": addresses(article.pk if article else 0),
    }


def addresses(pk: int) -> dict[str, str]:
    """The endpoints of one article; 0 stands for the one that is not saved yet."""
    return {
        "change": reverse("admin:articles_article_change", args=[pk]) if pk else "",
        "save": reverse("admin:article_save", args=[pk]),
        "findings": reverse("admin:article_findings", args=[pk]),
        "preview": reverse("admin:article_preview", args=[pk]),
        "link": reverse("admin:article_preview_link", args=[pk]) if pk else "",
        "sources": reverse("admin:article_sources"),
        "add_source": reverse("admin:article_source_add"),
        "choices": reverse("admin:article_choices"),
    }


def _form(sheet: Sheet, errors: Errors, names: Mapping[str, str]) -> Form:
    titles = {sheet.values["proposed_reviewer"]: names.get(sheet.values["proposed_reviewer"], "")}
    return Form({field.name: field.shown(sheet.values, errors, titles) for field in FIELDS})


def _of(prefix: str, errors: Errors) -> dict[str, str]:
    start = f"{prefix}."
    return {name.removeprefix(start): said for name, said in errors.items() if name.startswith(start)}


def _names(sheet: Sheet) -> dict[str, str]:
    """The printed names of everybody on the page, by profile id as text; one query."""
    ids = {row.profile for row in sheet.people} | {row.speaker for row in sheet.sections}
    ids |= {sheet.values["proposed_reviewer"]}
    wanted = [int(each) for each in ids if each.isascii() and each.isdigit() and len(each) <= 18]
    profiles = Profile.objects.filter(pk__in=wanted).only("name", "post_nominals")
    return {str(profile.pk): profile.printed_name for profile in profiles}


def _topics(sheet: Sheet) -> list[tuple[str, str]]:
    found = dict(Topic.objects.filter(slug__in=sheet.topics).values_list("slug", "name"))
    return [(slug, found[slug]) for slug in sheet.topics if slug in found]


def _writers(sheet: Sheet) -> list[tuple[int, str]]:
    wanted = [int(pk) for pk in sheet.writers or () if pk.isdigit() and len(pk) <= 18]
    rows = User.objects.filter(pk__in=wanted).only("first_name", "last_name", "username")
    return [(user.pk, user.get_full_name() or user.get_username()) for user in rows.order_by("pk")]
