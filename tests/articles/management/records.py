"""Bibliographic records in the folder of real documents: what each PMID and DOI belongs to."""

import csv
import json
import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

_ENTRY = re.compile(r"^\s*\d+\.\s(.*?)\s*\[\[PUBMED[^\n]*?list_uids=(\d+)", re.M)


def plain(text: str) -> str:
    """Letters and digits only, without accents and case, so that punctuation does not matter."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in folded if char.isalnum())


def citations(data: Path) -> dict[str, str]:
    """PMID → the citation as printed, from the pairs file and the reference lists of the NCI summaries."""
    with (data / "03_references/identifiers/nci_citations_with_pmid.tsv").open(encoding="utf-8") as file:
        found = {row["pmid"]: row["citation"] for row in csv.DictReader(file, delimiter="\t")}
    for path in sorted((data / "01_articles/nci_pdq_md").glob("*.md")):
        for citation, pmid in _ENTRY.findall(path.read_text(encoding="utf-8")):
            found.setdefault(pmid, citation)
    for path in sorted((data / "03_references/pubmed").glob("metapub__*.xml")):
        found |= _of_pubmed(path)
    return found


def _of_pubmed(path: Path) -> dict[str, str]:
    """PMID → the parts of a PubMed record, one after the other."""
    article = ElementTree.parse(path).getroot().find(".//PubmedArticle")  # noqa: S314 - files of our own
    if article is None:
        return {}
    parts = [f"{author.findtext('LastName')} {author.findtext('ForeName')}" for author in article.iter("Author")]
    wanted = ("ArticleTitle", "ISOAbbreviation", "Title", "Volume", "Issue", "MedlinePgn")
    parts += ["".join(node.itertext()) for name in wanted for node in article.iter(name)]
    parts += [node.text or "" for node in article.iter("Year")]
    parts += [node.text or "" for node in article.iter("ArticleId")]
    return {article.findtext(".//PMID") or "": " ".join(parts)}


def dois_of_reviews(data: Path) -> set[str]:
    """The DOIs of the Cochrane reviews in the folder; each holds the number that PubMed gives as pages."""
    lines = (data / "01_articles/cochrane_pls_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["doi"] for line in lines}


def retracted(data: Path) -> str:
    """Every retraction list of the folder as one text, lower case."""
    folder = data / "03_references/retraction_watch"
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in {".csv", ".json"}]
    return "\n".join(path.read_text(encoding="utf-8", errors="replace").lower() for path in files)
