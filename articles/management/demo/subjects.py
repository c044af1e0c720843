"""The topics of the demonstration, with the people who may review them."""

from dataclasses import dataclass

from articles.management.demo.cast import Cast
from articles.management.demo.files import DemoFileWrong, entries
from articles.models import Risk, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """A topic; reviewers are keys of people.toml."""

    name: str
    introduction: str
    reviewers: tuple[str, ...]
    risk: str = Risk.GENERAL.value


def load(cast: Cast) -> None:
    """Creates the topics that are absent and lets the sample reviewers review them. Raises DemoFileWrong."""
    for slug, file in entries("topics.toml", TopicFile):
        if file.risk not in Risk.values:
            raise DemoFileWrong(f"topics.toml, [{slug}]: “{file.risk}” is no risk; known: {', '.join(Risk.values)}.")
        defaults = {"name": file.name, "introduction": file.introduction, "risk": file.risk}
        topic, _created = Topic.objects.get_or_create(slug=slug, defaults=defaults)
        topic.reviewers.add(*(cast.profiles[key] for key in file.reviewers))
