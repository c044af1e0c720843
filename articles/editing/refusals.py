"""Why a draft is not written, said before the database has to say it."""

from articles.document.nodes import CareLevel, Document, Kind
from articles.models import Article, Section
from authors.models import Profile

_LIMITED = {"title": "title", "audience": "audience", "language": "language"}


class DraftRefused(Exception):
    """The draft cannot be written; the message is a sentence for the editor."""


class StaleVersion(DraftRefused):
    """Somebody saved first. Both texts are kept: theirs in the article, this one in `document`."""

    def __init__(self, article: Article, document: Document) -> None:
        super().__init__(
            f"Somebody saved “{article.title}” since you opened it (version {article.version}). "
            "Nothing of yours was written; compare the two texts and save again."
        )
        self.article = article
        self.document = document


def check(document: Document) -> None:
    """Raises DraftRefused when the tables cannot hold this Document: no title, too long, nobody of that number."""
    if not document.title:
        raise DraftRefused("The article has no title; give it one to save it.")
    for name, label in _LIMITED.items():
        _check_length(f"The {label}", getattr(document, name), Article, name)
    if document.hero:
        _check_length("The description of the picture", document.hero.alt, Article, "hero_alt")
        _check_length("The caption of the picture", document.hero.caption, Article, "hero_caption")
    for section in document.sections:
        _check_length(f"The heading “{section.heading[:40]}…”", section.heading, Section, "heading")
        if section.kind == Kind.CARE and section.care_level == CareLevel.NONE:
            raise DraftRefused(
                f"The care card “{section.heading}” does not say how quickly to act; "
                "choose non-urgent, urgent or emergency."
            )
    _check_people(document)


def _check_length(what: str, text: str, model: type[Article | Section], field: str) -> None:
    limit: int = getattr(model._meta.get_field(field), "max_length", 0)
    if len(text) > limit:
        raise DraftRefused(f"{what} has {len(text)} characters; {limit} is the limit.")


def _check_people(document: Document) -> None:
    named = {person.profile: person.name for person in document.people}
    speakers = {section.speaker: "the speaker of a quote" for section in document.sections if section.speaker}
    wanted = speakers | named
    known = set(Profile.objects.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    for profile in wanted.keys() - known:
        raise DraftRefused(f"There is no profile {profile} ({wanted[profile]}); choose somebody else or take it out.")
