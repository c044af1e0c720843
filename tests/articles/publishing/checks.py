"""What is wrong with a page, read as a parser reads it."""

import re
from urllib.parse import urlsplit

import lxml.html

REFERENCES = ("aria-labelledby", "aria-describedby", "popovertarget", "for")
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "ping")
_SKIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")


def tree(html: str | bytes):
    """The parsed page."""
    return lxml.html.document_fromstring(html.decode() if isinstance(html, bytes) else html)


def words(element) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def problems(page) -> list[str]:
    """Everything that a page of ours may not be."""
    return [*_structure(page), *_references(page), *_foreign(page), *attacks(page)]


def _structure(page):
    if len(page.xpath("//h1")) != 1:
        yield f"{len(page.xpath('//h1'))} first headings"
    for landmark in ("header[@class='top']", "main", "footer", "nav[@aria-label='Main']"):
        if len(page.xpath(f"//{landmark}")) != 1:
            yield f"not one {landmark}"
    if page.xpath("string(//body/*[1]/@href)") != "#main":
        yield "the first thing is no skip link"
    levels = [int(heading.tag[1]) for heading in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    following = zip(levels[levels.index(1) :], levels[levels.index(1) + 1 :], strict=False)
    yield from (f"level {b} after {a}" for a, b in following if b > a + 1)
    yield from (f"no alt: {image.get('src')}" for image in page.xpath("//img[not(@alt)]"))
    yield from (f"no size: {image.get('src')}" for image in page.xpath("//img[not(@width) or not(@height)]"))
    for name in ("title", "meta[@name='description']/@content"):
        if not page.xpath(f"string(//head/{name})").strip():
            yield f"no {name}"


def _references(page):
    ids = page.xpath("//@id")
    yield from (f"id {name} twice" for name in sorted({name for name in ids if ids.count(name) > 1}))
    for attribute in REFERENCES:
        for value in page.xpath(f"//@{attribute}"):
            yield from (f"{attribute} {name} leads nowhere" for name in value.split() if name not in ids)
    yield from (f"{link} leads nowhere" for link in page.xpath("//a/@href") if link[0] == "#" and link[1:] not in ids)


def _foreign(page):
    """Things fetched with the page come from here."""
    for address in page.xpath("//img/@src | //script/@src | //link[not(@rel='canonical')]/@href | //source/@srcset"):
        if urlsplit(address).netloc or not address.startswith("/"):
            yield f"{address} is fetched from elsewhere"


def attacks(page) -> list[str]:
    """Scripts, handlers, styles, script addresses, elements that we never print."""
    found = [f"script {words(s)[:60]}" for s in page.xpath("//script[not(@type='application/ld+json')]")]
    found += [
        f"<{e.tag}>" for e in page.xpath("//iframe|//object|//embed|//form|//style|//base|//svg|//math|//template")
    ]
    found += [f"<{e.tag}>" for e in page.xpath("//meta[@http-equiv]")]
    for element in page.iter():
        if not isinstance(element.tag, str):
            found.append(f"comment {element.text[:40]}")
            continue
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                found.append(f"{name} on <{element.tag}>")
            scheme = _SKIPPED.sub("", value).lower().partition(":")[0]
            if name in ADDRESSES and scheme in ("javascript", "vbscript", "data", "livescript", "mocha"):
                found.append(f"{name}={value[:60]}")
    return found
