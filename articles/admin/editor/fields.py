"""The fields that stand once on the page: what each is called, how it is typed, what helps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from articles.document.nodes import Commercial
from articles.models import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One control. `look` picks the partial: line, text, rich, number, check, choice or person."""

    name: str
    label: str
    look: str = "line"
    help: str = ""
    advice: int = 0  # the length that is good for readers; counted beside the field
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""
    error: str = ""

    @property
    def limit(self) -> int:
        """The longest text that the table takes; 0 when it takes any."""
        return getattr(Article._meta.get_field(self.name), "max_length", 0) or 0

    @property
    def described_by(self) -> str:
        """Ids of help and error, for assistive technology."""
        return " ".join([f"{self.name}-error"] * bool(self.error) + [f"{self.name}-help"] * bool(self.help))

    def shown(self, values: Mapping[str, str], errors: Mapping[str, str], titles: Mapping[str, str]) -> "Field":
        """With what is typed; a chosen person is the only choice until the scripts have fetched the others."""
        value = values.get(self.name, "")
        choices = self.choices
        if self.look == "person":
            choices = (("", "Nobody yet"), *(((value, titles.get(value) or "Somebody who is gone"),) if value else ()))
        return replace(self, value=value, error=errors.get(self.name, ""), choices=choices)


@dataclass(frozen=True, slots=True)
class Form:
    """The fields by name."""

    fields: Mapping[str, Field]

    def __getitem__(self, name: str) -> Field:
        return self.fields[name]


FIELDS: tuple[Field, ...] = (
    Field(name="title", label="Title", advice=65),
    Field(name="standfirst", label="Standfirst", look="rich", help="One or two sentences that say what readers get."),
    Field(
        name="takeaways_lead",
        label="Lead-in",
        look="rich",
        help="Stands above the takeaways; {count} becomes their number in words.",
    ),
    Field(name="contributor_note", label="Contributor note", look="rich", help="Who contributed, above the text."),
    Field(
        name="description",
        label="Description",
        look="text",
        help="For search engines and link previews; empty means the standfirst.",
        advice=155,
    ),
    Field(name="slug", label="Address", help="The last part of the address; empty makes it from the title."),
    Field(name="audience", label="Written for", help="Such as: adults who work at night."),
    Field(
        name="commercial",
        label="Context",
        look="choice",
        choices=((Commercial.EDITORIAL, "Editorial"), (Commercial.COMMERCIAL, "Commercial: sells something of ours")),
    ),
    Field(name="language", label="Language", help="A language tag such as en-GB."),
    Field(name="hero", label="Picture", look="picture"),
    Field(name="hero_alt", label="What the picture shows", help="For people who do not see it."),
    Field(name="hero_decorative", label="The picture is decorative: it says nothing", look="check"),
    Field(name="hero_caption", label="Caption"),
    Field(name="reader_need", label="Reader need", look="text", help="The need that this article meets."),
    Field(name="evidence_note", label="Evidence", look="text", help="Databases searched, and when."),
    Field(name="user_testing", label="Testing with readers", look="text", help="Date and method."),
    Field(
        name="review_months",
        label="Review every … months",
        look="number",
        help="Shorter than the policy asks; empty means the policy's interval.",
    ),
    Field(name="proposed_reviewer", label="Proposed reviewer", look="person"),
)
