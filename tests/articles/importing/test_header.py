"""The YAML header of Markdown files."""

from articles.importing.header import Header, split_header


def test_known_keys_become_fields_and_the_rest_stays_as_text():
    header, text = split_header(
        "---\ntitle: 'A walk'\ntags:\n- sleep\n- light\nlicence: ours\nlang: en-GB\nurl: https://e.org/a\n"
        "---\n\n# A walk\n"
    )
    assert (header.title, header.topics, header.language) == ("A walk", ("sleep", "light"), "en-GB")
    assert header.others == ("licence: ours",)
    assert text == "\n# A walk\n"


def test_inline_lists_and_repeated_keys_lose_nothing():
    header, _ = split_header("---\nkeywords: [a, b]\ntitle: One\nTitle: Two\nurl: nowhere\n---\nText")
    assert header.topics == ("a", "b")
    assert header.others == ("Title: Two", "url: nowhere")


def test_a_rule_at_the_start_is_no_header():
    for text in ("---\nText that goes on\n---\n", "Text\n---\n", "---\ntitle: no end\n", "---\n---\nText"):
        assert split_header(text) == (Header(), text)
