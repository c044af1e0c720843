"""Sources: the mark in the line, the source that opens from it, the list with its ways back (H33–H41)."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from articles.citations import formatting
from articles.citations.completeness import missing_details
from articles.citations.numbering import Numbering, collapse
from articles.document import walk
from articles.document.nodes import Document, SourceRecord
from articles.models import Source
from articles.publishing.rendering.dates import day_tag
from articles.publishing.rendering.facts import SourceStatus
from articles.publishing.rendering.words import counted, letters

EVIDENCE: dict[str, str] = {str(value): str(label) for value, label in Source.Evidence.choices if value}
_BADGES = {
    Source.Status.RETRACTED: ("alarm", "Retracted"),
    Source.Status.CONCERN: ("caution", "Expression of concern"),
    Source.Status.CORRECTED: ("caution", "Corrected"),
}
_BARE = re.compile(r'<a href="([^"]*)">\1</a>')  # an address that is its own text; print does not repeat it
_LOST_MARK = '<span class="cite lost">[source missing]</span>'
_NOTHING = '<span class="gap">Details missing</span> Cited in the text; nothing more is recorded.'
_NOTHING_CITED = '<span class="gap">Details missing: cited in the text, nothing more is recorded</span>'
_NOTHING_LISTED = '<span class="gap">Details missing</span>'


class Sources:
    """The sources of one document, each printed once and used wherever it is shown."""

    def __init__(self, document: Document, numbering: Numbering, statuses: Mapping[int, SourceStatus]) -> None:
        self.numbering = numbering
        self.records = {record.id: record for record in document.sources}
        self._statuses = statuses
        self._printed = {number: self._print(number) for number in self.records}

    def group(self, place: str, group: int, marks: str) -> tuple[str, str]:
        """The button of a group of marks and the popover that it opens (a `body.Printer`)."""
        cited = list(walk.marks_in(marks, place))
        known = [mark for mark in cited if mark.source in self.numbering.numbers]
        anchor = self.numbering.groups.get((place, group))
        if not known or anchor is None:
            return _LOST_MARK, ""
        pop = anchor.replace("cite", "pop")
        shown = collapse(self.numbering.numbers[mark.source] for mark in known)
        word = "Source" if shown.isdigit() else "Sources"
        is_lost = all(not self._printed[mark.source] for mark in known)
        button = (
            f'<span class="cite{" lost" if is_lost else ""}" id="{anchor}"><button type="button" '
            f'popovertarget="{pop}">[<span class="vh">{word} </span>{shown}]</button></span>'
        )
        if len(known) < len(cited):
            button += f" {_LOST_MARK}"
        return button, self._popover(pop, f"{word} {shown}", known)

    def list_items(self) -> str:
        """The entries of the numbered list, in the order of their numbers."""
        numbers = self.numbering.numbers
        return "".join(self._entry(source, number) for source, number in numbers.items())

    def uncited_items(self) -> str:
        """The entries that no mark leads to; they have no number."""
        return "".join(f"<li>{self._printed[source]}{self._meta(source, '')}</li>" for source in self.numbering.uncited)

    def summary(self) -> str:
        """How many sources there are and how many of them are empty, in a sentence or two."""
        numbers = self.numbering.numbers
        empty = sum(not self._printed[source] for source in numbers)
        said = f"{counted(len(numbers), 'source')} {'is' if len(numbers) == 1 else 'are'} cited."
        if empty:
            said += f" {empty} of them {'has' if empty == 1 else 'have'} no details yet."
        return f"{said} Each entry leads back to the words that it supports."

    def _print(self, source: int) -> str:
        """Badge and reference; empty when nothing is known."""
        record = self.records[source]
        reference = _BARE.sub(r'<a class="bare" href="\1">\1</a>', formatting.as_html(record))
        badge = self._badge(record)
        return f"{badge}{reference}" if reference or badge else ""

    def _badge(self, record: SourceRecord) -> str:
        status = self._statuses.get(record.id)
        if status is None or status.status not in _BADGES:
            return ""
        look, label = _BADGES[Source.Status(status.status)]
        said = [f'<span class="tag {look}">{label}</span>']
        if record.discusses_retraction:
            said.append('<span class="tag">Cited to discuss the retraction</span>')
        return f"{' '.join(said)} "

    def _meta(self, source: int, back: str) -> str:
        """What stands under an entry: evidence, what is missing, the notice about it, the ways back."""
        record, status = self.records[source], self._statuses.get(source)
        said = [] if self._printed[source] else [_NOTHING_CITED if back else _NOTHING_LISTED]
        if record.evidence:
            said.append(f'<span class="tag">{escape(EVIDENCE.get(record.evidence, record.evidence))}</span>')
        missing = missing_details(record) if self._printed[source] else ()
        if missing:
            said.append(f'<span class="gap">Details missing: {escape(", ".join(missing))}</span>')
        if status and status.status in _BADGES and (status.note or status.on):
            when = f" {day_tag(status.on)}" if status.on else ""
            said.append(f"<span>{escape(status.note)}{when}</span>")
        return f'<div class="meta">{" ".join(filter(None, [*said, back]))}</div>' if said or back else ""

    def _entry(self, source: int, number: int) -> str:
        status = self._statuses.get(source)
        look = ' class="bad"' if status and status.status == Source.Status.RETRACTED else ""
        back = _ways_back(number, self.numbering.places[source])
        return f'<li id="source-{number}"{look}>{self._printed[source]}{self._meta(source, back)}</li>'

    def _popover(self, name: str, label: str, known: Iterable[walk.Mark]) -> str:
        marks: dict[int, list[walk.Mark]] = {}
        for mark in known:
            marks.setdefault(mark.source, []).append(mark)
        order = sorted(marks, key=self.numbering.numbers.__getitem__)
        items = "".join(self._opened(source, marks[source]) for source in order)
        return (
            f'<div class="pop" id="{name}" popover role="group" aria-label="{label}"><ol>{items}</ol>'
            f'<button type="button" class="link" popovertarget="{name}" popovertargetaction="hide">Close</button></div>'
        )

    def _opened(self, source: int, marks: Iterable[walk.Mark]) -> str:
        number, record = self.numbering.numbers[source], self.records[source]
        printed = self._printed[source]
        label = EVIDENCE.get(record.evidence, record.evidence)
        said = [printed or _NOTHING]
        if printed:
            look, word = ("tag", label) if label else ("gap", "Type not recorded")
            said.append(f'<span class="{look}">{escape(word)}</span>')
        said += [f"At: {escape(mark.locator)}" for mark in marks if mark.locator]
        said += [f"“{escape(mark.quote)}”" for mark in marks if mark.quote]
        said.append(f'<a href="#source-{number}">Source {number} in the list</a>')
        return f'<li value="{number}">{"".join(f"<p>{line}</p>" for line in said)}</li>'


def _ways_back(number: int, anchors: list[str]) -> str:
    """One link per place that cites the source: "Back to text", or a, b, c."""
    if len(anchors) == 1:
        link = f'<a href="#{anchors[0]}" aria-label="Back to text from source {number}">Back to text</a>'
        return f'<span class="back">{link}</span>'
    links = " ".join(
        f'<a href="#{anchor}" aria-label="{letters(n)}: back to text from source {number}">{letters(n)}</a>'
        for n, anchor in enumerate(anchors)
    )
    return f'<span class="back">Back to text: {links}</span>'
