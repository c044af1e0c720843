"""The sources of the demonstration → rows of the source library."""

from dataclasses import asdict, dataclass

from articles.management.demo.files import entries
from articles.models import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFile:
    """An author: family and given names, or one literal."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A source under the field names of `document.nodes.SourceRecord`."""

    type: str
    title: str
    authors: tuple[NameFile, ...]
    container: str
    container_short: str
    issued: str
    pages: str
    evidence: str
    volume: str = ""
    issue: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""


def source_files() -> dict[str, SourceFile]:
    """Every source by its key. Raises DemoFileWrong."""
    return dict(entries("sources.toml", SourceFile))


def load() -> dict[str, int]:
    """Key → id of the source's row; a source that the library has already, by its PMID, is used as it is."""
    known = dict(Source.objects.filter(merged_into=None).exclude(pmid="").values_list("pmid", "pk"))
    return {key: known.get(source.pmid) or _create(source) for key, source in source_files().items()}


def _create(source: SourceFile) -> int:
    authors = [{part: text for part, text in asdict(name).items() if text} for name in source.authors]
    return Source.objects.create(**(asdict(source) | {"authors": authors})).pk
