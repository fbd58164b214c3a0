"""Forms of large numbers' names that CLDR does not list: cases, other abbreviations, and false friends.

A French trillion is 10¹⁸, as a Spanish trillón is; 10⁹ is “mil millones” in Spain and “mil milhões” in Portugal.
"""

from __future__ import annotations

from decimal import Decimal

_FINNISH = ("n", "a", "an", "in", "ssa", "sta", "lla", "lta", "lle", "ksi", "na")
_CZECH = ("u", "y", "ů", "ům", "ech", "em", "a", "e", "ě", "ou", "ám", "ách", "ami", "ov", "i", "ích")
_RUSSIAN = ("а", "у", "ом", "е", "ы", "ов", "ам", "ах", "ами", "и", "ей")

# by language: names, the power of ten that they say, and the endings that they take
CASES: dict[str, tuple[dict[str, int], tuple[str, ...]]] = {
    "fi": ({"miljoona": 6, "miljardi": 9, "biljoona": 12, "triljoona": 18}, _FINNISH),
    "is": ({"þúsund": 3, "milljón": 6, "milljarð": 9, "billjón": 12},
           ("ir", "um", "a", "ar", "i", "s", "ur", "in", "irnar", "unum")),
    "pl": ({"tysiąc": 3, "milion": 6, "miliard": 9, "bilion": 12, "trylion": 18},
           ("u", "a", "y", "e", "ów", "om", "owi", "em", "ie", "zie", "ach", "ami")),
    "cs": ({"tisíc": 3, "milion": 6, "miliard": 9, "bilion": 12, "trilion": 18}, _CZECH),
    "sk": ({"tisíc": 3, "milión": 6, "miliard": 9, "bilión": 12, "trilión": 18}, _CZECH),
    "ru": ({"тысяч": 3, "миллион": 6, "миллиард": 9, "триллион": 12}, _RUSSIAN),
    "uk": ({"тисяч": 3, "мільйон": 6, "мільярд": 9, "трильйон": 12},
           ("а", "у", "ом", "і", "и", "ів", "ам", "ах", "ами", "ею")),
    "hu": ({"ezer": 3, "millió": 6, "milliárd": 9, "billió": 12},
           ("t", "s", "os", "an", "ra", "ről", "ról", "val", "dal", "ban", "ból", "nak", "ot", "on", "re", "en")),
    "fr": ({"millier": 3, "million": 6, "milliard": 9, "billion": 12, "trillion": 18}, ("s",)),
    "es": ({"millar": 3, "millardo": 9, "mill": 6, "trillón": 18, "trillones": 18, "mil millones": 9}, ("es", "s")),
    "it": ({"migliaia": 3, "mln": 6, "mld": 9, "bilione": 12, "bilioni": 12, "trilione": 18, "trilioni": 18}, ()),
    "pt": ({"mil milhões": 9, "bilião": 12, "biliões": 12}, ()),
    "nl": ({"duizend": 3, "miljoen": 6, "miljard": 9, "biljoen": 12, "biljard": 15, "triljoen": 18}, ("en",)),
    "ar": ({"ألف": 3, "ألفا": 3, "ألفاً": 3, "آلاف": 3, "مليون": 6, "مليونا": 6, "مليوناً": 6, "ملايين": 6,
            "مليار": 9, "مليارا": 9, "مليارات": 9, "تريليون": 12, "تريليونات": 12}, ()),
}  # fmt: skip
_SMALL, _LARGE = ("十", "百", "千"), {"ja": "万億兆", "zh": "万亿"}
_KOREAN_SMALL, _KOREAN_LARGE = ("십", "백", "천"), "만억조"
_MYRIAD = 4


def more_scales(language: str) -> dict[str, Decimal]:
    """`{"miljardiin": 10**9, …}`; empty where CLDR has all that we know."""
    names, endings = CASES.get(language, ({}, ()))
    found = {name + ending: Decimal(10) ** power for name, power in names.items() for ending in ("", *endings)}
    return found | _east_asian(language)


def _east_asian(language: str) -> dict[str, Decimal]:
    """千, 百万, 千億: what stands behind digits in Japanese, Chinese and Korean beside CLDR's own signs."""
    small, large = (_KOREAN_SMALL, _KOREAN_LARGE) if language == "ko" else (_SMALL, _LARGE.get(language, ""))
    found: dict[str, Decimal] = {small[2]: Decimal(1000)} if large else {}
    for myriads, sign in enumerate(large, start=1):
        for tens, digit in enumerate(small, start=1):
            found[digit + sign] = Decimal(10) ** (myriads * _MYRIAD + tens)
    return found
