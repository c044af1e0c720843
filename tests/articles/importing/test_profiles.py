"""People of a file and the profiles that are there already."""

import pytest

from articles.importing import profiles
from articles.importing.people import Education, Parsed
from authors.models import Profile

pytestmark = pytest.mark.django_db


def jane(**values):
    return Parsed(
        "Jane Doe", **{"post_nominals": "RD", "job_title": "Dietitian", "biography": ["One.", "Two."], **values}
    )


def test_a_new_person_takes_everything_the_file_says():
    ids, notes = profiles.keep([jane(education=[Education("University of Y", "BSc", 2011), Education("Z", "MSc")])])
    profile = Profile.objects.get(pk=ids[0])
    assert (profile.slug, profile.post_nominals, profile.job_title) == ("jane-doe", "RD", "Dietitian")
    assert profile.biography == "One.\n\nTwo."
    assert [(row.award, row.year) for row in profile.qualifications.all()] == [("BSc", 2011), ("MSc", None)]
    assert notes == []


def test_an_existing_profile_keeps_all_that_it_says():
    known = Profile.objects.create(slug="j", name="jane doe", post_nominals="MSc", job_title="Cook", biography="Old.")
    ids, notes = profiles.keep([jane(education=[Education("University of Y", "BSc", 2011)])])
    known.refresh_from_db()
    assert ids == [known.pk]
    assert (known.post_nominals, known.job_title, known.biography) == ("MSc", "Cook", "Old.")
    assert not known.qualifications.exists()
    assert notes == ["jane doe had a profile, which was left as it is."]


def test_an_existing_profile_gains_nothing_from_a_file_and_the_note_says_what_it_could():
    known = Profile.objects.create(slug="j", name="Jane Doe", job_title="Cook")
    _, notes = profiles.keep([jane()])
    known.refresh_from_db()
    assert (known.post_nominals, known.job_title, known.biography) == ("", "Cook", "")
    assert notes == ["Jane Doe had a profile, which was left as it is. The file also gives: post-nominals, biography."]


def test_addresses_stay_different_and_are_there_for_every_script():
    Profile.objects.create(slug="jane-doe", name="Another Jane")
    ids, _ = profiles.keep([jane(), Parsed("李 明"), Parsed("王 芳")])
    assert [Profile.objects.get(pk=pk).slug for pk in ids] == ["jane-doe-2", "person", "person-2"]
