"""Numbers and dates stay whole where a line of Korean, Japanese or Chinese is broken."""

import pytest

from dashboard.i18n.breaks import JOINER, dotted, whole


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("增加23户。", ["增加23", "户。"]),
        ("2026年第1四半期", ["2026", "年第", "1", "四半期"]),
        ("2026年5月12日", ["2026", "年", "5", "月", "12", "日"]),
        ("2026年5月12日读过", ["2026", "年", "5", "月", "12", "日读过"]),
        ("約3か月", ["約", "3", "か月"]),
        ("71%的家庭", ["71%的家庭"]),
        ("2026. 5. 12. 정의 검토", ["2026.\u00a05.\u00a012. 정의 검토"]),
        ("4.8억 원 중 원장", ["4.8억\u00a0원 중 원장"]),
        ("2 families, 12가구", ["2 families, 12가구"]),
        ("", [""]),
    ],
)
def test_what_belongs_together_is_joined(text: str, parts: list[str]) -> None:
    assert whole(text).split(JOINER) == parts


def test_no_line_begins_with_the_dot_between_two_remarks() -> None:
    assert dotted("one · <b>two</b> · three") == "one\u00a0· <b>two</b>\u00a0· three"
