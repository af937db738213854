"""Keys tell nothing and meet once; names read as people write them."""

from __future__ import annotations

from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.names import labels, short

NAMDONG = {
    "ko": "남동구",
    "en": "Namdong-gu",
    "ja": "南洞区",
    "zh_Hans": "南洞区",
    "fr": "Namdong-gu",
}
GWANGJU = {
    "ko": "광주시",
    "en": "Gwangju-si (Gyeonggi)",
    "ja": "広州市（京畿道）",
    "zh_Hans": "广州市（京畿道）",
    "fr": "Gwangju-si (Gyeonggi)",
}
JUNG = {"ko": "중구", "en": "Jung-gu", "ja": "中区", "zh_Hans": "中区", "fr": "Jung-gu"}


def test_all_keys_of_a_length_differ():
    assert len(set(keys("K", 32**3, 3, seed=5).to_pylist())) == 32**3


def test_keys_in_two_parts_are_those_made_at_once():
    whole = keys("V", 100, 8, seed=1).to_pylist()
    assert keys("V", 40, 8, seed=1).to_pylist() + keys("V", 60, 8, seed=1, first=40).to_pylist() == whole


def test_a_centre_is_named_in_each_language():
    assert [row[1:] for row in labels("KR-28-NM01", "centre", NAMDONG)] == [
        ("ko", "남동구가족센터", "남동"),
        ("en", "Namdong-gu Family Centre", "Namdong"),
        ("ja", "南洞区家族センター", "南洞"),
        ("zh", "南洞区家庭中心", "南洞"),
        ("fr", "Centre des familles de Namdong-gu", "Namdong"),
    ]


def test_what_stands_in_brackets_is_left_out():
    assert [row[3] for row in labels("KR-41-GJ01", "centre", GWANGJU)] == [
        "광주",
        "Gwangju",
        "広州",
        "广州",
        "Gwangju",
    ]


def test_a_name_of_one_letter_keeps_its_kind():
    assert [row[3] for row in labels("KR-28-JU01", "centre", JUNG)] == [
        "중구",
        "Jung-gu",
        "中区",
        "中区",
        "Jung-gu",
    ]


def test_provinces_lose_their_kind():
    assert [short(name) for name in ("인천광역시", "경기도", "仁川広域市", "京畿道")] == [
        "인천",
        "경기",
        "仁川",
        "京畿道",
    ]
