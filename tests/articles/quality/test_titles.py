"""Protected titles, H66."""

import pytest

from articles.document.nodes import Person, Role
from articles.quality.titles import protected


@pytest.mark.parametrize(
    ("job_title", "post_nominals", "professions"),
    [
        ("Head of Nutrition and Registered Dietitian", "MSc RD", ["dietitian", "dietitian"]),
        ("Specialist dietician", "", ["dietitian"]),
        ("Consultant Physiotherapist", "MCSP", ["physiotherapist"]),
        ("Clinical Psychologist", "", ["psychologist"]),
        ("Dental surgeon", "", ["dentist"]),
        ("GP and writer", "", ["doctor"]),
        ("Registered nurse", "RN", ["nurse", "nurse"]),
        ("Speech and language therapist", "", ["other"]),
        ("Community pharmacist", "", ["pharmacist"]),
    ],
)
def test_a_protected_title_leads_to_its_profession(job_title, post_nominals, professions):
    person = Person(role=Role.AUTHOR, profile=1, name="N", job_title=job_title, post_nominals=post_nominals)
    assert [profession for _, profession in protected(person)] == professions


@pytest.mark.parametrize(
    ("job_title", "post_nominals"),
    [
        ("Medical Content Writer", ""),
        ("Nutritionist", "MSc RNutr"),
        ("Student dietitian", ""),
        ("Dietitian’s assistant", ""),
        ("Physiotherapist assistant", ""),
        ("Physician associate", ""),
        ("Veterinary surgeon", ""),
        ("Lecturer in dietetics", "PhD"),
        ("Psychology writer", "BRD"),
        ("", ""),
    ],
)
def test_other_titles_are_free(job_title, post_nominals):
    person = Person(role=Role.AUTHOR, profile=1, name="N", job_title=job_title, post_nominals=post_nominals)
    assert protected(person) == []
