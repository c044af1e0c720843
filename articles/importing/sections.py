"""Settled blocks → standfirst, contributor note and sections with their kinds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from articles.document.nodes import Kind, Section
from articles.importing import body
from articles.importing.blocks import Block, Heading, Paragraph, Quotation
from articles.importing.inline import Inline
from articles.importing.kinds import is_disclaimer, is_promotion, is_quotation
from articles.importing.labels import label
from articles.importing.levels import DEEP, MAIN
from articles.importing.people import People
from articles.importing.speakers import contributor_of, is_signature, speaker_of
from articles.importing.wrapping import is_lead

_LONGEST_STANDFIRST = 1200


@dataclass(slots=True)
class Shaped:
    """The article's texts as HTML; `speakers` maps an index of `sections` to the person quoted there."""

    standfirst: str = ""
    contributor_note: str = ""
    sections: list[Section] = field(default_factory=list)
    speakers: dict[int, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)


def shape(blocks: Sequence[Block], people: People, inline: Inline, *, subtitle: str) -> Shaped:
    """Reads blocks in order; a heading of level 2 or 3 opens a section, what comes before the first is the opening."""
    shaped = Shaped(standfirst=escape(subtitle, quote=False))
    first = next((n for n, block in enumerate(blocks) if _opens(block)), len(blocks))
    opening = _opening(blocks[:first], people, inline, shaped, has_sections=first < len(blocks))
    _section(None, opening, people, inline, shaped)
    at = first
    while at < len(blocks):
        end = at + 1
        while end < len(blocks) and not _opens(blocks[end]):
            end += 1
        head = blocks[at]
        if isinstance(head, Heading):
            _section(head, blocks[at + 1 : end], people, inline, shaped)
        at = end
    return shaped


def _opens(block: Block) -> bool:
    return isinstance(block, Heading) and block.level < DEEP


def _opening(
    blocks: Sequence[Block], people: People, inline: Inline, shaped: Shaped, *, has_sections: bool
) -> list[Block]:
    """Takes contributor note and standfirst from the first paragraphs; what is left opens the article."""
    rest: list[Block] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or block.is_code:
            rest.append(block)
        elif not shaped.contributor_note and contributor_of(block.text, people):
            shaped.contributor_note = inline.html(block.text, block.scope)
        elif has_sections and _stands_first(block, rest, shaped):
            shaped.standfirst = inline.html(block.text, block.scope)
        else:
            rest.append(block)
    return rest


def _stands_first(block: Paragraph, rest: Sequence[Block], shaped: Shaped) -> bool:
    is_free = not shaped.standfirst and not rest and len(block.text) <= _LONGEST_STANDFIRST
    return is_free and not is_lead(block.text) and not is_disclaimer(block) and not is_promotion(block)


def _section(head: Heading | None, blocks: Sequence[Block], people: People, inline: Inline, shaped: Shaped) -> None:
    """Adds a section, cut where a disclaimer or a promotion stands in it."""
    heading = inline.bare(head.text) if head else ""
    level = head.level if head else MAIN
    if head and not blocks and label(heading) in {"sources", "notes"}:
        shaped.taken.append(head.text)
        return
    if label(heading) == "disclaimer" and blocks:
        shaped.sections.append(_made(Kind.DISCLAIMER, level, heading, blocks, inline))
        return
    run: list[Block] = []
    is_first = True
    for block in blocks:
        kind = Kind.DISCLAIMER if is_disclaimer(block) else Kind.PROMOTION if is_promotion(block) else None
        if kind is None:
            run.append(block)
            continue
        if run or (is_first and heading):
            _prose(heading if is_first else "", level, run, people, inline, shaped)
        shaped.sections.append(_made(kind, level, "", [block], inline))
        run, is_first = [], False
    if run or (is_first and heading):
        _prose(heading if is_first else "", level, run, people, inline, shaped)


def _prose(heading: str, level: int, blocks: Sequence[Block], people: People, inline: Inline, shaped: Shaped) -> None:
    """Adds a section of prose, or of kind quote when it is one quotation, perhaps signed."""
    last = _quoted(blocks[-1])[-1:] if 0 < len(blocks) < 3 else ()
    signed = last[0] if last and is_signature(last[0]) else ""
    if not blocks or not is_quotation(blocks[0]) or len(blocks) > (2 if signed else 1):
        shaped.sections.append(_made(Kind.PROSE, level, heading, blocks, inline))
        return
    speaker = speaker_of(heading, signed, people)
    if speaker:
        shaped.speakers[len(shaped.sections)] = speaker.name
    else:
        shaped.notes.append(f"Nobody in the file could be matched to the quotation under “{heading or 'no heading'}”.")
    html = "".join(f"<p>{inline.html(words, block.scope)}</p>" for block in blocks for words in _quoted(block))
    shaped.sections.append(Section(kind=Kind.QUOTE, level=level, heading=heading, body=html))


def _quoted(block: Block) -> Sequence[str]:
    """The paragraphs of a quotation or of its signature."""
    if isinstance(block, Quotation):
        return block.paragraphs
    return [block.text] if isinstance(block, Paragraph) else []


def _made(kind: Kind, level: int, heading: str, blocks: Sequence[Block], inline: Inline) -> Section:
    return Section(kind=kind, level=level, heading=heading, body=body.html(blocks, inline))
