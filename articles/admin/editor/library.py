"""The source library as the citing dialog uses it: search as you type, add by identifier or by hand."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from articles.admin.editor.describing import FIELDS, Described, describe, describe_all, described
from articles.citations.identifiers import (
    find_dois,
    find_pmcid,
    find_pmid,
    normalise_doi,
    normalise_pmcid,
    normalise_pmid,
)
from articles.models import Source
from vivere.audit.chain import record
from vivere.lib.html import one_line

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.I)
# Addresses that only say an identifier again.
_RESOLVERS = re.compile(
    r"https?://(?:(?:dx\.)?doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov)/\S*",
    re.I,
)
_WHEN = re.compile(r"(?:1[89]|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?")
_TYPED = ("type", "title", "container", "publisher", "issued", "volume", "issue", "pages")
SHOWN = 12
_RANKED = 100


class SourceRefused(Exception):
    """What was typed makes no source; `errors` has a sentence by field."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Added:
    """A source of the library, and whether it stood there before."""

    source: Described
    is_known: bool


def search(words: str) -> list[Described]:
    """Sources that hold every word in title, reference, authors, journal, year or identifier.

    Those in which the words begin words come first, then the newest.
    """
    found = Source.objects.filter(merged_into=None).annotate(names=Cast("authors", TextField()))
    for word in words.split()[:8]:
        bare = normalise_doi(word) or word
        found = found.filter(
            Q(title__icontains=word)
            | Q(literal__icontains=word)
            | Q(names__icontains=word)
            | Q(names__icontains=json.dumps(word)[1:-1])
            | Q(container__icontains=word)
            | Q(issued__startswith=word)
            | Q(doi__icontains=bare)
            | Q(pmid=word)
            | Q(pmcid__iexact=word)
        )
    candidates = describe_all(found.order_by("-changed_at", "-id")[:_RANKED])
    begins = [re.compile(rf"\b{re.escape(word)}", re.I) for word in words.split()[:8]]
    return sorted(candidates, key=lambda each: -_rank(each, begins))[:SHOWN]


def _rank(found: Described, begins: list[re.Pattern[str]]) -> int:
    text = f"{found['title']} {found['about']}"
    return sum(bool(each.search(text)) for each in begins)


def identifiers(pasted: str) -> dict[str, str]:
    """The DOI, PMID, PMCID and address that a pasted text is or names; those that it does not are left out."""
    text = pasted.strip()
    dois = find_dois(text)
    address = _ADDRESS.search(_RESOLVERS.sub("", text))
    found = {
        "pmcid": normalise_pmcid(text) or find_pmcid(text),
        "pmid": normalise_pmid(text) or find_pmid(text),
        "doi": normalise_doi(text) or (dois[0] if dois else ""),
        "url": address[0].rstrip(".,;)") if address else "",
    }
    return {name: value for name, value in found.items() if value}


def known(ids: Mapping[str, str]) -> Source | None:
    """The source of the library that has one of these identifiers."""
    for name, value in ids.items():
        source = Source.objects.filter(merged_into=None, **{name: value}).order_by("id").first()
        if source:
            return source
    return None


@transaction.atomic
def add(typed: Mapping[str, str], *, by: User) -> Added:
    """The known source of what was pasted, else a new one. Looking identifiers up elsewhere belongs before the last
    step, once there is such a service. Raises SourceRefused."""
    pasted = one_line(typed.get("pasted", ""))
    ids = identifiers(pasted)
    if source := known(ids):
        return Added(described([source.pk])[0], is_known=True)
    values = {name: one_line(typed.get(name, "")) for name in _TYPED}
    is_reference = bool(pasted) and pasted not in {*ids.values()} and not _is_one_identifier(pasted)
    _refuse(values, ids, pasted, is_reference=is_reference)
    source = Source.objects.create(
        **values, **ids, authors=names(typed.get("authors", "")), literal=pasted if is_reference else ""
    )
    record("source.added", f"source:{source.pk}", by=by, details=ids)
    row = Source.objects.values(*FIELDS).get(pk=source.pk)
    return Added(describe(row), is_known=False)


def names(typed: str) -> list[dict[str, str]]:
    """`Wastyk HC; Fragiadakis GK` or one a line → CSL names; what has no initials is an organisation's."""
    found = []
    for each in re.split(r"[;\n]", typed):
        name = one_line(each)
        person = re.fullmatch(r"(?P<family>\S.*?),? (?P<given>[A-Z]{1,4}|(?:[A-Z]\. ?){1,4})", name)
        if person:
            found.append(
                {"family": person["family"].rstrip(","), "given": " ".join(re.findall("[A-Z]", person["given"]))}
            )
        elif name:
            found.append({"literal": name})
    return found


def _is_one_identifier(pasted: str) -> bool:
    return " " not in pasted and bool(identifiers(pasted))


def _refuse(values: dict[str, str], ids: Mapping[str, str], pasted: str, *, is_reference: bool) -> None:
    errors: dict[str, str] = {}
    if not pasted and not values["title"]:
        errors["pasted"] = "Paste an identifier, an address or a whole reference, or type a title."
    elif not ids and not values["title"] and not is_reference:
        errors["pasted"] = "This is neither an identifier nor a reference; type the title below."
    if values["type"] not in Source.Type.values:
        errors["type"] = "Choose one of the types."
    if values["issued"] and not _WHEN.fullmatch(values["issued"]):
        errors["issued"] = f"“{values['issued'][:40]}” is not a date; write 2021, 2021-08 or 2021-08-05."
    for name, value in (values | dict(ids)).items():
        limit = getattr(Source._meta.get_field(name), "max_length", None)
        if limit and len(value) > limit:
            errors[name if name in values else "pasted"] = f"This has {len(value)} characters; {limit} is the limit."
    if "url" in ids:
        try:
            URLValidator(schemes=["http", "https"])(ids["url"])
        except ValidationError:
            errors["pasted"] = f"“{ids['url'][:80]}” is not a whole web address; one looks like https://www.nhs.uk/."
    if errors:
        raise SourceRefused(errors)
