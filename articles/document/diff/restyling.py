"""What is different about the same words: bold, a link that leads elsewhere, another page of the same source."""

from articles.document.diff.tokens import Format, Token

_NAMES = {"strong": "bold", "em": "italic", "sub": "subscript", "sup": "superscript"}


def restyling(old: Token, new: Token) -> str:
    """What changed about a word or mark that stayed, as a short note; empty when nothing did."""
    if old.formats == new.formats and old.mark == new.mark:
        return ""
    notes = _of_mark(old, new)
    gained = [each for each in new.formats if each not in old.formats]
    lost = [each for each in old.formats if each not in new.formats]
    before = next((address for tag, address in lost if tag == "a"), None)
    after = next((address for tag, address in gained if tag == "a"), None)
    if before is not None or after is not None:
        notes.append(_of_link(before, after))
    notes += [f"now {_name(each)}" for each in gained if each[0] != "a"]
    notes += [f"no longer {_name(each)}" for each in lost if each[0] != "a"]
    if not notes and old.formats != new.formats:
        notes.append("formatting nested otherwise")
    return ", ".join(dict.fromkeys(notes))


def _of_link(before: str | None, after: str | None) -> str:
    if after is None:
        return f"no longer a link to {before or 'nowhere'}"
    if before is None:
        return f"now a link to {after or 'nowhere'}"
    return f"link now leads to {after or 'nowhere'}, before to {before or 'nowhere'}"


def _of_mark(old: Token, new: Token) -> list[str]:
    if old.mark is None or new.mark is None:
        return []
    pairs = {"place": (old.mark.locator, new.mark.locator), "quote": (old.mark.quote, new.mark.quote)}
    return [f"{name}: {_said(is_)}, before: {_said(was)}" for name, (was, is_) in pairs.items() if was != is_]


def _said(text: str) -> str:
    return f"“{text}”" if text else "none"


def _name(each: Format) -> str:
    return _NAMES.get(each[0], each[0])
