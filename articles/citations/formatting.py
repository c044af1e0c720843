"""A source as it is printed in the list: NLM/Vancouver form, as parts, text or HTML (H38)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from articles.citations import identifiers
from articles.citations.vancouver import date_words, names, page_range, plain_words, sentence, web_url
from articles.document.nodes import SourceRecord

_MONOGRAPHS = frozenset({"report", "book", "chapter"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a printed reference: plain text, perhaps with the address that it links to."""

    text: str
    url: str = ""
    is_title: bool = False


@lru_cache(maxsize=512)  # list, popover, completeness and JSON-LD of a page ask for the same record
def parts(record: SourceRecord) -> tuple[Part, ...]:
    """The reference cut into stretches, whose texts joined are the whole; () when nothing is known.

    A record without a title is printed as the literal reference that somebody wrote, where there is one.
    """
    if not plain_words(record.title) and plain_words(record.literal):
        return _of_literal(record)
    if not _is_known(record):
        return ()
    pieces = [
        _text(names(record.authors)),
        _title(record),
        *(_text(stretch) for stretch in _published(record)),
        _identifiers(record),
        _address(record),
    ]
    joined: list[Part] = []
    for piece in filter(None, pieces):
        joined += [Part(" ")] * bool(joined) + piece
    return tuple(joined)


def as_text(record: SourceRecord) -> str:
    """The reference as plain text; '' when nothing is known of the source."""
    return "".join(part.text for part in parts(record))


def as_html(record: SourceRecord) -> str:
    """The reference as escaped HTML: title in `<cite>`, identifiers and http(s) addresses as links."""
    return "".join(_html(part) for part in parts(record))


def is_empty(record: SourceRecord) -> bool:
    """Whether there is nothing to print, so that the page says "details missing"."""
    return not parts(record)


def _is_known(record: SourceRecord) -> bool:
    """Whether anything is known of the work itself; where it was found and when it was read is not enough."""
    texts = (record.title, record.container, record.container_short, record.publisher, record.issued, record.volume)
    more = (record.issue, record.pages, record.doi, record.pmid, record.pmcid, names(record.authors))
    return any(plain_words(text) for text in (*texts, *more)) or bool(web_url(record.url))


def _html(part: Part) -> str:
    text = escape(part.text)
    if part.is_title:
        text = f"<cite>{text}</cite>"
    return f'<a href="{escape(part.url)}">{text}</a>' if part.url else text


def _text(words: str) -> list[Part]:
    return [Part(sentence(words))] if words else []


def _title(record: SourceRecord) -> list[Part]:
    title = sentence(plain_words(record.title))
    if not title:
        return []
    label = "preprint" if record.type == "article" else "Internet" if _is_web(record) else ""
    if not label:
        return [Part(title, is_title=True)]
    return [Part(title.removesuffix("."), is_title=True), Part(f" [{label}].")]


def _is_web(record: SourceRecord) -> bool:
    """Whether it is read at an address rather than in a journal."""
    if record.type in {"webpage", *_MONOGRAPHS}:
        return record.type == "webpage" or bool(web_url(record.url))
    is_paper = record.type or record.volume or record.issue or record.pages or record.container_short
    return bool(web_url(record.url)) and not is_paper and not _links(record)


def _published(record: SourceRecord) -> list[str]:
    """Where and when: journal with volume and pages, or publisher and date."""
    container = plain_words(record.container)
    publisher = plain_words(record.publisher)
    date = date_words(record.issued)
    if record.type in _MONOGRAPHS or _is_web(record):
        inside = f"In: {container}" if record.type == "chapter" and container else ""
        maker = publisher or (container if not inside else "")
        pages = page_range(record.pages)
        return [inside, _made_by(record, maker, date), f"p. {pages}" if pages else ""]
    journal = plain_words(record.container_short).replace(".", "") or container or publisher
    host = plain_words(record.host) if not journal and record.title else ""
    return [journal or host, _in_journal(record, date)]


