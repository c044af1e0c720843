"""Names, bylines, and the parts of a text that are about people."""

import pytest

from articles.importing import people
from articles.importing.lines import split
from articles.importing.names import are_post_nominals, named
from articles.importing.people import Education


def lifted(text, *, markdown=False):
    lines, found = people.lift(split(text, markdown=markdown))
    return [line.words for line in lines], found


@pytest.mark.parametrize(
    ("words", "name", "letters", "honorific"),
    [
        ("Scott Weaver", "Scott Weaver", "", ""),
        ("Yusra Serdaroglu Aydin, MSc RD", "Yusra Serdaroglu Aydin", "MSc RD", ""),
        ("Marilyn J. Hammer, PhD, DC, RN", "Marilyn J. Hammer", "PhD, DC, RN", ""),
        ("Dr Jane Doe MBBS FRCP", "Jane Doe", "MBBS FRCP", "Dr"),
        ("Prof. Dr. Ömer van der Berg, BSc (Hons)", "Ömer van der Berg", "BSc (Hons)", "Prof. Dr."),
        ("**Jane O’Neill-Smith**", "Jane O’Neill-Smith", "", ""),
    ],
)
def test_a_line_that_is_a_name(words, name, letters, honorific):
    found = named(words)
    assert (found.name, found.post_nominals, found.honorific) == (name, letters, honorific)


@pytest.mark.parametrize(
    "words", ["", "Jane", "jane doe", "Jane Doe, a dietitian", "The end of it all.", "Room 101 North"]
)
def test_a_line_that_is_not(words):
    assert named(words) is None


def test_letters_after_a_name_have_capitals():
    assert are_post_nominals("MSc RD")
    assert not are_post_nominals("NHS")
    assert not are_post_nominals("a dietitian")


def test_a_part_gives_name_title_biography_and_education_and_the_lines_around_stay():
    lines, found = lifted(
        "Text.\n\n" * 16 + "Medical Reviewer\n\nJane Doe, RD\nDietitian\nJane eats.\nShe walks.\nEducation:\n"
        "University of Y - BSc Diet, 2011\nNot a row\nAuthor\n\nSam Poe\nWriter"
    )
    jane, sam = found.everyone
    assert set(lines) == {"Text."}
    assert (jane.post_nominals, jane.job_title) == ("RD", "Dietitian")
    assert jane.biography == ["Jane eats.", "She walks.", "Not a row"]
    assert jane.education == [Education("University of Y", "BSc Diet", 2011)]
    assert (sam.job_title, sam.biography, sam.roles) == ("Writer", [], {"author"})


def test_a_part_at_the_top_ends_with_its_paragraph():
    lines, found = lifted("Title\n\nAuthor\nSam Poe\nWriter\n\nThe article begins here. It goes on.")
    assert lines == ["Title", "The article begins here. It goes on."]
    assert found.everyone[0].biography == []


def test_a_heading_about_authors_over_prose_is_left_alone():
    text = "Authors\nFive people wrote to us about their walks.\nReviewers\nof books are other people."
    lines, found = lifted(text)
    assert lines == text.split("\n")
    assert found.everyone == []


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Written by Jane Doe", "author"),
        ("By Jane Doe, RD", "author"),
        ("**Author:** Jane Doe", "author"),
        ("Medically reviewed by Dr Jane Doe", "medical_reviewer"),
        ("*Reviewed by: Jane Doe, RD*", "medical_reviewer"),
    ],
)
def test_a_byline_under_the_title_names_somebody(line, role):
    lines, found = lifted(f"Title\n{line}\n\nText.", markdown=True)
    assert lines == ["Title", "Text."]
    assert [(person.name, person.roles) for person in found.everyone] == [("Jane Doe", {role})]


def test_one_name_is_one_person_in_every_role():
    _, found = lifted("Title\nBy Jane Doe\n\nText.\n\nMedical Reviewer\n\njane doe\n\nMedical Reviewer\n\nJane Doe, RD")
    assert [(person.name, person.post_nominals, person.roles) for person in found.everyone] == [
        ("Jane Doe", "RD", {"author", "medical_reviewer"})
    ]


def test_several_authors_stand_in_one_part():
    _, found = lifted("Text.\n" * 20 + "\nAuthors\n\nJane Doe, RD\nDietitian\n\nSam Poe\nWriter")
    assert [(person.name, person.job_title) for person in found.everyone] == [
        ("Jane Doe", "Dietitian"),
        ("Sam Poe", "Writer"),
    ]
