"""What a browser would post back from the page, read out of its HTML."""

from django.http import QueryDict
from lxml import html


def page_of(answer):
    """The page as a tree."""
    return html.fromstring(answer.content.decode())


def posted(answer, **changes) -> dict:
    """Every field of the form, in the order of the page; `changes` name fields with `__` for a dot."""
    form = page_of(answer).get_element_by_id("editor")
    data = QueryDict(mutable=True)
    for name, value in form.form_values():
        data.appendlist(name, value or "")
    for name, value in changes.items():
        data.setlist(name.replace("__", "."), value if isinstance(value, list) else [value])
    return dict(data.lists())