def _made_by(record: SourceRecord, maker: str, date: str) -> str:
    if not _is_web(record):
        return "; ".join(filter(None, [maker or plain_words(record.host), date]))
    accessed = date_words(record.accessed)
    when = " ".join(filter(None, [date or (accessed and "[date unknown]"), accessed and f"[cited {accessed}]"]))
    return "; ".join(filter(None, [maker or plain_words(record.host), when]))


def _in_journal(record: SourceRecord, date: str) -> str:
    """`2021 Aug 5;184(16):4137-53`, of what is known."""
    issue = plain_words(record.issue)
    volume = plain_words(record.volume) + (f"({issue})" if issue else "")
    pages = page_range(record.pages)
    return ":".join(filter(None, [";".join(filter(None, [date, volume])), pages]))


def _identifiers(record: SourceRecord) -> list[Part]:
    """`doi:… . PubMed PMID: …; PubMed Central PMCID: ….`, each a link when it has the form of one."""
    known = _links(record)
    found: list[Part] = []
    for n, (label, text, url) in enumerate(known):
        before = "" if n == 0 else ". " if known[n - 1][0] == "doi:" else "; "
        found += [Part(before + label), Part(text, url)]
    return [*found, Part(".")] if found else []


def _links(record: SourceRecord) -> list[tuple[str, str, str]]:
    """(label, text, address) of each identifier; one that is malformed is printed without a link."""
    doi, pmid, pmcid = (plain_words(text) for text in (record.doi, record.pmid, record.pmcid))
    doi_found = identifiers.normalise_doi(record.doi)
    pmid_found = identifiers.normalise_pmid(pmid)
    pmcid_found = identifiers.normalise_pmcid(pmcid)
    rows = [
        ("doi:", doi_found or doi, identifiers.doi_url(doi_found)),
        ("PubMed PMID: ", pmid_found or pmid, identifiers.pmid_url(pmid_found)),
        ("PubMed Central PMCID: ", pmcid_found or pmcid, identifiers.pmcid_url(pmcid_found)),
    ]
    return [row for row in rows if row[1]]


def _address(record: SourceRecord) -> list[Part]:
    """`Available from: URL` for a web source, and for a paper that nothing else leads to."""
    url = web_url(record.url)
    if not url or (_links(record) and not _is_web(record)):
        return []
    return [Part("Available from: "), Part(url, url)]


def _of_literal(record: SourceRecord) -> tuple[Part, ...]:
    """The words as given, with links laid over the identifiers in them; the others follow."""
    words = plain_words(record.literal)
    spans: list[tuple[int, int, str]] = []
    unseen: list[Part] = []
    targets = [(label, text, url) for label, text, url in _links(record) if url]
    if web := web_url(record.url):
        targets.append(("Available from: ", web, web))
    for label, text, url in targets:
        found = re.search(_pattern(label, text), words, re.I)
        if found is None:
            unseen += [Part(" " + label), Part(text, url), *([Part(".")] if text != url else [])]
        elif all(found.end(1) <= start or end <= found.start(1) for start, end, _ in spans):
            spans.append((found.start(1), found.end(1), url))
    laid: list[Part] = []
    at = 0
    for start, end, url in sorted(spans):
        laid += [Part(words[at:start])] * (start > at) + [Part(words[start:end], url)]
        at = end
    rest = words[at:] if not unseen else sentence(words[at:])
    return (*laid, *([Part(rest)] if rest else []), *unseen)


def _pattern(label: str, text: str) -> str:
    """Where an identifier stands in a literal; a PMID only after its name, for it is a bare number."""
    if label.startswith("doi"):
        return rf"((?:https?://(?:dx\.)?doi\.org/)?{re.escape(text)})(?![a-z0-9/])"
    if label.startswith("PubMed PMID"):
        return rf"\bPMID\s*[:#]?\s*({text})(?![0-9])"
    return rf"({re.escape(text)})(?![a-z0-9/])"
