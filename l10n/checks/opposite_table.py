"""English words that say the reverse of each other. Small on purpose: each line was weighed."""

from __future__ import annotations

from typing import NamedTuple

from l10n.checks.prose import word_set


class Opposite(NamedTuple):
    """Two English words that say the reverse of each other, and how a translation says each."""

    first: frozenset[str]
    second: frozenset[str]
    first_here: str
    second_here: str
    unless: str = "(?!)"
    """Where this stands in the translation, the other word may well be right: unlikely is “lite sannsynlig”."""


OPPOSITES: dict[str, tuple[Opposite, ...]] = {
    "nb": (
        Opposite(
            word_set("north northern northward"), word_set("south southern southward"), r"nord\w*", r"sør\w*|syd\w*"
        ),
        Opposite(word_set("east eastern eastward"), word_set("west western westward"), r"øst\w*", r"vest\w*"),
        Opposite(
            word_set(
                """
                climbed grew grow grown grows increase increased increases increasing rise risen rises rising
                rose soar soared soaring soars
                """
            ),
            word_set(
                """
                decline declined declines declining decrease decreased decreases decreasing drop dropped
                dropping drops fall fallen falls fell plummet plummeted plummeting plummets plunge plunged
                plunges plunging sank shrank tumble tumbled tumbles tumbling
                """
            ),
            r"steg|stiger|steget|steg\w*|stig\w+|øk\w+|auk\w+|vokst\w*|vekst\w*|voks\w+|klatr\w+|gikk opp|høyere|"
            r"oppgang\w*",
            r"falt|fall\w*|sank\w*|synk\w+|gikk ned|minsk\w+|redus\w+|nedgang\w*|krymp\w+|stup\w+",
        ),
        Opposite(
            word_set("win winning wins won"),
            word_set("lose loses losing lost"),
            r"vant|vinn\w*|vunnet|slo|seier\w*|sikret",
            r"tapt?e?|taper|tapet|mistet|mister|røk",
        ),
        Opposite(
            word_set("accept accepted accepting accepts approval approve approved approves"),
            word_set("reject rejected rejecting rejection rejects"),
            r"godt\w+|aksept\w+|godkj\w+|vedt\w+|ja",
            r"avvis\w*|avslo\w*|avslå\w*|forkast\w*|avslag\w*|nei|nedst\w+",
        ),
        Opposite(
            word_set("illegal illegally unlawful unlawfully banned forbidden prohibited"),
            word_set("legal legally lawful lawfully allowed permitted"),
            r"ulovlig\w*|forbudt?|forby\w*|straffbar\w*",
            r"lovlig\w*|tillatt?e?",
            r"ikke|ingen|aldri|verken|uten",
        ),
        Opposite(
            word_set("unlikely improbable"),
            word_set("likely probable probably"),
            r"usannsynlig\w*|neppe",
            r"trolig|sannsynlig\w*|antake?lig\w*",
            r"ikke|ingen|aldri|lite|liten|små|tvil\w*|vanskelig\w*|mindre",
        ),
        Opposite(
            word_set("unconstitutional"),
            word_set("constitutional"),
            r"grunnlovsstridig\w*",
            r"grunnlovsmessig\w*|(?:tråd|samsvar) med grunnlov\w*",
            r"ikke|ingen|aldri|strid|strider|bryter|brudd\w*|ugyldig\w*",
        ),
        Opposite(word_set("man men"), word_set("woman women"), r"menn\w*|mann\w*", r"kvinne\w*"),
        Opposite(
            word_set("import imported imports"),
            word_set("export exported exports"),
            r"import\w*|innf\w+",
            r"eksport\w*|utf\w+",
        ),
        Opposite(
            word_set("convict convicted convicts guilty"),
            word_set("acquit acquits acquittal acquitted"),
            r"skyldig\w*|dømt\w*|domfelt\w*|domfell\w*",
            r"frikj\w+|frifunn\w*|frifinn\w*",
        ),
        Opposite(
            word_set("opened opens"),
            word_set("closed closes shut"),
            r"åpn\w+|åpen\w*",
            r"steng\w+|lukk\w+|legg\w+ ned|la ned|nedlagt",
        ),
        Opposite(word_set("left-wing leftist"), word_set("right-wing rightist"), r"venstre\w*", r"høyre\w*"),
        Opposite(word_set("oldest"), word_set("youngest"), r"eldste", r"yngste"),
        Opposite(
            word_set("few"),
            word_set("many most"),
            r"svært få|fåtall\w*|de færreste",
            r"mange|de fleste",
            r"få|færre|noen|nokre|enkelte|flere|fleire|lite|ikke|neppe|så|ganske",
        ),
        Opposite(
            word_set("biggest highest largest"),
            word_set("lowest smallest"),
            r"største|høyeste|høyest|størst",
            r"minste|laveste|lavest|minst",
        ),
        Opposite(
            word_set("majority"),
            word_set("minority"),
            r"flertall\w*|majoritet\w*|de fleste|fleire",
            r"mindretall\w*|minoritet\w*",
        ),
        Opposite(
            word_set("arrival arrive arrived arrives"),
            word_set("departed departs departure"),
            r"ankom\w*|anløp\w*|kom|komm\w+|kjem",
            r"avgikk|avgang\w*|dro|reist\w*|forl\w+",
        ),
        Opposite(word_set("winter"), word_set("summer"), r"vint\w+", r"somm\w+"),
        Opposite(word_set("mother"), word_set("father"), r"mor\w*|mødre\w*", r"far|faren\w*|fars|fedre\w*"),
        Opposite(word_set("brother brothers"), word_set("sister sisters"), r"bror\w*|brødre\w*|brør\w*", r"søst\w+"),
        Opposite(word_set("son sons"), word_set("daughter daughters"), r"sønn\w*", r"datt\w+|døtr\w+"),
    ),
}
"""By target language, for texts from English."""
