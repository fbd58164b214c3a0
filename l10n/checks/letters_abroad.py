"""Organizations and things that go by other letters in other languages: the UN is ONU, YK and ООН.

A language that a row does not name writes the English letters, and so may those that it does.
"""

# ruff: noqa: E501 - a row of a table is read as one line
from __future__ import annotations

import re
from functools import lru_cache

_TABLE: dict[str, tuple[str, str]] = {
    # English letters: how English says it without them, and the letters by language
    "UN": (r"United Nations|Security Council|General Assembly|world body|Guterres|\bUN\w|U\.N",
           "de UN UNO; fr ONU; es ONU; it ONU; pt ONU; nl VN; sv FN; da FN; nn FN; is SÞ; fi YK; pl ONZ; cs OSN; hu ENSZ; ru ООН; uk ООН"),
    "EU": (r"Europ|Brussels|bloc|E\.U|eurozone|\bEU", "fr UE; es UE; it UE; pt UE; nl EU; is ESB; pl UE; ru ЕС; uk ЄС"),
    "NATO": (r"alliance|Atlantic|NATO|Stoltenberg|Rutte", "fr OTAN; es OTAN; pt OTAN; nl NAVO; ru НАТО; uk НАТО"),
    "WHO": (r"World Health|health (?:agency|body|organi)|\bWHO", "fr OMS; es OMS; it OMS; pt OMS; ru ВОЗ; uk ВООЗ"),
    "IMF": (r"Monetary Fund|\bfund\b|lender|\bIMF", "de IWF; fr FMI; es FMI; it FMI; pt FMI; is AGS; pl MFW; cs MMF; ru МВФ; uk МВФ"),
    "ECB": (r"[Cc]entral [Bb]ank|Lagarde|Frankfurt|\bECB",
            "de EZB; fr BCE; es BCE; it BCE; pt BCE; nn ESB; fi EKP; pl EBC; hu EKB; ru ЕЦБ; uk ЄЦБ"),
    "WTO": (r"World Trade|\btrade|\bWTO", "fr OMC; es OMC; it OMC; pt OMC; ru ВТО; uk СОТ"),
    "OECD": (r"Economic Co|think tank|OECD|developed|rich", "fr OCDE; es OCDE; it OCSE; pt OCDE; nl OESO; ru ОЭСР; uk ОЕСР"),
    "OSCE": (r"Security and Co|observ|monitor|OSCE",
             "de OSZE; nl OVSE; sv OSSE; nn OSSE; is ÖSE; fi ETYJ; pl OBWE; cs OBSE; hu EBESZ; ru ОБСЕ; uk ОБСЄ"),
    "IAEA": (r"Atomic|nuclear|watchdog|IAEA|Grossi", "de IAEO; fr AIEA; es OIEA; it AIEA; pt AIEA; pl MAEA; cs MAAE; hu NAÜ; ru МАГАТЭ; uk МАГАТЕ"),
    "IOC": (r"Olympi|\bIOC", "fr CIO; es COI; it CIO; pt COI; sv IOK; fi KOK; pl MKOl; cs MOV; hu NOB; ru МОК; uk МОК"),
    "OPEC": (r"\boil\b|cartel|OPEC", "fr OPEP; es OPEP; pt OPEP; ru ОПЕК; uk ОПЕК"),
    "US": (r"United States|America|Washington|U\.S|USA|\bUS|White House|Pentagon|Trump|Biden|Congress|State Department|Senate|Silicon|Wall Street",
           "de USA US; fr USA; es EEUU; it USA; pt EUA; nl VS; sv USA; da USA; nn USA; is BNA; fi USA; pl USA; cs USA; hu USA; ru США; uk США"),
    "UAE": (r"Emirat|Abu Dhabi|Dubai|\bUAE|Gulf", "de VAE; fr EAU; es EAU; it EAU; pt EAU; nl VAE; sv FAE; pl ZEA; cs SAE; ru ОАЭ; uk ОАЕ"),
    "GDP": (r"gross domestic|econom|output|growth|\bGDP", "de BIP; fr PIB; es PIB; it PIL; pt PIB; nl BBP; sv BNP; da BNP; nn BNP; is VLF; fi BKT; pl PKB; cs HDP; ru ВВП; uk ВВП"),
    "AI": (r"artificial|intelligen|\bAI\b|chatbot|ChatGPT|machine", "de KI; fr IA; es IA; it IA; pt IA; nn KI; pl SI; hu MI; ru ИИ; uk ШІ"),
    "HIV": (r"\bHIV|virus|AIDS", "fr VIH; es VIH; pt VIH; ru ВИЧ; uk ВІЛ"),
    "CIA": (r"Central Intelligence|spy|intelligence|\bCIA", "ru ЦРУ; uk ЦРУ"),
    "FBI": (r"Federal Bureau|agents?\b|bureau|\bFBI", "ru ФБР; uk ФБР"),
    "NASA": (r"space agency|NASA", "ru НАСА; uk НАСА"),
    "UNESCO": (r"heritage|cultur|UNESCO", "ru ЮНЕСКО; uk ЮНЕСКО"),
    "UNICEF": (r"[Cc]hildren|UNICEF", "ru ЮНИСЕФ; uk ЮНІСЕФ"),
    "UEFA": (r"football|soccer|UEFA", "ru УЕФА; uk УЄФА"),
    "FIFA": (r"football|soccer|FIFA|World Cup", "ru ФИФА; uk ФІФА"),
}  # fmt: skip
_WRITING_LATIN = frozenset({"ja", "ko"})


@lru_cache
def letters_of(language: str) -> dict[str, frozenset[str]]:
    """By its English letters, how the language may write it; nothing where we know too little of the language."""
    own = {english: _own(row, language) for english, (_, row) in _TABLE.items()}
    if not any(own.values()) and language not in _WRITING_LATIN:
        return {}
    return {english: frozenset({english, *letters}) for english, letters in own.items()}


def is_told(english: str, source: str) -> bool:
    """Does the English text say it, by its letters or in any other way?"""
    return _told(english).search(source) is not None


def _own(row: str, language: str) -> list[str]:
    entries = (entry.split() for entry in row.split(";"))
    return next((letters for which, *letters in entries if which == language), [])


@lru_cache
def _told(english: str) -> re.Pattern[str]:
    return re.compile(_TABLE[english][0])
