"""Values from the database are shown as they are written."""

import pytest

from dashboard.i18n.markdown import escape


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("남동구가족센터", "남동구가족센터"),
        ("a*b_c", r"a\*b\_c"),
        ("11월 3일~20일", r"11월 3일\~20일"),
        ("$5 and $6", r"\$5 and \$6"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("2025. 11. 3.", r"2025\. 11\. 3\."),
        ("1) first", r"1\) first"),
        ("[x](http://y)", "\\[x\\]\\(http\u2060\\://y\\)"),
        ("  indented", "indented"),
        (":smile:", "\\:\u2060smile\\:"),
        ("a -> b", "a \u2060\\-\\> b"),
        ("a-b", r"a\-b"),
        ("www.example.org", "www\u2060.example.org"),
        ("me@example.org", "me\\@\u2060example.org"),
        (":red[x]", r"\:red\[x\]"),
        ("# title", r"\# title"),
        ("- item", r"\- item"),
        ("a\n# b", r"a \# b"),
        ("a & b", r"a \& b"),
        ("", ""),
    ],
)
def test_nothing_that_markdown_reads_is_left(value, expected):
    assert escape(value) == expected
