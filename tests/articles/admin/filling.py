"""What a browser would post back from one of Django's own forms, read out of its HTML."""

from tests.articles.admin.posting import page_of


def filled(client, address, **changes) -> dict:
    """Every field of the form as it is shown, with `changes`; `__` in a name stands for a dash."""
    form = next(each for each in page_of(client.get(address)).forms if each.get("id", "").endswith("_form"))
    data: dict = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value or "")
    return data | {name.replace("__", "-"): value for name, value in changes.items()}


def post(client, address, **changes):
    """Saves the form and says what came back."""
    return client.post(address, filled(client, address, **changes))
