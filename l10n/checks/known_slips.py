"""Misspellings of Bokmål that everybody makes, and no word of it: how each begins, and how the right one does."""

from __future__ import annotations

_ROWS = """
abbon abon | adresere adressere | akkurrat akkurat | anbefalle anbefale | arangement arrangement
begynnte begynte | desverre dessverre | diskusjion diskusjon
eksistans eksistens | engasjemang engasjement | enormdt enormt | erfarning erfaring | ettervert etter hvert
familje familie | fortsettte fortsette | gjennerell generell | gjevnt jevnt | hemlig hemmelig | idag i dag
iforhold i forhold | igang i gang | igår i går | ihvertfall i hvert fall | ikveld i kveld
imellomtiden i mellomtiden | imorgen i morgen | inngrediens ingrediens | innstaller installer
innvandrig innvandring | interres interes | intresse interesse | iår i år | kansje kanskje | karrakter karakter
komisjon kommisjon | konkuranse konkurranse | konsekvenns konsekvens | krimminell kriminell | kvallifi kvalifi
likavel likevel | mennesklig menneskelig | millitær militær | misstenk mistenk | mulighetter muligheter
myndighett myndighet | nyskjerrig nysgjerrig | okkupassjon okkupasjon | oppdatter oppdater
opprinnlig opprinnelig | orginal original | overask overrask | paralell parallell | parlamment parlament
pressident president | produsjon produksjon | proffesjon profesjon | regjerning regjering
reprensent representant | resturant restaurant | sansynlig sannsynlig | siituasjon situasjon
situvasjon situasjon | statestikk statistikk | stattsminister statsminister | tidligre tidligere
tilbakemeldning tilbakemelding | tolleran toleran | universitett universitet
utdannig utdanning | verdennskrig verdenskrig | virksomhett virksomhet
økonnomi økonomi
"""


def _rows() -> dict[str, str]:
    rows = (row.partition(" ") for line in _ROWS.strip().splitlines() for row in line.split(" | "))
    return {wrong: right for wrong, _, right in rows}


KNOWN_SLIPS: dict[str, str] = _rows()
"""By how the wrong one begins; where the right one is two words, the wrong one is a whole word."""


def known_slip(word: str) -> str:
    """The right spelling of a word in small letters that is a known slip; empty where it is none."""
    for end in range(len(word), _SHORTEST - 1, -1):
        right = KNOWN_SLIPS.get(word[:end])
        if right is not None and (end == len(word) or " " not in right):
            return right + word[end:]
    return ""


_SHORTEST = min(map(len, KNOWN_SLIPS))
