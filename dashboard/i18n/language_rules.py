"""Rules of writing of each language: script, punctuation, spaces, quotes, particles."""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard.i18n.placeholders import bare

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
KANA = re.compile(r"[\u3040-\u30fa\u30fd-\u30ff]")
HALF_WIDTH_KANA = re.compile(r"[\uff61-\uff9f]")
HAN = re.compile(r"[\u3400-\u9fff]")
CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"

Rule = Callable[[str], bool]


def _english(text: str) -> bool:
    """Whether nothing but Latin letters stands where another script is expected."""
    words = bare(text)
    return bool(re.search("[A-Za-z]{4}", words)) and not re.search(CJK, words)


def _found(pattern: str, placeholder: str = "x") -> Rule:
    """Return a rule that a pattern breaks, wherever it is found in the words.

    Args:
        placeholder: what stands for a value: a letter of the language.
    """
    compiled = re.compile(pattern)
    return lambda text: bool(compiled.search(bare(text, placeholder)))


def _unencodable(encoding: str) -> Rule:
    """Whether a Han character is not of the language's own character set."""

    def rule(text: str) -> bool:
        for character in HAN.findall(text):
            try:
                character.encode(encoding)
            except UnicodeEncodeError:
                return True
        return False

    return rule


# Which particle is right depends on the last sound of the word before; 입니다, 이고 and 이며 fit any.
PARTICLE = re.compile(r"\}(</\w+>|[’”])*((은|는|이|가|을|를|와|과|으로|로|이나|나|며)(?![가-힣])|였)")

OF_LANGUAGE: dict[str, dict[str, Rule]] = {
    "en": {
        "has straight quotes, not ‘ ’ “ ”": _found("[\"']"),
        "has American spelling": _found(r"(?i)\b(center|color|behavior|labor|fulfill|program\b|organiz)"),
    },
    "ko": {
        "is still English": _english,
        "has a particle behind a placeholder": lambda text: bool(PARTICLE.search(text)),
        "has kana or Han characters": lambda text: bool(KANA.search(text) or HAN.search(text)),
        "has full-width punctuation": _found("[。、，！？：；（）～]"),
        "has quotes other than ‘ ’ “ ”": _found("[\"'「」«»]"),
        "has a space before a mark, or none behind it": _found(r" [,.:;!?)]|\( |[,:;](?=[가-힣])"),
    },
    "ja": {
        "is still English": _english,
        "has Hangul": lambda text: bool(HANGUL.search(text)),
        "has half-width kana": lambda text: bool(HALF_WIDTH_KANA.search(text)),
        "has full-width letters or digits": _found("[０-９Ａ-Ｚａ-ｚ]"),
        "has half-width punctuation": _found(r"(?<=[\u3040-\u9fff])[.,!?:;](?![0-9A-Za-z])", "字"),
        "has half-width brackets": _found(r"(?<=[\u3040-\u9fff])\(|\((?=[\u3040-\u9fff])", "字"),
        "has a comma of Chinese": _found("[，；]"),
        "has quotes other than 「」": _found("[\"'“”‘’]"),
        "has a space between its letters": _found(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])"),
        "has a character that Japanese does not write": _unencodable("shift_jis"),
    },
    "zh_Hans": {
        "is still English": _english,
        "has kana or Hangul": lambda text: bool(KANA.search(text) or HANGUL.search(text)),
        "has full-width letters or digits": _found("[０-９Ａ-Ｚａ-ｚ]"),
        "has half-width punctuation": _found(r"(?<=[\u3400-\u9fff])[.,!?:;](?!\d)", "字"),
        "has half-width brackets": _found(r"(?<=[\u3400-\u9fff])\(|\((?=[\u3400-\u9fff])", "字"),
        "has quotes other than “ ”": _found("[\"'「」‘’]"),
        "has a space between its letters": _found(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])"),
        "has a traditional character": _unencodable("gb2312"),
    },
    "fr": {
        "has no U+202F before ; : ! ? % or »": _found(r"(?<!\u202f)([;!?%»]|:(?!//|\d))"),
        "has no U+202F after «": _found(r"«(?!\u202f)"),
        "has no U+202F between groups of digits": _found(r"\d[ \u00a0.,]\d{3}(?!\d)"),
        "has a straight quote, not ’ or « »": _found("[\"'“”‘]"),
        "repeats a word": _found(r"(?i)\b([a-zà-ÿ]{2,}) \1\b"),
    },
}
