"""An entry of a source list → what is known of the source; nothing is guessed."""

import re
from urllib.parse import parse_qs, urlsplit

from articles.citations.identifiers import find_dois, find_pmcid, find_pmid, normalise_pmid
from articles.document.nodes import SourceRecord
from articles.importing.inline import LINK, Inline

_ADDRESS = re.compile(r"https?://[^\s<>\"“”\]]{3,1000}")
PUBMED_NAME = re.compile(r"\[?\s*pubmed(?: abstract)?\s*\]?", re.I)
_RESOLVERS = ("doi.org", "ncbi.nlm.nih.gov")
_TITLE_AND_HOST = re.compile(r"(?P<title>\S.*\S)\s+[-–—|]\s+(?P<host>[^\s–—|-][^–—|]{0,48})")
_LONGEST_TITLE, _LONGEST_PMCID = 600, 20
_MOST_HOST_WORDS = 5
# Marks of one long reference, whose last hyphen parts nothing: a year in brackets or at the end, pages, volumes.
_LONG_REFERENCE = re.compile(
    r"[(,;]\s*(?:1[89]|20)[0-9]{2}\b|\b(?:1[89]|20)[0-9]{2}\s*[.;:)]|[0-9]\s*[:(;]\s*[0-9]|\bet al\b|\.$|https?://",
    re.I,
)


def record(number: int, text: str, inline: Inline) -> SourceRecord:
    """The source of an entry, under the given id: `title - host` in parts, any other form whole as `literal`.

    DOI, PMID, PMCID and address are read wherever they stand in it.
    """
    addresses = [found[3] for found in LINK.finditer(text)] if inline.markdown else []
    words = _plain(text, inline)
    everything = " ".join([words, *addresses])
    addresses += [found.rstrip(".,;)") for found in _ADDRESS.findall(words)]
    doi = next(iter(find_dois(everything)), "")
    pmid = find_pmid(everything) or _linked_pmid(addresses)
    pmcid = found if len(found := find_pmcid(everything)) <= _LONGEST_PMCID else ""
    url = next((address for address in addresses if _is_page(address)), "")
    parts = None if doi or pmid or pmcid or url or len(words) > _LONGEST_TITLE else _TITLE_AND_HOST.fullmatch(words)
    if parts and _is_host(parts["host"]) and not _LONG_REFERENCE.search(words):
        return SourceRecord(id=number, title=parts["title"], host=parts["host"])
    return SourceRecord(id=number, literal=words, doi=doi, pmid=pmid, pmcid=pmcid, url=url)


def _plain(text: str, inline: Inline) -> str:
    """The words of an entry; a link that only says PubMed is gone, since its number is kept."""
    if inline.markdown:
        text = LINK.sub(
            lambda found: "" if PUBMED_NAME.fullmatch(found[2]) and _linked_pmid([found[3]]) else found[0], text
        )
    return inline.bare(text)


def _linked_pmid(addresses: list[str]) -> str:
    """The PMID in an address of PubMed's older form, `…?list_uids=8422607`."""
    for address in addresses:
        try:
            query = parse_qs(urlsplit(address).query)
        except ValueError:
            continue
        if pmid := normalise_pmid(query.get("list_uids", [""])[0]):
            return pmid
    return ""


def _is_page(address: str) -> bool:
    """Whether an address leads to a page of its own, not to what an identifier already names."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return address.startswith(("http://", "https://")) and len(address) <= 1000 and not host.endswith(_RESOLVERS)


def _is_host(words: str) -> bool:
    """Whether the words after the last hyphen can be the name of a site."""
    is_domain = "." in words and " " not in words
    return is_domain or (len(words.split()) <= _MOST_HOST_WORDS and words[0].isupper())
