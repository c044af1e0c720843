"""Files that are text, files that are not, and text that says it badly."""

import codecs

import pytest

from articles.importing.read import LIMIT, ImportFailed, decode, read


def text_of(data):
    return decode(data, name="file.txt", is_markdown=False)


@pytest.fixture
def file(tmp_path):
    def write(data, name="file.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n\xef\xbb\xbf", "is empty"),
        ("page.html", b"<p>Text</p>", r"plain text \(.txt\) or Markdown \(.md\)"),
        ("none", b"Text", r"plain text \(.txt\) or Markdown \(.md\)"),
        ("word.txt", b"PK\x03\x04rest", "an Office document"),
        ("paper.md", b"%PDF-1.7", "a PDF"),
        ("program.txt", bytes(range(256)) * 8, "binary data"),
    ],
)
def test_what_is_not_text_is_refused_with_one_sentence_that_names_the_file(file, name, data, sentence):
    with pytest.raises(ImportFailed, match=sentence) as refused:
        read(file(data, name))
    message = str(refused.value)
    assert name in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_file_over_the_limit_is_refused_by_its_size_alone(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as sparse:
        sparse.truncate(50 * 1024 * 1024)
    with pytest.raises(ImportFailed, match=r"50\.0 MB; files of up to 10 MB"):
        read(path)
    assert LIMIT == 10 * 1024 * 1024


def test_a_missing_file_and_a_folder_are_refused_with_a_sentence(tmp_path):
    with pytest.raises(ImportFailed, match="cannot be read"):
        read(tmp_path / "nowhere.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(ImportFailed, match="cannot be read"):
        read(tmp_path / "folder.txt")


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + "Schöne Grüße".encode(),
        "Schöne Grüße".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Schöne Grüße".encode("utf-16-be"),
        "Schöne Grüße".encode("utf-32"),
    ],
)
def test_a_byte_order_mark_says_the_encoding(data):
    reading = text_of(data)
    assert reading.text == "Schöne Grüße"
    assert reading.notes == ()


def test_utf_16_without_a_mark_is_recognised_and_noted():
    reading = text_of("Plain words in wide letters".encode("utf-16-le"))
    assert reading.text == "Plain words in wide letters"
    assert "UTF-16-LE" in reading.notes[0]


def test_windows_1252_is_read_with_a_note_also_inside_utf_8():
    assert text_of("It’s “fine” – café".encode("cp1252")).text == "It’s “fine” – café"
    mixed = text_of("naïve ".encode() + "déjà vu".encode("cp1252"))
    assert mixed.text == "naïve déjà vu"
    assert "Windows-1252" in mixed.notes[0]


def test_control_characters_go_out_and_every_line_end_becomes_one():
    reading = text_of("One\r\nTwo\rThree\x85Four\u2028Five\x00 \x1b[31msix\ufeff".encode())
    assert reading.text == "One\nTwo\nThree\nFour\nFive [31msix"
    assert reading.notes == ("3 control characters were taken out.",)


def test_composed_and_decomposed_letters_are_the_same_text():
    assert text_of("cafe\u0301".encode()).text == "café"


def test_the_same_bytes_have_the_same_hash():
    assert text_of(b"Words").sha256 == text_of(b"Words").sha256 != text_of(b"Words ").sha256


def test_odd_encodings_of_real_files_are_read_or_refused(shared):
    folder = shared / "data/06_hostile/encodings"
    for name in ("fake-text-utf-16.txt", "fake-text-utf-16-le.txt"):
        assert read(folder / name).text.startswith("This is a test document")
    assert "derechos" in read(folder / "eng_spa_mult.md").text
    page = (folder / "fake-html-cp1252.html").read_bytes()
    assert "\ufffd" not in text_of(page).text
