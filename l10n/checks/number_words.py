"""Numbers written as words, 0 to 100 and as ordinals, in the languages whose words we know.

CLDR spells them in RBNF rules, which Babel does not ship; the languages here build theirs from 28 words each.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

# 0 to 19, then the tens from 20 to 90, then 100
_CARDINALS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "nb": "null en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
    "nitten tjue tretti førti femti seksti sytti åtti nitti hundre",
    "nn": "null ein to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
    "nitten tjue tretti førti femti seksti sytti åtti nitti hundre",
    "da": "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
    "nitten tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede",
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton "
    "nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
}
# first to twelfth
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "nb": "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte",
    "nn": "første andre tredje fjerde femte sjette sjuande åttande niande tiande ellevte tolvte",
    "da": "første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte",
    "sv": "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
}
_HALF = Decimal("0.5")
_OTHERS: dict[str, dict[str, int | Decimal]] = {
    "en": {"dozen": 12, "couple": 2, "once": 1, "twice": 2, "both": 2, "double": 2, "doubled": 2, "triple": 3,
           "tripled": 3,
           "fortnight": 14, "single": 1, "pair": 2, "duo": 2, "trio": 3,
           "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
           "nineteenth": 19, "twentieth": 20, "half": _HALF, "noon": 12, "midnight": 24,
           "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
           "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90},
    "nb": {"én": 1, "ett": 1, "et": 1, "syv": 7, "tyve": 20, "tredve": 30, "syvende": 7, "annen": 2, "annet": 2,
           "dusin": 12, "begge": 2, "doblet": 2, "dobbelt": 2, "tredoblet": 3,
           "eneste": 1, "halv": _HALF, "halvt": _HALF, "halve": _HALF, "par": 2,
           "halvannen": Decimal("1.5"), "halvannet": Decimal("1.5")},
    "nn": {"éin": 1, "éi": 1, "eitt": 1, "ei": 1, "eit": 1, "syv": 7, "tjuge": 20, "tretti": 30, "andre": 2, "anna": 2,
           "dusin": 12, "begge": 2, "dobla": 2, "dobbelt": 2, "halv": _HALF, "halvt": _HALF, "par": 2},
    "da": {"et": 1, "én": 1, "andet": 2, "dusin": 12, "begge": 2, "dobbelt": 2, "halv": _HALF,
           "halvanden": Decimal("1.5")},
    "sv": {"ett": 1, "båda": 2, "dussin": 12, "dubbelt": 2, "halv": _HALF},
    "de": {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwo": 2, "dutzend": 12, "beide": 2, "beiden": 2,
           "doppelt": 2, "halbe": _HALF, "halben": _HALF},
}  # fmt: skip


@lru_cache
def number_words(language: str) -> dict[str, int | Decimal]:
    """Word → value, lower case: `{"sixteen": 16, "twenty-five": 25, …}`; empty where we do not know the language."""
    if language not in _CARDINALS:
        return {}
    words = _CARDINALS[language].split()
    units, tens, hundred = words[:20], words[20:28], words[28]
    found: dict[str, int | Decimal] = {hundred: 100}
    found.update((word, value) for value, word in enumerate(units))
    for position, ten in enumerate(tens, start=2):
        found[ten] = position * 10
        for unit in range(1, 10):
            found.update(dict.fromkeys(_joined(language, ten, units[unit]), position * 10 + unit))
    for value, word in enumerate(_ORDINALS[language].split(), start=1):
        found.setdefault(word, value)
    return found | _OTHERS[language]


@lru_cache
def counting_words(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Cardinals from two on, and ordinals from second on: words that say a number and nothing else."""
    if language not in _CARDINALS:
        return {}, {}
    everything = number_words(language)
    others = {*_ORDINALS[language].split(), *_OTHERS[language]}
    cardinals = {word: int(value) for word, value in everything.items() if 2 <= value < 100 and word not in others}
    ordinals = dict(zip(_ORDINALS[language].split()[1:], range(2, 13), strict=True))
    return cardinals, ordinals


def _joined(language: str, ten: str, unit: str) -> tuple[str, ...]:
    """`twenty-five`, `tjuefem` (and the older `femogtjue`), `fünfundzwanzig`."""
    if language == "en":
        return (f"{ten}-{unit}", f"{ten} {unit}")
    if language == "de":
        return (f"{unit.removesuffix('s') if unit == 'eins' else unit}und{ten}",)
    return (ten + unit, f"{unit}og{ten}")
