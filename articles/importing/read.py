"""A file's bytes → clean text, or one sentence that says why it cannot be read."""

import codecs
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
LIMIT = 10 * MEGABYTE
PLAIN = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown"})

# More than this share of control characters is a program's data, not somebody's writing.
_BINARY_SHARE, _LARGE_SHARE, _FEW = 0.02, 0.1, 64
_SIGNATURES = {
    b"PK\x03\x04": "a zip archive or an Office document",
    b"%PDF": "a PDF",
    b"{\\rtf": "a rich-text (RTF) document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes([*range(9), *range(14, 32), 127])
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LOST = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


class ImportFailed(Exception):
    """The file cannot become an article; the message is one sentence for whoever chose the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file as text: its name, the SHA-256 of its bytes, NFC text with \\n line ends, what was odd."""

    name: str
    sha256: str
    text: str
    is_markdown: bool
    notes: tuple[str, ...] = ()


def read(path: Path) -> Reading:
    """The text of a .txt or .md file of at most 10 MB.

    Raises ImportFailed, with a sentence, for a file that is missing, empty, too large, binary or of another kind.
    """
    name = path.name
    suffix = path.suffix.lower()
    if suffix not in PLAIN | MARKDOWN:
        raise ImportFailed(f"“{name}” is not a kind of file that is read; give plain text (.txt) or Markdown (.md).")
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise ImportFailed(
                f"“{name}” has {size / MEGABYTE:.1f} MB; files of up to {LIMIT // MEGABYTE} MB are read, "
                "so split it or take out what is not text."
            )
        data = path.read_bytes()
    except OSError as error:
        raise ImportFailed(f"“{name}” cannot be read: {error.strerror or error}.") from error
    return decode(data, name=name, is_markdown=suffix in MARKDOWN)


def decode(data: bytes, *, name: str, is_markdown: bool) -> Reading:
    """The text of a file's bytes. Raises ImportFailed for bytes that are empty or not text."""
    text, notes = _text(data, name)
    text = _BREAKS.sub("\n", text)
    text, lost = _LOST.subn("", text)
    if not text.strip():
        raise ImportFailed(f"“{name}” is empty; there is nothing to import.")
    if lost:
        notes.append(f"{lost} control character{'s were' if lost > 1 else ' was'} taken out.")
    return Reading(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=unicodedata.normalize("NFC", text),
        is_markdown=is_markdown,
        notes=tuple(notes),
    )


def _text(data: bytes, name: str) -> tuple[str, list[str]]:
    """The decoded text and what was unusual about it."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise ImportFailed(f"“{name}” is not text: inside, it is {kind}; save it as plain text or Markdown first.")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), []
    if wide := _wide(data):
        return data.decode(wide, errors="replace"), [f"The file was read as {wide.upper()}; it does not say so itself."]
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > (_BINARY_SHARE if controls > _FEW else _LARGE_SHARE) * len(data):
        raise ImportFailed(f"“{name}” is not text but binary data; save it as plain text or Markdown first.")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors=_FALLBACK)
        return text, ["The file is not all UTF-8; the rest was read as Windows-1252. Check quotes and accents."]


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark shows in that nearly every second byte is zero."""
    half = len(data) // 2
    if not half or len(data) % 2:
        return ""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.05 * half else ""


_FALLBACK = "vivere.windows-1252"


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Each byte that is not UTF-8 as the character that Windows-1252, or else Latin-1, has for it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    try:
        return wrong.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return wrong.decode("latin-1"), error.end


codecs.register_error(_FALLBACK, _as_windows_1252)
