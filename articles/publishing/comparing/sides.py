"""The texts of an article that can be compared: any revision, the draft, what is live, what was signed last."""

from dataclasses import dataclass

from django.db.models import QuerySet

from articles.document.codec import UnreadableDocument
from articles.document.diff import compare
from articles.document.nodes import Document
from articles.editing import assemble
from articles.models import Article, PublicationState, Revision
from articles.publishing.comparing.shown import Shown, show
from authors.models import Profile

DRAFT, LIVE, SIGNED = "draft", "live", "signed"
_BROKEN = "The stored text of revision {} does not have its digest any more. Tell Governance before relying on it."


class NoSuchText(Exception):
    """There is nothing to compare under this name; the message says why, for the person who asked."""


@dataclass(frozen=True, slots=True)
class Side:
    """One text; `key` is what asked for it, `number` its revision, None for the draft."""

    key: str
    label: str
    document: Document
    number: int | None = None
    warning: str = ""


def side(article: Article, wanted: str) -> Side:
    """The text that `draft`, `live`, `signed` or a revision's number stands for. Raises NoSuchText."""
    if wanted == DRAFT:
        return Side(DRAFT, "The draft now", assemble.document(article))
    revision = _revision(article.revisions.all(), wanted)
    try:
        document = revision.document()
    except UnreadableDocument as error:
        raise NoSuchText(f"Revision {revision.number} cannot be read any more ({error}). Tell Governance.") from error
    named = {LIVE: "The live text, revision {}", SIGNED: "The last signed text, revision {}"}
    label = named.get(wanted, "Revision {}").format(revision.number)
    warning = "" if revision.is_intact else _BROKEN.format(revision.number)
    return Side(wanted, label, document, revision.number, warning)


def between(old: Side, new: Side) -> Shown:
    """What differs between two texts, ready for a page; one query, for the names of who is quoted."""
    sections = (*old.document.sections, *new.document.sections)
    speakers = {section.speaker for section in sections if section.speaker}
    names = dict(Profile.objects.filter(pk__in=speakers).values_list("pk", "name")) if speakers else {}
    return show(compare(old.document, new.document), names)


def _revision(revisions: QuerySet[Revision], wanted: str) -> Revision:
    if wanted == LIVE:
        found = revisions.filter(publications__state=PublicationState.CURRENT).first()
        missing = "Nothing of this article is live."
    elif wanted == SIGNED:
        found = revisions.filter(sign_offs__isnull=False).order_by("-number").first()
        missing = "No revision of this article was signed yet."
    elif wanted.isascii() and wanted.isdigit() and len(wanted) <= 9:
        found = revisions.filter(number=int(wanted)).first()
        missing = f"This article has no revision {int(wanted)}."
    else:
        raise NoSuchText(f"“{wanted[:40]}” is no text of an article: choose a revision, the draft, live or signed.")
    if found is None:
        raise NoSuchText(missing)
    return found
