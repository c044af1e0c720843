"""The texts of a document as HTML, with their marks numbered in reading order."""

from dataclasses import dataclass

from articles.citations.numbering import Numbering, number
from articles.publishing.rendering.body import inline
from articles.publishing.rendering.facts import ArticlePage
from articles.publishing.rendering.sections import Sections
from articles.publishing.rendering.sources import Sources
from articles.publishing.rendering.words import number_word


@dataclass(frozen=True, slots=True)
class Text:
    """What `write` made, stretch by stretch."""

    numbering: Numbering
    sources: Sources
    sections: Sections
    standfirst: str
    takeaways: str
    contributor_note: str


def write(page: ArticlePage) -> Text:
    """Prints every text of the document."""
    document = page.document
    numbering = number(document)
    sources = Sources(document, numbering, page.statuses)
    standfirst, from_standfirst = inline(document.standfirst, "standfirst", sources.group)
    note, from_note = inline(document.contributor_note, "contributor_note", sources.group)
    sections = Sections(sources.group, page.cards, page.frame.site.owner)
    sections.add_all(document)
    return Text(
        numbering=numbering,
        sources=sources,
        sections=sections,
        standfirst=f'<p class="stand">{standfirst}</p>{from_standfirst}' if standfirst else "",
        takeaways=_takeaways(page, sources),
        contributor_note=f'<p class="lead">{note}</p>{from_note}' if note else "",
    )


def _takeaways(page: ArticlePage, sources: Sources) -> str:
    """The lead-in with the count written out (H30), then the list."""
    document = page.document
    if not document.takeaways:
        return ""
    counted = document.takeaways_lead.replace("{count}", number_word(len(document.takeaways)))
    lead, from_lead = inline(counted, "takeaways_lead", sources.group)
    items = [inline(item.body, f"takeaway:{n}", sources.group) for n, item in enumerate(document.takeaways, 1)]
    listed = "".join(f"<li>{item}</li>" for item, _ in items)
    opened = "".join(opened for _, opened in items)
    return f"{f'<p>{lead}</p>' if lead else ''}{from_lead}<ul>{listed}</ul>{opened}"
