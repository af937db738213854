"""Names of units in five languages, long for headings and short for charts."""

from __future__ import annotations

import re

LANGUAGES = {"ko": "ko", "en": "en", "ja": "ja", "zh": "zh_Hans", "fr": "fr"}
PROGRAMME = {
    "ko": ("양육첫걸음", "전체 사업"),
    "en": ("First Steps in Parenting", "Whole programme"),
    "ja": ("子育てはじめの一歩", "事業全体"),
    "zh": ("养育第一步", "整个项目"),
    "fr": ("Premiers pas parentaux", "Programme entier"),
}
CENTRE = {
    "ko": "{place}가족센터",
    "en": "{place} Family Centre",
    "ja": "{place}家族センター",
    "zh": "{place}家庭中心",
    "fr": "Centre des familles de {place}",
}
IN_BRACKETS = re.compile(r"\s*[(（].*[)）]$")
ENDING = re.compile(r"(?:-(?:gu|si|gun)|(?<=..)(?:광역시|특별시|도|広域市|广域市|시|군|구|市|郡|郡|区|县))$")


def labels(org_id: str, level: str, place: dict[str, str] | None) -> list[tuple[str, str, str, str]]:
    """Return (org_id, language, name, short name) of a unit in each language."""
    if place is None:
        return [(org_id, language, *PROGRAMME[language]) for language in LANGUAGES]
    # 중구 stays Jung-gu: what is left of it would be no name.
    keeps_ending = short(place["ko"]) == place["ko"]
    rows = []
    for language, column in LANGUAGES.items():
        name = IN_BRACKETS.sub("", place[column])
        brief = name if keeps_ending else short(name)
        rows.append((org_id, language, _full(language, level, name), brief))
    return rows


def short(name: str) -> str:
    """Return a place's name without its kind: 남동 of 남동구; 중구 stays, one letter is no name."""
    return ENDING.sub("", name)


def _full(language: str, level: str, name: str) -> str:
    if level == "region":
        return name
    full = CENTRE[language].format(place=name)
    # French elides before a vowel: d’Ansan-si.
    return re.sub(r" de (?=[AEIOUÉ])", " d’", full) if language == "fr" else full
