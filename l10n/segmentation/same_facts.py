"""One fact in several spellings of one language: five and 5, 70 % and 70 per cent, ¥ and yen, 15 December."""

from __future__ import annotations

import re

from l10n.segmentation.meaning import CURRENCY, DATE

_GROUP = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_PERCENT = re.compile(r"(?<=\d) ?(?:prosent|procent|per ?cent|pst)\b\.?")
_WORD = re.compile(r"[^\W\d_]+")
_FULL_HOUR = re.compile(
    r"(?i)(\b(?:kl\.?|klokk[ae]n?|klockan) ?\d{1,2})[.:]00(?![\d.:]*\d)|\b(\d{1,2})[.:]00(?= ?[ap]\.?m\b)"
)
_NORDIC = "to/två tre fire/fyra fem seks/sex sju/syv åtte/otte/åtta ni/nio ti/tio elleve/elva tolv"
_NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "nb": _NORDIC, "nn": _NORDIC, "da": _NORDIC, "sv": _NORDIC,
}  # fmt: skip
"""From two on: “one” is an article and a pronoun, too. By language: “to” is no number in English."""
_DIGITS = {
    language: {word: str(n) for n, words in enumerate(names.split(), 2) for word in words.split("/")}
    for language, names in _NUMBERS.items()
}
_SIGNS = {
    "dollar": "$", "dollars": "$", "usd": "$", "euro": "€", "euros": "€", "eur": "€", "pound": "£", "pounds": "£",
    "gbp": "£", "yen": "¥", "jpy": "¥", "krone": "kr", "kroner": "kr", "kronor": "kr",
}  # fmt: skip
_MONTHS = {"mai": "may", "maj": "may", "okt": "oct", "des": "dec"}


def plainly(text: str, language: str) -> str:
    """The text with numbers in digits without groups, per cent as a sign, and full hours (kl. 20.00, 8:00 p.m.)
    without minutes, as far as that is certain."""
    digits = _DIGITS.get(language.partition("-")[0], {})
    text = _WORD.sub(lambda match: digits.get(match[0].casefold(), match[0]), text) if digits else text
    text = _FULL_HOUR.sub(lambda match: match[1] or match[2], text)
    return _PERCENT.sub("%", _GROUP.sub("", text))


def value(kind: str, fact: str) -> object:
    """What is equal for two spellings of one fact."""
    if kind == DATE:
        months = (word[:3].casefold() for word in _WORD.findall(fact) if len(word) >= 3)
        return tuple(sorted(re.findall(r"\d+", fact))), tuple(_MONTHS.get(month, month) for month in months)
    if kind == CURRENCY:
        return _SIGNS.get(fact, fact)
    return fact.replace(":", ".")  # 14.30 and 14:30
