"""The rows that constraints and triggers are tried on."""

import pytest

from tests.articles.models.rows import Rows, make_rows


@pytest.fixture
def rows(rui) -> Rows:
    """One row of every table, by its model."""
    return make_rows(rui, rui.profile)
