"""English words and the look-alikes that they are mistaken for. Small on purpose: each line was weighed."""

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
