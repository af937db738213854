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
        ("[x](http://y)", r"\[x\]\(http\://y\)"),
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
