"""Where a finding belongs on the page: places of a Document → fields and rows of the sheet."""

from articles.admin.editor.sheet import SCALARS, Sheet
from articles.editing import clean


def row(place: str, sheet: Sheet) -> str:
    """`section.KEY` or `takeaway.KEY` or `person.KEY` of the row that a place names; '' for the whole page."""
    kind, _, number = place.partition(":")
    if not number.isdigit():
        return ""
    if kind == "person":
        return next((f"person.{each.key}" for each in sheet.people if each.profile == number), "")
    keys = {
        "section": [each.key for each in sheet.sections],
        "takeaway": [each.key for each in sheet.takeaways if clean.inline(each.body)],  # the blank are not in it
    }.get(kind, [])
    return f"{kind}.{keys[int(number) - 1]}" if 0 < int(number) <= len(keys) else ""


def field(place: str, sheet: Sheet) -> str:
    """The name of the field to go to; '' when a place has none."""
    found = row(place, sheet)
    if found:
        return f"{found}.{'profile' if found.startswith('person') else 'body'}"
    if place.startswith("source:"):
        return place
    return place if place in SCALARS else ""
