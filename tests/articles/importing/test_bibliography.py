"""Sources of a file: placeholders for what no list has, one record for one work, and the report of it."""

import json

from articles.document import walk
from articles.importing.report import Report
from tests.articles.importing.making import EXAMPLE, drawn

TWICE = """\
A title

Text [1], more [2,3] and [4].

Sources
[1] Doe J. Walks. J Ex 2001. PMID: 123
[2] Roe K. Runs. J Ex 2002.
[3] Doe J. Walks. Journal of Examples 2001. PMID: 123
[4] roe k. runs. j ex 2002.
[5] Poe L. Rests. J Ex 2003.
"""


def test_entries_of_one_work_are_joined_and_their_marks_with_them():
    found = drawn(TWICE)
    assert [source.id for source in found.document.sources] == [1, 2, 5]
    assert [mark.source for mark in walk.marks(found.document)] == [1, 2, 1, 2]
    note = next(note for note in found.report.notes if "joined" in note)
    assert "[3] = [1] (“Doe J. Walks. Journal of Examples 2001. PMID: 123”)" in note
    assert "[4] = [2]" in note


def test_the_report_still_counts_what_the_file_has():
    report = drawn(TWICE).report
    assert (report.entries, report.distinct, report.groups, report.uncited) == (5, 4, 3, (5,))


def test_a_report_survives_being_stored():
    report = drawn(EXAMPLE).report
    assert Report.from_json(json.loads(json.dumps(report.as_json()))) == report


def test_notes_say_what_an_editor_has_to_decide():
    notes = " ".join(drawn(EXAMPLE).report.notes)
    assert "The file marks no headings" in notes
    assert "Cited but not listed: 2, 5, 6, 8, 10, 11." in notes
    assert "it makes the page commercial" in notes
    assert "Maren Lindqvist is named as medical reviewer. That proposes a reviewer and reviews nothing" in notes


def test_notes_say_what_was_left_behind():
    text = (
        "---\ntitle: T\ntags: [sleep]\nlicence: ours\n---\n# T\n\n![A park](park.jpg) [here](/x)\n\n## References\n\n"
        "- Doe J. Walks. 2001.\n"
    )
    notes = " ".join(drawn(text, markdown=True).report.notes)
    for part in ("topics: sleep", "licence: ours", "plain text: /x", "park.jpg", "no numbers"):
        assert part in notes
