"""DOI, PMID and PMCID: one form to store and compare, found in text, checked, turned into links (F1, F2)."""

import re
from urllib.parse import quote, unquote

from django.core.exceptions import ValidationError

# As long as the column that holds it; longer strings are not the name of a paper.
LONGEST_DOI = 300

_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\x00-\x1f\x7f\ufffd]+", re.I)
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:www\.|dx\.)*doi\.org/|(?:info:)?doi\s*[:/]?\s*", re.I)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_TRAILING = ".,;:!?'\"’”»"
_CLOSERS = {")": "(", "]": "[", ">": "<", "}": "{"}

_DOI_IN_TEXT = re.compile(r"(?<![0-9])(?<![0-9]\.)10\.[0-9]{4,9}(?:/|%2f)[^\s\"“”]{1,600}", re.I)
_IN_ADDRESS = re.compile(r"://[^\s\"<>()\[\]]*\Z")
# Where it ends although no space follows: a second DOI or address, or "<" that opens no page as in <255::AID>3.0.
_DOI_END = re.compile(r"[;,|](?=https?://|doi|10\.[0-9]{4,9}/)|<(?![^<>]+>[0-9]\.[0-9]\.)", re.I)
_QUERY = re.compile(r"[?#].*$", re.S)
# What a publisher's site adds to a DOI in its own addresses.
_SITE_TAIL = re.compile(r"[?#&].*$|(?:[/.](?:e?pdf|abstract|abs|full|fulltext|html?|pdfdirect|meta|summary))+/?$", re.I)

_PMID = re.compile(r"[1-9][0-9]{0,7}")
_PMID_PREFIX = re.compile(
    r"(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/)|(?:pubmed\s+)?pmid\s*[:#]?\s*|"
    r"pubmed\s*:\s*",
    re.I,
)
_PMID_IN_TEXT = re.compile(
    r"(?:\bpmid\b\s*[:#]?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)([1-9][0-9]{0,7})(?![0-9])", re.I
)
_PMCID = re.compile(r"PMC[1-9][0-9]{0,14}(?:\.[0-9]{1,2})?")
_PMCID_PREFIX = re.compile(
    r"(?:https?://)?(?:pmc\.ncbi\.nlm\.nih\.gov/articles/|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/articles/)|"
    r"(?:pubmed central\s+)?pmc-?id\s*:?\s*",
    re.I,
)
_PMCID_IN_TEXT = re.compile(r"(?<![a-z0-9])(PMC[1-9][0-9]{2,14}(?:\.[0-9]{1,2})?)(?![a-z0-9])", re.I)


def normalise_doi(text: str) -> str:
    """The bare DOI in lower case, by which DOIs are compared; '' when the text is not one DOI (F1).

    Takes off `doi:` and the address of the resolver, percent-encoding, full stops and brackets that belong
    to the sentence around it. Old Wiley names with `<>;` in them stay whole.
    """
    text = text.strip()
    if len(text) > 4 * LONGEST_DOI:
        return ""
    prefix = _DOI_PREFIX.match(text)
    if prefix:
        text = text[prefix.end() :]
        if "doi.org" in prefix[0].lower():
            text = _QUERY.sub("", text)
    doi = _trim(_decoded(text)).lower()
    return doi if _DOI.fullmatch(doi) and len(doi) <= LONGEST_DOI else ""


def normalise_pmid(text: str) -> str:
    """The digits of a PubMed identifier or its address; '' when the text is not one (F2)."""
    text = _PMID_PREFIX.sub("", text.strip(), count=1).rstrip("/.,; ")
    return text if _PMID.fullmatch(text) else ""


def normalise_pmcid(text: str) -> str:
    """`PMC` and digits, of a PubMed Central identifier or its address; '' when the text is not one (F2)."""
    text = _PMCID_PREFIX.sub("", text.strip(), count=1).rstrip("/.,; ").upper()
    return text if _PMCID.fullmatch(text) else ""


def validate_doi(text: str) -> None:
    """Raises ValidationError unless the text can be read as one DOI."""
    if not normalise_doi(text):
        raise ValidationError(f"“{text}” is not a DOI; those look like 10.1016/j.cell.2021.06.019.")


def validate_pmid(text: str) -> None:
    """Raises ValidationError unless the text can be read as one PMID."""
    if not normalise_pmid(text):
        raise ValidationError(f"“{text}” is not a PMID; it has one to eight digits and does not start with 0.")


def validate_pmcid(text: str) -> None:
    """Raises ValidationError unless the text can be read as one PMCID."""
    if not normalise_pmcid(text):
        raise ValidationError(f"“{text}” is not a PMCID; those look like PMC9020749.")


def find_dois(text: str) -> list[str]:
    """Every DOI of a running text once, normalised, in the order of first appearance."""
    found: dict[str, None] = {}
    at = 0
    while match := _DOI_IN_TEXT.search(text, at):
        name = _unbracketed(_DOI_END.split(match[0], maxsplit=1)[0])
        at = match.start() + len(name)
        address = _IN_ADDRESS.search(text, max(0, match.start() - 300), match.start())
        if address:
            tail = _QUERY if address[0].lower().endswith("doi.org/") else _SITE_TAIL
            name = tail.sub("", name)
        if doi := normalise_doi(name):
            found[doi] = None
    return list(found)


def find_pmid(text: str) -> str:
    """The first PMID that the text names as such or links to; '' when there is none."""
    match = _PMID_IN_TEXT.search(text)
    return match[1] if match else ""


def find_pmcid(text: str) -> str:
    """The first PMCID in the text; '' when there is none."""
    match = _PMCID_IN_TEXT.search(text)
    return match[1].upper() if match else ""


def doi_url(doi: str) -> str:
    """The address that resolves a normalised DOI; '' for ''."""
    return f"https://doi.org/{quote(doi, safe='/:;()')}" if doi else ""


def pmid_url(pmid: str) -> str:
    """The PubMed page of a normalised PMID; '' for ''."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else ""


def pmcid_url(pmcid: str) -> str:
    """The PubMed Central page of a normalised PMCID; '' for ''."""
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/" if pmcid else ""


def _decoded(text: str) -> str:
    """Percent-encoding and entities undone, twice over if need be, and characters that cannot be seen gone."""
    before = ""
    while before != text:
        before, text = text, _INVISIBLE.sub("", unquote(text))
        for entity, sign in _ENTITIES:
            text = text.replace(entity, sign)
    return text


def _trim(text: str) -> str:
    """Without the punctuation that follows a DOI in a sentence and closing brackets that nothing opened."""
    while text:
        last = text[-1]
        opener = _CLOSERS.get(last)
        if last not in _TRAILING and not (opener and text.count(last) > text.count(opener)):
            return text
        text = text[:-1]
    return text


def _unbracketed(text: str) -> str:
    """The text up to the first closing bracket that nothing in it opened."""
    open_brackets: list[str] = []
    for at, char in enumerate(text):
        if char in _CLOSERS.values():
            open_brackets.append(char)
        elif char in _CLOSERS:
            if _CLOSERS[char] not in open_brackets:
                return text[:at]
            open_brackets.remove(_CLOSERS[char])
    return text
