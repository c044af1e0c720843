"""The one declaration of what a body may hold."""

import pytest

from articles.document.vocabulary import ATTRIBUTES, BLOCKS, BODY, CITE, INLINE, SAME_AS, keeps


def test_a_body_is_blocks_and_inlines_and_nothing_is_both():
    assert BODY == BLOCKS | INLINE
    assert not BLOCKS & INLINE


def test_attributes_and_renamed_tags_are_of_the_vocabulary():
    assert set(ATTRIBUTES) <= BODY
    assert set(SAME_AS.values()) <= BODY
    assert not set(SAME_AS) & BODY


@pytest.mark.parametrize(
    ("tag", "attribute", "value"),
    [
        (CITE, "data-source", "12"),
        (CITE, "data-source", "9" * 18),
        (CITE, "data-quote", "anything <at> all"),
        ("a", "href", "https://health.example/"),
        ("td", "colspan", "2"),
        ("ol", "start", "10"),
        ("th", "scope", "row"),
    ],
)
def test_a_good_value_is_kept_as_it_is(tag, attribute, value):
    assert keeps(tag, attribute, value) == value


@pytest.mark.parametrize(
    ("tag", "attribute", "value"),
    [
        (CITE, "data-source", ""),
        (CITE, "data-source", "x"),
        (CITE, "data-source", "-1"),
        (CITE, "data-source", "９"),
        (CITE, "data-source", "9" * 19),
        ("td", "colspan", "99999"),
        ("td", "rowspan", "two"),
        ("ol", "start", "²"),
        ("th", "scope", "all"),
    ],
)
def test_a_bad_value_goes(tag, attribute, value):
    assert keeps(tag, attribute, value) is None
