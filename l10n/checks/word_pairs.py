"""Tables of words for checks of meaning: false friends and opposites. Small on purpose: each line was weighed."""

from __future__ import annotations

from typing import NamedTuple


class FalseFriend(NamedTuple):
    """An English word, the look-alike that it is mistaken for, and what it means."""

    source: str
    mistaken: str
    meaning: str
    unless: str = ""
    """Where this stands in the source, the look-alike may well be right."""


FALSE_FRIENDS: dict[str, tuple[FalseFriend, ...]] = {
    "nb": (
        FalseFriend(
            r"eventual(?:ly)?", r"eventuel\w+", "til slutt, etter hvert", r"\b(?:any|possible|possibly|if|may|might)\b"
        ),
        FalseFriend(r"actual", r"aktuel\w+", "faktisk, egentlig", r"\b(?:current|present|topical|relevant)\w*\b"),
        FalseFriend(r"actually", r"aktuelt", "faktisk, egentlig"),
        FalseFriend(r"sympathetic", r"sympatisk\w*", "forståelsesfull, velvillig", r"\b(?:likeable|likable|nice)\b"),
        FalseFriend(
            r"chefs?", r"sjef(?:en|er|ene)?s?", "kokk", r"\b(?:boss|head|chief|manager|director|leader|CEO)\w*\b"
        ),
        FalseFriend(r"physicians?", r"fysiker(?:en|e|ne)?s?", "lege", r"\bphysicists?\b"),
        FalseFriend(
            r"physicists?",
            r"(?:lege|fysioterapeut)(?:n|r|ne)?s?",
            "fysiker",
            r"\b(?:doctor|physician|physiotherapist)s?\b",
        ),
        FalseFriend(r"novels?", r"novelle(?:n|r|ne)?s?", "roman", r"\b(?:short stor(?:y|ies)|novellas?)\b"),
        FalseFriend(r"billion", r"billion(?:er)?", "milliard", r"\btrillion\b"),
        FalseFriend(r"offers?", r"offer(?:et|ene)?", "tilbud", r"\b(?:victims?|sacrific\w+|casualt\w+)\b"),
        FalseFriend(r"barns?", r"barn(?:et|a|ene)?", "låve", r"\b(?:child|children|kids?|infants?|minors?)\b"),
        FalseFriend(r"fabrics?", r"fabrikk(?:en|er|ene)?", "stoff", r"\b(?:factor(?:y|ies)|plants?)\b"),
        FalseFriend(r"genial", r"genial\w*", "vennlig", r"\b(?:brilliant|genius)\b"),
        FalseFriend(r"pathetic", r"patetisk\w*", "ynkelig", r"\bpathos\b"),
        FalseFriend(r"sensible", r"sensib\w+", "fornuftig", r"\bsensitive\b"),
        FalseFriend(r"brave", r"brav\w*", "modig"),
        FalseFriend(r"mobs?", r"mobb(?:ing|en|er)\w*", "pøbel", r"\bbull(?:y|ies|ying)\b"),
        FalseFriend(r"gymnasiums?", r"gymnas(?:et|er|ene)?", "idrettshall"),
        FalseFriend(r"formulas?", r"formular(?:et)?", "formel"),
        FalseFriend(r"concur(?:s|red)?", r"konkurrer\w+", "være enig", r"\bcompet\w+\b"),
        FalseFriend(r"concurrent(?:ly)?", r"konkurrent\w*", "samtidig", r"\bcompet\w+\b"),
        FalseFriend(
            r"critics?", r"kritikk(?:en)?", "kritiker", r"\b(?:criticis\w+|critique\w*|reviews?|critici[sz]\w+)\b"
        ),
        FalseFriend(r"prescriptions?", r"preskripsjon\w*", "resept"),
        FalseFriend(r"recipes?", r"resept(?:en|er|ene)?", "oppskrift", r"\bprescri\w+\b"),
        FalseFriend(r"receipts?", r"resept(?:en|er|ene)?", "kvittering", r"\bprescri\w+\b"),
        FalseFriend(r"undertak\w+", r"undertak(?:et)?", "påta seg"),
        FalseFriend(r"rent(?:s|ed)?", r"rente(?:n|r|ne)?", "leie", r"\b(?:interest|rates?)\b"),
        FalseFriend(r"delicates?", r"delikatesse\w*", "skjør", r"\bdelicac\w+\b"),
        FalseFriend(
            r"realiz(?:e|es|ed|ing)",
            r"realiser\w*",
            "innse",
            r"\b(?:plan|plans|project|goal|gain|profit|potential|vision|ambition|build|carry|dream|assets?|"
            r"value)\w*\b",
        ),
        FalseFriend(r"consequent(?:ly)?", r"konsekvent\w*", "følgelig", r"\bconsistent\w*\b"),
        FalseFriend(
            r"ordinary", r"ordinær\w*", "vanlig", r"\b(?:ordinary (?:share|session|meeting|law|court|budget)s?)\b"
        ),
        FalseFriend(r"domestic", r"domestisk\w*", "innenlandsk"),
        FalseFriend(r"dramatically improved", r"dramatisk", "kraftig"),
        FalseFriend(r"presently", r"presentabel\w*", "nå"),
        FalseFriend(r"preservatives?", r"preservativ\w*", "konserveringsmiddel", r"\bcondoms?\b"),
        FalseFriend(
            r"fast(?:er|est)?",
            r"fast(?:e|ere)?",
            "rask",
            r"\b(?:firm|fixed|permanent|steady|regular|full-time|fasting|fixed-\w+|solid|stuck|attached|standing|"
            r"stuck|hold|set)\w*\b",
        ),
        FalseFriend(r"gifts?", r"gift(?:en|er)?", "gave", r"\b(?:poison|toxi|venom|marri|wed)\w*\b"),
        FalseFriend(r"smoking", r"smoking(?:en)?", "røyking", r"\b(?:tuxedo|dinner jacket)s?\b"),
        FalseFriend(r"blankets?", r"blankett(?:en|er)?", "teppe", r"\bforms?\b"),
        FalseFriend(r"stools?", r"stol(?:en|er)?", "krakk", r"\bchairs?\b"),
        FalseFriend(r"ranks?", r"rank(?:e|t)?", "rang"),
        FalseFriend(r"backs? up", r"bakker\b", "støtte"),
        FalseFriend(
            r"advocates?",
            r"advokat(?:en|er|ene)?s?",
            "talsperson",
            r"\b(?:lawyer|attorney|barrister|counsel|solicitor)s?\b",
        ),
        FalseFriend(r"mayors?", r"major(?:en|er)?s?", "ordfører", r"\bmajors?\b"),
        FalseFriend(r"premises", r"premiss(?:en|er|et|ene)?", "lokaler", r"\b(?:argument|assumption|condition)s?\b"),
        FalseFriend(r"petrol", r"petroleum", "bensin", r"\bpetroleum\b"),
        FalseFriend(r"gratuitous", r"gratis", "unødvendig", r"\bfree\b"),
        FalseFriend(r"expedit\w+", r"ekspedit\w+", "påskynde"),
        FalseFriend(r"audience", r"audiens(?:en)?", "publikum", r"\b(?:king|queen|pope|papal|royal|president)\b"),
        FalseFriend(r"trucks?", r"truck(?:en|er)?s?", "lastebil", r"\bforklift\w*\b"),
        FalseFriend(r"tasty", r"tast\w*", "velsmakende", r"\b(?:key|type|press)\w*\b"),
        FalseFriend(r"wander(?:s|ed|ing)?", r"vandr(?:et|er|e)?", "streife", r"\b(?:walk|hik|migrat|wander|roam)\w*\b"),
    ),
}
"""By target language, for texts from English."""


