"""English words and the look-alikes that they are mistaken for. Each line was weighed."""

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
        FalseFriend(
            word_set("organ organs"),
            r"organ(?:et)?",
            "orgel",
            r"\b(?:transplant|donor|body|kidney|liver|heart|bod(?:y|ies)|government|state|donat|human|vital|patient|sense|sex)\w*\b",
        ),
        FalseFriend(word_set("lecture lectures"), r"lektur\w*|lektyre\w*", "forelesning"),
        FalseFriend(
            word_set("journal journals"),
            r"journal(?:en|er)?",
            "tidsskrift",
            r"\b(?:log|medical record|patient|record|ship|diary|filing)s?\b",
        ),
        FalseFriend(
            word_set("warehouse warehouses"), r"varehus\w*", "lager", r"\b(?:department store|retail|shop)\w*\b"
        ),
        FalseFriend(word_set("map maps"), r"mapp(?:e|en|er|ene|a)", "kart", r"\b(?:folder|director|file|binder)\w*\b"),
        FalseFriend(word_set("note notes"), r"nota(?:en)?", "merknad, notat", r"\b(?:bill|invoice|bank)\w*\b"),
        FalseFriend(word_set("confectionery"), r"konfeksjon\w*", "konditorvarer, godteri"),
        FalseFriend(word_set("chips"), r"sjetong\w*", "pommes frites, brikker", r"\b(?:casino|poker|gambl)\w*\b"),
        FalseFriend(word_set("closet closets"), r"klosett\w*", "skap", r"\b(?:toilet|water closet)\w*\b"),
        FalseFriend(
            word_set("cabinet cabinets"),
            r"kabinett\w*",
            "regjering, skap",
            r"\b(?:government|minister|cabinet (?:question|minister|meeting)|Conservative|shadow|party|war)\w*\b",
        ),
        FalseFriend(
            word_set("control controls controlled"),
            r"kontrollør\w*",
            "styre",
            r"\b(?:inspector|conductor|controller)s?\b",
        ),
        FalseFriend(
            word_set("dome domes"),
            r"dom(?:men|mer|mene)?",
            "kuppel",
            r"\b(?:verdict|judg|sentence|ruling|court|convict)\w*\b",
        ),
        FalseFriend(word_set("dress dresses"), r"dress(?:en|er|ene)?", "kjole", r"\b(?:suit|suits|dressed|jacket)\b"),
        FalseFriend(
            word_set("fabricate fabricated fabricating"),
            r"fabrik\w+ert",
            "dikte opp, forfalske",
            r"\b(?:manufactur|produc|factor|steel|metal)\w*\b",
        ),
        FalseFriend(word_set("familiar"), r"familiær\w*", "kjent, fortrolig"),
        FalseFriend(word_set("fantasy fantasies"), r"fantastisk\w*", "fantasi", r"\bfantastic\w*\b"),
        FalseFriend(
            word_set("fraction fractions"),
            r"fraksjon(?:en|er|ene)?",
            "brøkdel",
            r"\b(?:faction|part(?:y|ies)|wing)s?\b",
        ),
        FalseFriend(word_set("harass harassed harassment"), r"harsel\w*", "trakassere"),
        FalseFriend(
            word_set("location locations"),
            r"lokasjonsrett\w*|lokale(?:t|r|ne)",
            "sted",
            r"\b(?:premises|room|building|hall|venue|local|office)s?\b",
        ),
        FalseFriend(word_set("menace menaces"), r"menasje\w*", "trussel"),
        FalseFriend(
            word_set("minister ministers"),
            r"prest(?:en|er|ene)?",
            "minister, statsråd",
            r"\b(?:church|parish|priest|Lutheran|Baptist|Methodist|congregation|pastor|Presbyterian|religious|faith|chapel|sermon|ordained|clergy)\w*\b",
        ),
        FalseFriend(word_set("motion motions"), r"mosjon(?:en)?", "forslag, bevegelse", r"\bexercise\w*\b"),
        FalseFriend(word_set("notorious notoriously"), r"notorisk(?:e)?", "beryktet", r"\b(?:notoriously|known)\b"),
        FalseFriend(
            word_set("obligation obligations"),
            r"obligasjon(?:en|er|ene)?",
            "plikt, forpliktelse",
            r"\b(?:bond|debt|collateral|creditor)\w*\b",
        ),
        FalseFriend(word_set("occasion occasions"), r"okkasjon\w*", "anledning"),
        FalseFriend(
            word_set("overtake overtakes overtook overtaken overtaking"),
            r"overt(?:ok|ar|a|att)",
            "kjøre forbi, gå forbi",
            r"\b(?:take over|took over|taken over|takes over|taking over|takeover)\b",
        ),
        FalseFriend(
            word_set("oversee oversees oversaw overseen"),
            r"overs(?:å|er|ett)",
            "føre tilsyn med",
            r"\b(?:overlook|ignor|miss)\w*\b",
        ),
        FalseFriend(
            word_set("oversight"), r"oversikt(?:en)?", "tilsyn, forglemmelse", r"\b(?:overview|summary|list)\w*\b"
        ),
        FalseFriend(
            word_set("paragraph paragraphs"),
            r"paragraf(?:en|er|ene)?",
            "avsnitt",
            r"\b(?:section|article|law|act|code|penal|statut|clause|treaty|constitution)\w*\b",
        ),
        FalseFriend(word_set("pest pests"), r"pest(?:en)?", "skadedyr", r"\b(?:plague|pestilence|black death)\w*\b"),
        FalseFriend(word_set("pregnant"), r"pregnant\w*", "gravid", r"\b(?:pause|phrase|meaning)s?\b"),
        FalseFriend(
            word_set("promotion promotions"),
            r"promosjon\w*",
            "forfremmelse, markedsføring",
            r"\b(?:doctora|PhD|degree)\w*\b",
        ),
        FalseFriend(
            word_set("prospect prospects"),
            r"prospekt(?:et|er|ene)?",
            "utsikt, mulighet",
            r"\b(?:prospectus|brochure|real estate|property)\w*\b",
        ),
        FalseFriend(
            word_set("provision provisions"), r"provisjon(?:en|er|ene)?", "bestemmelse, forsyning", r"\bcommissions?\b"
        ),
        FalseFriend(word_set("rapport"), r"rapport(?:en|er)?", "god kontakt", r"\breport\w*\b"),
        FalseFriend(word_set("rob robs robbed"), r"rob(?:be|ber|bet)", "rane"),
        FalseFriend(word_set("sale sales"), r"sal(?:en|er|ene)?", "salg", r"\b(?:hall|room|auditorium|saddle)s?\b"),
        FalseFriend(
            word_set("scholar scholars"), r"skolar\w*|skoleelev\w*", "forsker, lærd", r"\b(?:pupil|school|student)\w*\b"
        ),
        FalseFriend(word_set("sin sins"), r"sinn(?:et)?", "synd", r"\bmind\w*\b"),
        FalseFriend(word_set("sky"), r"sky(?:en|er|ene)", "himmel", r"\b(?:clouds?|cloudy)\b"),
        FalseFriend(word_set("slim"), r"slim(?:ete|et)?", "slank", r"\b(?:slim[ey]|mucus|slimy)\b"),
        FalseFriend(
            word_set("stove stoves"),
            r"stove\w*|stue(?:n|a|r)?",
            "komfyr, ovn",
            r"\b(?:living|sitting|room|parlou?r|ward)\w*\b",
        ),
        FalseFriend(
            word_set("strand stranded strands"),
            r"strand(?:en|a)?",
            "tråd, strande",
            r"\b(?:beach|shore|strand|coast)\w*\b",
        ),
        FalseFriend(word_set("tax taxes"), r"takst(?:en|er|ene)?", "skatt", r"\b(?:fare|apprais|valu|rate|toll)\w*\b"),
        FalseFriend(
            word_set("technique techniques"), r"tekniker(?:en|e|ne)?", "teknikk", r"\b(?:technicians?|engineers?)\b"
        ),
        FalseFriend(
            word_set("traffic"),
            r"trafikant\w*",
            "trafikk",
            r"\b(?:road users?|motorists?|drivers?|pedestrians?|traffic participants?|commuters?|people)\b",
        ),
        FalseFriend(
            word_set("translate translated translates translating translation"),
            r"transport(?:er|erte|ert|ere)",
            "oversette",
            r"\btransport\w*\b",
        ),
        FalseFriend(word_set("trick tricks"), r"trikk(?:en|er|ene)?", "knep, triks", r"\b(?:tram|streetcar)\w*\b"),
        FalseFriend(word_set("wagon wagons"), r"vogntog(?:et)?", "vogn", r"\b(?:truck|lorry|trailer)\w*\b"),
        FalseFriend(word_set("wink winked winks"), r"vink(?:e|et|er)", "blunke", r"\b(?:wav(?:e|ed|es|ing)|hint)\b"),
        FalseFriend(word_set("wrist wrists"), r"vrist(?:en|a|er)?", "håndledd", r"\b(?:instep|ankle|foot)\w*\b"),
        FalseFriend(word_set("ankle ankles"), r"angel(?:en)?", "ankel"),
        FalseFriend(
            word_set("wall walls"), r"vall(?:en)?", "vegg, mur", r"\b(?:rampart|embankment|bank|dyke|dike)s?\b"
        ),
        FalseFriend(word_set("antics"), r"antikk\w*|antikvitet\w*", "krumspring", r"\bantique\w*\b"),
        FalseFriend(word_set("backside"), r"bakside(?:n|r)?", "rumpe", r"\b(?:back|rear|reverse)\b"),
        FalseFriend(word_set("caution cautions"), r"kausjon(?:en)?", "forsiktighet, advarsel", r"\bbail\b"),
        FalseFriend(word_set("complimentary"), r"komplementær\w*", "gratis, rosende", r"\bcomplementary\b"),
        FalseFriend(
            word_set("conductor conductors"),
            r"konduktør(?:en|er|ene)?",
            "dirigent",
            r"\b(?:train|tram|bus|rail\w*|ticket|station|passenger)s?\b",
        ),
        FalseFriend(word_set("corn"), r"korn(?:et)?", "mais", r"\b(?:grains?|wheat|barley|peppercorn|cereal)\b"),
        FalseFriend(word_set("decade decades"), r"dekad\w*", "tiår"),
        FalseFriend(word_set("director directors"), r"direktiv\w*", "direktør, regissør", r"\bdirectives?\b"),
        FalseFriend(
            word_set("engaged"),
            r"engasjert(?:e)?",
            "forlovet, opptatt",
            r"\b(?:in|with|hir\w*|passion\w*|commit\w*|by|artist\w*|citizen\w*|student\w*|\w+ly)\b",
        ),
        FalseFriend(word_set("formidable"), r"formidl\w*", "fryktinngytende", r"\b(?:communicat|convey|mediat)\w*\b"),
        FalseFriend(word_set("genie"), r"geni(?:et|er)?", "ånd", r"\bgenius\w*\b"),
        FalseFriend(word_set("gracious"), r"grasiøs\w*", "elskverdig, nådig", r"\bgraceful\w*\b"),
        FalseFriend(word_set("insult insults insulted"), r"insul(?:ær|ere)\w*", "fornærme"),
        FalseFriend(word_set("intimate intimated"), r"intimider\w*", "antyde", r"\bintimidat\w*\b"),
        FalseFriend(
            word_set("library libraries"), r"bokhandel\w*|libri\w*", "bibliotek", r"\bbook ?(?:shop|store)s?\b"
        ),
        FalseFriend(word_set("lusty"), r"lystig\w*", "kraftig"),
        FalseFriend(word_set("overhear overheard"), r"overhør(?:te|t|e)", "høre tilfeldig", r"\bignor\w*\b"),
        FalseFriend(
            word_set("photograph photographs"),
            r"fotograf(?:en|er|ene)?",
            "fotografi, bilde",
            r"\b(?:photographers?|cameram[ae]n|photographed)\b",
        ),
        FalseFriend(
            word_set("photographer photographers"),
            r"fotografi(?:et|er)?",
            "fotograf",
            r"\b(?:photos?|photographs?|photography|pictures?|images?)\b",
        ),
        FalseFriend(
            word_set("politics policy policies"),
            r"politi(?:et)?",
            "politikk",
            r"\b(?:police|officers?|cops?|policing|constab\w*|sheriff|investigators?)\b",
        ),
        FalseFriend(word_set("realization realisation"), r"realisasjon\w*", "erkjennelse"),
        FalseFriend(word_set("resume resumed resumes"), r"resyme\w*", "gjenoppta", r"\b(?:summar|CV|résumé)\w*\b"),
        FalseFriend(
            word_set("reservation"),
            r"reservat(?:et)?",
            "reservasjon",
            r"\b(?:Indian|Native|tribal|tribe|nature|reserve)\w*\b",
        ),
        FalseFriend(word_set("rumour rumours rumor rumors"), r"rumor\w*|rom(?:mer|met)", "rykte", r"\brooms?\b"),
        FalseFriend(
            word_set("scheme schemes"),
            r"skjema(?:et|er|ene)?",
            "ordning, plan",
            r"\b(?:forms?|schema\w*|schedules?|timetables?|colou?r|diagrams?|URI|URL)\b",
        ),
        FalseFriend(word_set("sentence sentences sentenced"), r"sentens\w*", "dom, setning"),
        FalseFriend(word_set("shellfish"), r"skjellfisk\w*", "skalldyr"),
        FalseFriend(word_set("strike strikes"), r"strikk(?:e|en|et|er)", "streik"),
        FalseFriend(
            word_set("summit summits"), r"sum(?:men|mer)?", "topp, toppmøte", r"\b(?:sums?|amounts?|totals?)\b"
        ),
        FalseFriend(
            word_set("tablet tablets"),
            r"tablett(?:en|er|ene)?",
            "nettbrett",
            r"\b(?:pills?|medicine|drug|dose|mg|aspirin|sleeping|swallow\w*|patients?|vitamin|iodine|\w+kill\w*|ecstasy)\b",
        ),
        FalseFriend(word_set("tremendous"), r"tremend\w*", "enorm"),
        FalseFriend(word_set("undergo undergoes underwent undergone"), r"undergå\w*|undergikk", "gjennomgå"),
        FalseFriend(
            word_set("vicar vicars"), r"vikar(?:en|er|ene)?", "sogneprest", r"\b(?:substitut|temp|stand-in)\w*\b"
        ),
        FalseFriend(
            word_set("virtual virtually"),
            r"virtuell(?:e|t)?",
            "nesten, så godt som",
            r"\bvirtual\b(?! (?:certainty|standstill|monopoly))",
        ),
    ),
}
"""By target language, for texts from English."""
