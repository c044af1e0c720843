"""The sections of a document, in reading order: headings, care cards, quotes, notes, and last the advertisements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from articles.document.nodes import CareLevel, Document, Kind, Section
from articles.publishing.rendering.anchors import Anchors
from articles.publishing.rendering.body import Printer, printed
from articles.publishing.rendering.cards import Card
from articles.publishing.rendering.frame import Link
from articles.publishing.rendering.people import face

# The NHS names of the three levels (H16): the level is a word, never a colour alone.
LEVELS: dict[CareLevel, str] = {
    CareLevel.NON_URGENT: "Non-urgent advice",
    CareLevel.URGENT: "Urgent advice",
    CareLevel.EMERGENCY: "Immediate action required",
}


@dataclass(slots=True)
class Sections:
    """Prints sections one after the other; `html` is the text, `promotions` what follows it, `contents`
    the links to the main headings."""

    print_group: Printer
    cards: Mapping[int, Card]
    owner: str
    anchors: Anchors = field(default_factory=Anchors)
    html: list[str] = field(default_factory=list)
    promotions: list[str] = field(default_factory=list)
    contents: list[Link] = field(default_factory=list)
    _is_open: bool = False
    _level: int = 1  # of the last heading

    def add_all(self, document: Document) -> None:
        """Prints every section of the document."""
        kinds = {
            Kind.PROSE: self._prose,
            Kind.CARE: self._care,
            Kind.CALLOUT: self._callout,
            Kind.QUOTE: self._quote,
            Kind.PROMOTION: self._promotion,
            Kind.DISCLAIMER: self._disclaimer,
        }
        for n, section in enumerate(document.sections, 1):
            kinds[section.kind](section, f"section:{n}")
        self._close()

    def _close(self) -> None:
        if self._is_open:
            self.html.append("</section>")
        self._is_open, self._level = False, 1

    def _begin(self, section: Section) -> None:
        """The heading of the section; a main one, or one with nothing above it, opens a new part."""
        if section.level == 2 or self._level == 1:
            self._close()
            anchor = self.anchors.of(section.heading)
            self.contents.append(Link(section.heading, f"#{anchor}"))
            self.html.append(f'<section aria-labelledby="{anchor}"><h2 id="{anchor}">{escape(section.heading)}</h2>')
            self._is_open, self._level = True, 2
        else:
            self.html.append(f'<h3 id="{self.anchors.of(section.heading)}">{escape(section.heading)}</h3>')
            self._level = 3

    def _continue(self) -> None:
        """Text without a heading of its own goes on in the part that is open, or in one without a name."""
        if not self._is_open:
            self.html.append("<section>")
            self._is_open = True

    def _body(self, section: Section, place: str) -> str:
        """The body; an h4 takes the level right under the heading that it stands below."""
        return printed(section.body, place, self.print_group, subheading=f"h{self._level + 1}")

    def _prose(self, section: Section, place: str) -> None:
        if section.heading:
            self._begin(section)
        else:
            self._continue()
        self.html.append(self._body(section, place))

    def _quote(self, section: Section, place: str) -> None:
        if section.heading:
            self._begin(section)
        else:
            self._continue()
        said = printed(section.body, place, self.print_group).replace("<blockquote>", "").replace("</blockquote>", "")
        card = self.cards.get(section.speaker)
        caption = f"<figcaption>{_speaker(card)}</figcaption>" if card else ""
        self.html.append(f'<figure class="said"><blockquote>{said}</blockquote>{caption}</figure>')

    def _care(self, section: Section, place: str) -> None:
        level = "h2" if self._level == 1 else "h3"
        self._continue()
        anchor = self.anchors.of(f"{LEVELS.get(section.care_level, 'Advice')} {section.heading}")
        name = LEVELS.get(section.care_level, "Advice")
        self.html.append(
            f'<div class="care {section.care_level.value}" role="group" aria-labelledby="{anchor}">'
            f'<{level} id="{anchor}"><span>{name}<span class="vh">:</span></span> {escape(section.heading)}</{level}>'
            f"<div>{printed(section.body, place, self.print_group)}</div></div>"
        )

    def _callout(self, section: Section, place: str) -> None:
        level = "h2" if self._level == 1 else "h3"
        self._continue()
        heading = f"<{level}>{escape(section.heading)}</{level}>" if section.heading else ""
        body = printed(section.body, place, self.print_group)
        self.html.append(f'<div class="callout" role="note">{heading}{body}</div>')

    def _disclaimer(self, section: Section, place: str) -> None:
        self._continue()
        heading = f"<p><strong>{escape(section.heading)}</strong></p>" if section.heading else ""
        body = printed(section.body, place, self.print_group)
        self.html.append(f'<div class="aside" role="note">{heading}{body}</div>')

    def _promotion(self, section: Section, place: str) -> None:
        """Kept apart: it stands after the last words of advice and after the review date (H2, H11)."""
        n = len(self.promotions) + 1
        heading = f"<h3>{escape(section.heading)}</h3>" if section.heading else ""
        body = printed(section.body, place, self.print_group)
        self.promotions.append(
            f'<section class="promo" aria-labelledby="promo-{n}">'
            f'<h2 class="eyebrow" id="promo-{n}">Advertisement from {escape(self.owner)}</h2>{heading}{body}</section>'
        )


def _speaker(card: Card) -> str:
    title = f"<br>{escape(card.job_title)}" if card.job_title else ""
    sample = ' <span class="tag">Sample person</span>' if card.is_sample else ""
    return f'{face(card, card.name)}<span><a href="{card.href}">{escape(card.printed)}</a>{sample}{title}</span>'