class Opposite(NamedTuple):
    """Two English words that say the reverse of each other, and how a translation says each."""

    first: str
    second: str
    first_here: str
    second_here: str


OPPOSITES: dict[str, tuple[Opposite, ...]] = {
    "nb": (
        Opposite(r"north(?:ern|ward)?", r"south(?:ern|ward)?", r"nord\w*", r"sør\w*|syd\w*"),
        Opposite(r"east(?:ern|ward)?", r"west(?:ern|ward)?", r"øst\w*", r"vest\w*"),
        Opposite(
            r"rose|rises?|risen|rising|increas\w+|grew|grows?|grown|soar\w*|climbed",
            r"fell|falls?|fallen|declin\w+|decreas\w+|dropp?\w*|shrank|sank|plung\w+|plummet\w*|tumbl\w+",
            r"steg|stiger|steget|steg\w*|stig\w+|øk\w+|auk\w+|vokst\w*|vekst\w*|voks\w+|klatr\w+|gikk opp|høyere|"
            r"oppgang\w*",
            r"falt|fall\w*|sank\w*|synk\w+|gikk ned|minsk\w+|redus\w+|nedgang\w*|krymp\w+|stup\w+",
        ),
        Opposite(
            r"won|wins?|winning",
            r"lost|loses?|losing",
            r"vant|vinn\w*|vunnet|slo|seier\w*|sikret",
            r"tapt?e?|taper|tapet|mistet|mister|røk",
        ),
        Opposite(
            r"accept(?:s|ed|ing)?|approv(?:e|es|ed|al)",
            r"reject(?:s|ed|ion|ing)?",
            r"godt\w+|aksept\w+|godkj\w+|vedt\w+|ja",
            r"avvis\w*|avslo\w*|avslå\w*|forkast\w*|avslag\w*|nei|nedst\w+",
        ),
        Opposite(r"men|man", r"women|woman", r"menn\w*|mann\w*", r"kvinne\w*"),
        Opposite(r"imports?|imported", r"exports?|exported", r"import\w*|innf\w+", r"eksport\w*|utf\w+"),
        Opposite(
            r"guilty|convict(?:s|ed)?",
            r"acquit(?:s|ted|tal)?",
            r"skyldig\w*|dømt\w*|domfelt\w*|domfell\w*",
            r"frikj\w+|frifunn\w*|frifinn\w*",
        ),
        Opposite(
            r"opened|opens", r"closed|closes|shut", r"åpn\w+|åpen\w*", r"steng\w+|lukk\w+|legg\w+ ned|la ned|nedlagt"
        ),
        Opposite(r"left-wing|leftist", r"right-wing|rightist", r"venstre\w*", r"høyre\w*"),
        Opposite(r"oldest", r"youngest", r"eldste", r"yngste"),
        Opposite(
            r"largest|biggest|highest",
            r"smallest|lowest",
            r"største|høyeste|høyest|størst",
            r"minste|laveste|lavest|minst",
        ),
        Opposite(r"majority", r"minority", r"flertall\w*|majoritet\w*|de fleste|fleire", r"mindretall\w*|minoritet\w*"),
        Opposite(
            r"arriv(?:e|es|ed|al)",
            r"depart(?:s|ed|ure)",
            r"ankom\w*|anløp\w*|kom|komm\w+|kjem",
            r"avgikk|avgang\w*|dro|reist\w*|forl\w+",
        ),
        Opposite(r"winter", r"summer", r"vint\w+", r"somm\w+"),
        Opposite(r"mother", r"father", r"mor\w*|mødre\w*", r"far|faren\w*|fars|fedre\w*"),
        Opposite(r"brothers?", r"sisters?", r"bror\w*|brødre\w*|brør\w*", r"søst\w+"),
        Opposite(r"sons?", r"daughters?", r"sønn\w*", r"datt\w+|døtr\w+"),
    ),
}
"""By target language, for texts from English."""
