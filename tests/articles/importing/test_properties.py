"""What holds for any text: it is read or refused, its HTML is clean, and its words stay."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.editing import clean
from articles.importing.read import ImportFailed
from tests.articles.importing.making import drawn

MARKS = ["[1]", "[2,3]", "[2–4]", "[sic]", "**bold**", "_em_", "<script>", "&lt;", "\\*", "“Quoted", "words”"]
SIGNS = ["…", "é", "字", "\u202e", "()", "]", "[", "_", "*", "`"]
STARTS = ["- ", "* ", "1. ", "12) ", "# ", "## ", "> ", "```", "| a | b |", "|---|---|", "\n", "\n\n", "\t", "  "]
LABELS = ["Sources", "References", "Author", "Medical Reviewer", "Jane Doe, MSc RD", "Education:", "Key Takeaways"]
WRITING = ["Sleep quality", "A heading in Title Case", "It helps. It does.", "ends with", "such as:", "a lower start,"]
LINKS = ["[t](https://e.org)", "[x](javascript:alert(1))", "3 March 2025"]
PIECES = [*MARKS, *SIGNS, *STARTS, *LABELS, *WRITING, *LINKS]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join)


@given(text=TEXTS, markdown=st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_and_its_html_needs_no_more_cleaning(text, markdown):
    try:
        document = drawn(text, markdown=markdown).document
    except ImportFailed:
        return
    assert document.title
    assert clean.document(document) == document
    assert all(f"<{tag}" not in section.body for section in document.sections for tag in ("script", "img", "style"))
    assert 'href="javascript:' not in "".join(section.body.lower() for section in document.sections)


WORDS = st.sampled_from(["walk", "light", "noon", "Clock", "Healthy", "shoes", "rest.", "often,", "such", "as:"])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=20).map(" ".join), min_size=1, max_size=30)


@given(lines=LINES, parts=st.lists(st.sampled_from(["\n", "\n\n"]), min_size=30, max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_word_of_a_plain_text_is_lost_wherever_its_lines_break(lines, parts):
    text = "".join(line + part for line, part in zip(lines, parts, strict=False))
    assert drawn(text).report.unplaced == ()
