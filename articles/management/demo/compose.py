"""An article's file, with the rows that it names → Document."""

from collections.abc import Mapping
from dataclasses import replace

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
from articles.images.intake import take_in
from articles.management.demo.content import ArticleFile, Correction, SectionFile
from articles.management.demo.files import PICTURES, DemoFileWrong
from articles.management.demo.markup import cited, keys
from authors.models import Profile


def compose(file: ArticleFile, *, sources: Mapping[str, int], profiles: Mapping[str, Profile]) -> Document:
    """The Document of a file; sources stand in the order in which they are first cited. Raises DemoFileWrong."""
    sections = tuple(_section(section, sources, profiles) for section in file.sections)
    found = dict.fromkeys(sources[key] for key in _keys(file) if key in sources)
    return Document(
        title=file.title,
        standfirst=cited(file.standfirst, sources),
        takeaways_lead=file.takeaways_lead,
        takeaways=tuple(Takeaway(body=cited(text, sources)) for text in file.takeaways),
        contributor_note=file.contributor_note,
        sections=sections,
        sources=tuple(SourceRecord(id=source) for source in found),
        people=_people(file, profiles),
        hero=_hero(file),
        topics=tuple(sorted(file.topics)),
        description=file.description,
        audience=file.audience,
        commercial=Commercial(file.commercial),
    )


def before(file: ArticleFile, correction: Correction) -> ArticleFile:
    """The file as it was before the correction. Raises DemoFileWrong unless the new words stand there once."""
    if sum(section.body.count(correction.new) for section in file.sections) != 1:
        raise DemoFileWrong(f"“{file.title}”: the corrected words “{correction.new}” should stand in one place.")
    return replace(
        file,
        sections=tuple(
            replace(section, body=section.body.replace(correction.new, correction.old)) for section in file.sections
        ),
    )


def _keys(file: ArticleFile) -> list[str]:
    texts = (file.standfirst, *file.takeaways, *(section.body for section in file.sections))
    return [key for text in texts for key in keys(text)]


def _section(file: SectionFile, sources: Mapping[str, int], profiles: Mapping[str, Profile]) -> Section:
    return Section(
        kind=Kind(file.kind),
        level=file.level,
        heading=file.heading,
        body=cited(file.body.strip(), sources),
        care_level=CareLevel(file.care),
        speaker=profiles[file.speaker].pk if file.speaker else 0,
    )


def _people(file: ArticleFile, profiles: Mapping[str, Profile]) -> tuple[Person, ...]:
    parts = [(Role.AUTHOR, file.authors), (Role.CONTRIBUTOR, file.contributors), (Role.QUOTED, file.quoted)]
    return tuple(
        Person(role=role, profile=profiles[key].pk, name=profiles[key].name) for role, who in parts for key in who
    )


def _hero(file: ArticleFile) -> Picture:
    with (PICTURES / file.picture.file).open("rb") as opened:
        row = take_in(opened, title=f"Picture for “{file.title}”", credit="Drawn for Vivere")
    return Picture(
        sha256=row.sha256,
        alt=file.picture.alt,
        decorative=file.picture.decorative,
        caption=file.picture.caption,
        credit=row.credit,
    )
