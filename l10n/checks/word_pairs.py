"""Tables of words for checks of meaning: false friends and opposites. Small on purpose: each line was weighed."""

from __future__ import annotations

from typing import NamedTuple

from l10n.checks.prose import word_set


class FalseFriend(NamedTuple):
    """An English word, the look-alike that it is mistaken for, and what it means."""

    source: frozenset[str]
    mistaken: str
    meaning: str
    unless: str = ""
    """Where this stands in the source, the look-alike may well be right."""


FALSE_FRIENDS: dict[str, tuple[FalseFriend, ...]] = {
    "nb": (
        FalseFriend(
            word_set("eventual eventually"),
            r"eventuel\w+",
            "til slutt, etter hvert",
            r"\b(?:any|possible|possibly|if|may|might)\b",
        ),
        FalseFriend(
            word_set("actual"), r"aktuel\w+", "faktisk, egentlig", r"\b(?:current|present|topical|relevant)\w*\b"
        ),
        FalseFriend(word_set("actually"), r"aktuelt", "faktisk, egentlig"),
        FalseFriend(
            word_set("sympathetic"), r"sympatisk\w*", "forståelsesfull, velvillig", r"\b(?:likeable|likable|nice)\b"
        ),
        FalseFriend(
            word_set("chef chefs"),
            r"sjef(?:en|er|ene)?s?",
            "kokk",
            r"\b(?:boss|head|chief|manager|director|leader|CEO)\w*\b",
        ),
        FalseFriend(word_set("physician physicians"), r"fysiker(?:en|e|ne)?s?", "lege", r"\bphysicists?\b"),
        FalseFriend(
            word_set("physicist physicists"),
            r"(?:lege|fysioterapeut)(?:n|r|ne)?s?",
            "fysiker",
            r"\b(?:doctor|physician|physiotherapist)s?\b",
        ),
        FalseFriend(
            word_set("novel novels"), r"novelle(?:n|r|ne)?s?", "roman", r"\b(?:short stor(?:y|ies)|novellas?)\b"
        ),
        FalseFriend(word_set("billion"), r"billion(?:er)?", "milliard", r"\btrillion\b"),
        FalseFriend(
            word_set("offer offers"), r"offer(?:et|ene)?", "tilbud", r"\b(?:victims?|sacrific\w+|casualt\w+)\b"
        ),
        FalseFriend(
            word_set("barn barns"), r"barn(?:et|a|ene)?", "låve", r"\b(?:child|children|kids?|infants?|minors?)\b"
        ),
        FalseFriend(word_set("fabric fabrics"), r"fabrikk(?:en|er|ene)?", "stoff", r"\b(?:factor(?:y|ies)|plants?)\b"),
        FalseFriend(word_set("genial"), r"genial\w*", "vennlig", r"\b(?:brilliant|genius)\b"),
        FalseFriend(word_set("pathetic"), r"patetisk\w*", "ynkelig", r"\bpathos\b"),
        FalseFriend(word_set("sensible"), r"sensib\w+", "fornuftig", r"\bsensitive\b"),
        FalseFriend(word_set("brave"), r"brav\w*", "modig"),
        FalseFriend(word_set("mob mobs"), r"mobb(?:ing|en|er)\w*", "pøbel", r"\bbull(?:y|ies|ying)\b"),
        FalseFriend(word_set("gymnasium gymnasiums"), r"gymnas(?:et|er|ene)?", "idrettshall"),
        FalseFriend(word_set("formula formulas"), r"formular(?:et)?", "formel"),
        FalseFriend(word_set("concur concurred concurs"), r"konkurrer\w+", "være enig", r"\bcompet\w+\b"),
        FalseFriend(word_set("concurrent concurrently"), r"konkurrent\w*", "samtidig", r"\bcompet\w+\b"),
        FalseFriend(
            word_set("critic critics"),
            r"kritikk(?:en)?",
            "kritiker",
            r"\b(?:criticis\w+|critique\w*|reviews?|critici[sz]\w+)\b",
        ),
        FalseFriend(word_set("prescription prescriptions"), r"preskripsjon\w*", "resept"),
        FalseFriend(word_set("recipe recipes"), r"resept(?:en|er|ene)?", "oppskrift", r"\bprescri\w+\b"),
        FalseFriend(word_set("receipt receipts"), r"resept(?:en|er|ene)?", "kvittering", r"\bprescri\w+\b"),
        FalseFriend(word_set("undertake undertaken undertakes undertaking"), r"undertak(?:et)?", "påta seg"),
        FalseFriend(word_set("rent rented rents"), r"rente(?:n|r|ne)?", "leie", r"\b(?:interest|rates?)\b"),
        FalseFriend(word_set("delicate delicates"), r"delikatesse\w*", "skjør", r"\bdelicac\w+\b"),
        FalseFriend(
            word_set("realize realized realizes realizing"),
            r"realiser\w*",
            "innse",
            r"\b(?:plan|plans|project|goal|gain|profit|potential|vision|ambition|build|carry|dream|assets?|"
            r"value)\w*\b",
        ),
        FalseFriend(word_set("consequent consequently"), r"konsekvent\w*", "følgelig", r"\bconsistent\w*\b"),
        FalseFriend(
            word_set("ordinary"),
            r"ordinær\w*",
            "vanlig",
            r"\b(?:ordinary (?:share|session|meeting|law|court|budget)s?)\b",
        ),
        FalseFriend(word_set("domestic"), r"domestisk\w*", "innenlandsk"),
        FalseFriend(word_set("presently"), r"presentabel\w*", "nå"),
        FalseFriend(word_set("preservative preservatives"), r"preservativ\w*", "konserveringsmiddel", r"\bcondoms?\b"),
        FalseFriend(
            word_set("fast faster fastest"),
            r"fast(?:e|ere)?",
            "rask",
            r"\b(?:firm|fixed|permanent|steady|regular|full-time|fasting|fixed-\w+|solid|stuck|attached|standing|"
            r"stuck|hold|set)\w*\b",
        ),
        FalseFriend(word_set("gift gifts"), r"gift(?:en|er)?", "gave", r"\b(?:poison|toxi|venom|marri|wed)\w*\b"),
        FalseFriend(word_set("smoking"), r"smoking(?:en)?", "røyking", r"\b(?:tuxedo|dinner jacket)s?\b"),
        FalseFriend(word_set("blanket blankets"), r"blankett(?:en|er)?", "teppe", r"\bforms?\b"),
        FalseFriend(word_set("stool stools"), r"stol(?:en|er)?", "krakk", r"\bchairs?\b"),
        FalseFriend(word_set("rank ranks"), r"rank(?:e|t)?", "rang"),
        FalseFriend(
            word_set("advocate advocates"),
            r"advokat(?:en|er|ene)?s?",
            "talsperson",
            r"\b(?:lawyer|attorney|barrister|counsel|solicitor)s?\b",
        ),
        FalseFriend(word_set("mayor mayors"), r"major(?:en|er)?s?", "ordfører", r"\bmajors?\b"),
        FalseFriend(
            word_set("premises"), r"premiss(?:en|er|et|ene)?", "lokaler", r"\b(?:argument|assumption|condition)s?\b"
        ),
        FalseFriend(word_set("petrol"), r"petroleum", "bensin", r"\bpetroleum\b"),
        FalseFriend(word_set("gratuitous"), r"gratis", "unødvendig", r"\bfree\b"),
        FalseFriend(word_set("expedite expedited expedites expediting"), r"ekspedit\w+", "påskynde"),
        FalseFriend(
            word_set("audience"), r"audiens(?:en)?", "publikum", r"\b(?:king|queen|pope|papal|royal|president)\b"
        ),
        FalseFriend(word_set("truck trucks"), r"truck(?:en|er)?s?", "lastebil", r"\bforklift\w*\b"),
        FalseFriend(word_set("tasty"), r"tast\w*", "velsmakende", r"\b(?:key|type|press)\w*\b"),
        FalseFriend(
            word_set("wander wandered wandering wanders"),
            r"vandr(?:et|er|e)?",
            "streife",
            r"\b(?:walk|hik|migrat|wander|roam)\w*\b",
        ),
    ),
}
"""By target language, for texts from English."""


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
            frozenset(),
            r"få|færre|fåtall\w*|noen|nokre|enkelte|lite",
            r"mange|de fleste",
            r"ikke|neppe|så|ganske",
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
