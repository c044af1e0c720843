"""Sources of a Draft → rows of the shared library: the same work is used again, a new one is added."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from django.db.models import Q

from articles.document.nodes import SourceRecord
from articles.models import Source

_IDENTIFIERS = ("doi", "pmid", "pmcid")
_FIELDS = ("title", "doi", "pmid", "pmcid", "url", "literal", "host")


def keep(records: Sequence[SourceRecord]) -> tuple[dict[int, int], list[str]]:
    """Record id → row id of every record, and a note on those that the library had.

    An unmerged row with the same DOI, PMID or PMCID is that work and stays as it stands; a record without any
    content becomes a placeholder for an editor to complete.
    """
    known = _known(records)
    ids: dict[int, int] = {}
    fresh: dict[int, Source] = {}
    for record in records:
        row = next((known[key] for key in _keys(record) if key in known), None)
        if row is None:
            fresh[record.id] = _row(record)
        else:
            ids[record.id] = row
    Source.objects.bulk_create(fresh.values())
    notes = [f"{len(ids)} of the sources were in the library and are used as they stand there."] if ids else []
    return ids | {record: row.pk for record, row in fresh.items()}, notes


def _known(records: Iterable[SourceRecord]) -> dict[str, int]:
    """Identifier → id of the unmerged row that has it."""
    wanted = Q()
    for name in _IDENTIFIERS:
        values = [value for record in records if (value := getattr(record, name))]
        wanted |= Q(**{f"{name}__in": values}) if values else Q()
    if not wanted:
        return {}
    rows = Source.objects.filter(wanted, merged_into=None).only(*_IDENTIFIERS)
    return {key: row.pk for row in rows for key in _keys(row)}


def _keys(source: SourceRecord | Source) -> list[str]:
    return [f"{name} {value}" for name in _IDENTIFIERS if (value := getattr(source, name))]


def _row(record: SourceRecord) -> Source:
    values = {name: value for name, value in asdict(record).items() if name in _FIELDS and value}
    provenance = Source.Provenance.IMPORT if values else Source.Provenance.PLACEHOLDER
    return Source(provenance=provenance, **values)
