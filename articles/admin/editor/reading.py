"""The sheet → Document and Settings, with a sentence for each field that cannot be kept."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from articles.admin.editor.sheet import PersonRow, SectionRow, Sheet
from articles.document.nodes import (
    CareLevel,
    Commercial,
    Document,
    Kind,
    Person,
    Picture,
    Role,
    Section,
    SourceRecord,
    Takeaway,
)
from articles.editing import settings
from articles.editing.settings import SettingRefused, Settings
from articles.models import Article
from articles.models import Section as SectionTable
from authors.models import Profile
from vivere.lib.html import one_line

Errors = dict[str, str]
_Enum = TypeVar("_Enum", bound=StrEnum)
_LIMITED = {
    "title": "The title",
    "audience": "The audience",
    "language": "The language",
    "description": "The description",
    "hero_alt": "The description of the picture",
    "hero_caption": "The caption",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the sheet says, and why it cannot be saved; `errors` is by field name, in the order of the page."""

    document: Document
    settings: Settings
    errors: Errors = field(default_factory=dict)


def read(sheet: Sheet, article: Article | None) -> Reading:
    """Reads the whole sheet; fields that cannot be read count as empty and have an error."""
    errors: Errors = {}
    _check_texts(sheet, errors)
    document = Document(
        title=one_line(sheet.values["title"]),
        standfirst=sheet.values["standfirst"],
        takeaways_lead=sheet.values["takeaways_lead"],
        takeaways=tuple(Takeaway(body=row.body) for row in sheet.takeaways),
        contributor_note=sheet.values["contributor_note"],
        sections=tuple(_section(row, errors) for row in sheet.sections),
        sources=_sources(sheet),
        people=_people(sheet.people, errors),
        hero=_hero(sheet),
        topics=sheet.topics,
        description=one_line(sheet.values["description"]),
        audience=one_line(sheet.values["audience"]),
        commercial=_known(Commercial, sheet.values["commercial"], "commercial", errors, Commercial.EDITORIAL),
        language=one_line(sheet.values["language"]) or "en-GB",
    )
    return Reading(document, _settings(sheet, article, errors), errors)


def _check_texts(sheet: Sheet, errors: Errors) -> None:
    if not one_line(sheet.values["title"]):
        errors["title"] = "Give the article a title; everything else can wait."
    for name, what in _LIMITED.items():
        limit = getattr(Article._meta.get_field(name), "max_length", 0)
        length = len(one_line(sheet.values[name]))
        if length > limit:
            errors[name] = f"{what} has {length} characters; {limit} is the limit."


def _section(row: SectionRow, errors: Errors) -> Section:
    name = f"section.{row.key}"
    kind = _known(Kind, row.kind, f"{name}.kind", errors, Kind.PROSE)
    heading = one_line(row.heading)
    limit = getattr(SectionTable._meta.get_field("heading"), "max_length", 0)
    if len(heading) > limit:
        errors[f"{name}.heading"] = f"The heading has {len(heading)} characters; {limit} is the limit."
    care = CareLevel.NONE
    if kind == Kind.CARE:
        care = _known(CareLevel, row.care_level, f"{name}.care_level", errors, CareLevel.NONE)
        if care == CareLevel.NONE:
            errors[f"{name}.care_level"] = "Choose how quickly to act: non-urgent, urgent or emergency."
    return Section(
        kind=kind,
        level=3 if row.level == "3" else 2,
        heading=heading,
        body=row.body,
        care_level=care,
        speaker=_number(row.speaker) if kind == Kind.QUOTE else 0,
    )


def _known(kind: type[_Enum], value: str, name: str, errors: Errors, default: _Enum) -> _Enum:
    try:
        return kind(value)
    except ValueError:
        errors[name] = f"“{value[:40]}” is not one of the choices; choose again."
        return default


def _people(rows: tuple[PersonRow, ...], errors: Errors) -> tuple[Person, ...]:
    """Rows without a person are dropped: they say nothing."""
    chosen = [row for row in rows if row.profile]
    ids = {_number(row.profile) for row in chosen}
    names = dict(Profile.objects.filter(pk__in=ids).values_list("pk", "name")) if ids else {}
    people = []
    for row in chosen:
        role = _known(Role, row.role, f"person.{row.key}.role", errors, Role.AUTHOR)
        profile = _number(row.profile)
        if profile in names:
            people.append(Person(role=role, profile=profile, name=names[profile]))
        else:
            errors[f"person.{row.key}.profile"] = "There is no such person any more; choose somebody else."
    return tuple(people)


def _sources(sheet: Sheet) -> tuple[SourceRecord, ...]:
    """The article's list; details are the library's. What is no source any more is left out by the save."""
    ids = {source: _number(source) for source in sheet.sources}
    return tuple(
        SourceRecord(id=number, discusses_retraction=source in sheet.discusses)
        for source, number in ids.items()
        if number
    )


def _hero(sheet: Sheet) -> Picture | None:
    values = sheet.values
    if not values["hero"]:
        return None
    return Picture(
        sha256=values["hero"],
        alt=one_line(values["hero_alt"]),
        decorative=bool(values["hero_decorative"]),
        caption=one_line(values["hero_caption"]),
    )


def _settings(sheet: Sheet, article: Article | None, errors: Errors) -> Settings:
    values = sheet.values
    months = values["review_months"].strip()
    if months and not (months.isascii() and months.isdigit() and len(months) < 6):
        errors["review_months"] = f"“{months[:40]}” is not a number of months; give one between 1 and 60."
        months = ""
    wanted = Settings(
        slug=values["slug"].strip(),
        reader_need=values["reader_need"],
        evidence_note=values["evidence_note"],
        user_testing=values["user_testing"],
        review_months=int(months) if months else None,
        proposed_reviewer=_number(values["proposed_reviewer"]),
        writers=None if sheet.writers is None else frozenset(map(_number, sheet.writers)) - {0},
    )
    try:
        settings.check(wanted, article)
    except SettingRefused as refused:
        errors.setdefault(refused.field, str(refused))
    return wanted


def _number(text: str) -> int:
    """A database id; 0 for anything that is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0
