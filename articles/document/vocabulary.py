"""The HTML that a body may hold: the one declaration for editor, sanitizer and parser."""

CITE = "cite-ref"

INLINE = frozenset({"strong", "em", "sub", "sup", "a", "br", CITE})
BLOCKS = frozenset({"p", "h4", "ul", "ol", "li", "blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td"})
BODY = INLINE | BLOCKS

ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "ol": frozenset({"start"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "td": frozenset({"colspan", "rowspan"}),
    CITE: frozenset({"data-source", "data-locator", "data-quote"}),
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# What other editors write, said in our words before anything is taken out.
SAME_AS: dict[str, str] = {"b": "strong", "i": "em", "h5": "h4", "h6": "h4", "tfoot": "tbody"}


def keeps(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute if it may stay, else None."""
    if tag == CITE and attribute == "data-source":
        return value if value.isascii() and value.isdigit() and len(value) <= 18 else None
    if attribute in {"colspan", "rowspan", "start"}:
        return value if value.isascii() and value.isdigit() and len(value) <= 4 else None
    if attribute == "scope":
        return value if value in {"col", "row", "colgroup", "rowgroup"} else None
    return value
