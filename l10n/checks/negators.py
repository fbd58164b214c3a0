"""Words that deny, by language, and words by which a good translation may say the same without denying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.prose import word_set

_ENGLISH_VERBS = [
    "is",
    "are",
    "was",
    "were",
    "do",
    "does",
    "did",
    "has",
    "have",
    "had",
    "ca",
    "could",
    "wo",
    "would",
    "should",
    "sha",
    "must",
    "need",
    "might",
    "may",
    "ought",
    "dare",
    "ai",
]

DENYING: dict[str, frozenset[str]] = {
    "en": word_set("not cannot never no none nobody nothing nowhere neither nor without no-one")
    | {f"{verb}n{mark}t" for verb in _ENGLISH_VERBS for mark in "'’"},
    "nb": word_set("ikke aldri ingen ingenting intet verken hverken uten ikkje"),
    "nn": word_set("ikkje aldri ingen inga inkje ingenting korkje verken utan"),
    "da": word_set("ikke aldrig ingen intet ingenting hverken uden"),
    "sv": word_set("inte aldrig ingen inget inga ingenting varken utan ej icke"),
    "de": word_set(
        "nicht nie niemals niemand nichts kein keine keinen keinem keiner keines weder ohne nirgends nirgendwo"
    ),
}
"""Each of them alone makes a sentence say no."""

_SCANDINAVIAN = (
    r"\b(?:nei\w*|nekt\w*|næg?t\w*|nek[ta]\w*|avvis\w*|avslå\w*|avslo\w*|avslag\w*|mangl\w*|mist\w*|tap\w*|"
    r"unnlat\w*|unng\w*|unnta\w*|unnsl\w*|unnvær\w*|unnv[ei]k\w*|"
    r"undgå\w*|undvik\w*|hindr\w*|førebygg\w*|forebygg\w*|forhindr\w*|neppe|næppe|knapp?t?|knapast|heller|først|"
    r"foruten|utenom|utanom|(?:la|lot|latt|lar) være|"
    r"forut\w*|bortsett|umul\w*|umog\w*|umuligt|omöjlig\w*|motsatt\w*|slutt\w*|stopp\w*|stans\w*|lite|få|færre|"
    r"sjeld\w*|"
    r"sällan|annet|anna|andre|annan|bare|berre|kun|bara|endast|høyst|højst|maks\w*|uansett|oavsett|uanset|"
    r"forb[uyø]\w*|förb\w*|"
    r"tom|tomt|fri|frie|fritt|alene|aleine|nytteløs\w*|umiddelbart|straks|slipp\w*|sluppet|vegr\w*|v[ei]gr\w*|motse\w*|"
    r"hemmelig\w*|anonym\w*|uteble\w*|brudd|forsvant|forsvunn\w*|gl[øe]m\w*|konkurs|døra åpen|døren åpen|"
    r"ute av|avvikl\w*|utgått|ferdig|ellers|elles|annars|ledig|eneste|snarere|seinast|senest|senast|"
    r"UNWORD|"
    r"\w{3,}(?:løs|løse|løst|laus|lause|laust|lös|lösa|löst|fri|fritt|frie|ledes))\b"
)
_UN_WORD = r"u(?!nder|nnsk|t|tan|ke|k[er]|l[vf]|nge?\b|ng[de]|nion|niv|niko|krain|sas?\b)[a-zæøå]{3,}"
_O_WORD = r"(?-i:o(?!g|m|pp|ver|ft|rd|s[st]|l[jy]|mr|mk|nl|fte|ns|ff|pn|ljv)[a-zæøåäö]{4,})"
"""What Norwegian and Danish say with u-, and Swedish with o-: umulig, omöjlig."""
HINTED: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:not|un[a-z]{4,}|in(?:ab|ac|ad|cap|cor|def|dep|diff|eff|eli|eq|ev|exp|sec|suff|tol|val|vis)\w+|"
        r"im(?:mature|meas|pass|perf|poss|prac|prec|prob|"
        r"mob)\w+|dis[a-z]{4,}|non-?\w+|mis[a-z]{4,}|ir(?:reg|rel|rev)\w+|il(?:leg|lic)\w+|[a-z]{3,}less|fail\w*|"
        r"lack\w*|"
        r"refus\w*|den(?:y|ied|ies|ial\w*|ying)|avoid\w*|prevent\w*|stop\w*|hardly|barely|scarcely|rarely|seldom|few|"
        r"fewer|little|less|least|only|just|unless|until|till|except\w*|instead|rather|nor|free|absen\w*|miss\w*|"
        r"ban|bans|banned|"
        r"reject\w*|declin\w*|far from|yet to|too|than|other|otherwise|any|anymore|anyone|anything|despite|wrong|"
        r"false\w*|"
        r"empty|idle|vacant|dormant|"
        r"ignor\w*|neglect\w*|exclud\w*|doubt\w*|beyond|even|whether|out of|leave|leaves|left|off|lose|loses|"
        r"lost|"
        r"still|remain\w*|yet|fall short|short of|skip\w*|keep\w*|kept|resist\w*|oppos\w*|against|away|"
        r"ceas\w*|end(?:ed|s)?|finish\w*|withdr\w*|drop\w*|abandon\w*|cancel\w*|clos\w*|block\w*|contrary|alone|"
        r"forbid\w*|prohib\w*|withhold|withheld|abst\w*|reluct\w*|limit\w*|or so|but|worr\w*|beware|careful|"
        r"froze\w*|freez\w*|manslaughter|involuntary|suspended|pause\w*|"
        r"hard to|difficult|small|tiny|minimal|negligible|"
        r"slight\w*|issues?|problems?|trouble|broken|broke|defect\w*)\b|\bsurviv\w+|"
        r"\b(?:first|worst|best|most|\w{3,}est)\b.{1,90}\b(?:since|in|for)\b",
        re.IGNORECASE,
    ),
    **dict.fromkeys(("nb", "nn", "da"), re.compile(_SCANDINAVIAN.replace("UNWORD", _UN_WORD), re.IGNORECASE)),
    "sv": re.compile(_SCANDINAVIAN.replace("UNWORD", f"{_UN_WORD}|{_O_WORD}"), re.IGNORECASE),
    "de": re.compile(
        r"\b(?:nein|un(?!ter|iver|ion|ser|gefähr|garn|fall|fälle|glück)[a-zäöüß]{4,}|"
        r"miss\w+|beliebig|egal|\w{3,}(?:los|lose|losen|loser|loses|frei|freie|freien)|fehl\w*|mangel\w*|"
        r"weiger\w*|verweiger\w*|lehn\w*|abgelehnt|vermeid\w*|verhinder\w*|kaum|selten|wenig\w*|nur|außer|statt|erst|"
        r"bevor|verb[oi]t\w*|leer|frei|verlor\w*|verlier\w*|anders|ander\w*|höchstens|unmöglich)\b",
        re.IGNORECASE,
    ),
}

_Reasons = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _reasons(*rows: tuple[str, str]) -> _Reasons:
    return tuple(
        (re.compile(rf"(?:{here})\Z", re.IGNORECASE), re.compile(rf"\b(?:{there})\b", re.IGNORECASE))
        for here, there in rows
    )


_EXPLAINED = _reasons(
    (r"tap\w*|mist\w*", r"los[est]\w*|suspect\w*|suspici\w*|forfeit\w*"),
    (r"slutt\w*|ferdig", r"end\w*|final\w*|finish\w*|quit\w*|complet\w*|eventual\w*|last|ready"),
    (r"stopp\w*|stans\w*|hindr\w*|forhindr\w*", r"stop\w*|halt\w*|prevent\w*|block\w*|hinder\w*"),
    (r"annet|anna|andre|annan|ellers|elles|annars", r"other\w*|another|second\w*|else|differ\w*|rest"),
    (r"fri|frie|fritt|ledig", r"free\w*|vacan\w*|available"),
    (r"få", r"get\w*|got|receiv\w*|obtain\w*|giv\w+|gain\w*|have|few"),
    (r"lite|færre|sjeld\w*", r"little|few\w*|small\w*|rare\w*|less|tiny"),
    (r"først|straks|umiddelbart|senest|seinast|senast", r"first|immediate\w*|at once|latest|at least|prompt\w*"),
    (r"forb[uyø]\w*|förb\w*", r"ban\w*|forbid\w*|prohib\w*|connect\w*|relat\w*|link\w*|associat\w*|prepar\w*|"
     r"improv\w*|relation\w*|consum\w*|reserv\w*|federal|union"),
    (r"forut\w*|forebygg\w*|førebygg\w*", r"predict\w*|assum\w*|condition\w*|prevent\w*|preced\w*|foresee\w*"),
    (r"avvis\w*|avslå\w*|avslo\w*|avslag\w*|nekt\w*|nek[ta]\w*|nei\w*", r"reject\w*|den(?:y|ied|ies|ial)|"
     r"refus\w*|dismiss\w*|declin\w*"),
    (r"tom|tomt", r"empty|vacant"),
    (r"hemmelig\w*|anonym\w*", r"secre\w*|classified|anonym\w*"),
    (r"uteble\w*|forsvant|forsvunn\w*", r"absen\w*|disappear\w*|vanish\w*|missing|gone"),
    (r"brudd", r"br[eo][ak]\w*|violat\w*|breach\w*|fractur\w*|ruptur\w*|split\w*"),
    (r"gl[øe]m\w*", r"forg[eo]t\w*|oblivion"),
    (r"konkurs", r"bankrupt\w*|insolven\w*|collaps\w*"),
    (r"mangl\w*", r"lack\w*|miss\w*|short\w*|defect\w*|absen\w*"),
    (r"u(?!tan|ten|den|nn|nd)\w+", r"(?:un|in|im|il|ir|dis|ab|mis)\w{3,}|accident\w*|young\w*|disaster\w*|week\w*|"
     r"expres\w*|stat\w*|selec\w*|foreign\w*|out\w*|develop\w*|educat\w*|exhibit\w*|weird|strange|secur\w*|illeg\w*"),
    (r"\w+(?:løs|løse|løst|laus|lause|laust|fri|frie|fritt|ledes)", r"\w+less|free\w*|un\w+|open\w*"),
)  # fmt: skip
"""Words that may stand for a lost “not”, and what they stand for where the source has this: losses are tap."""
_EXPLAINED_IN_GERMAN = _reasons(
    (r"ander\w*|anders", r"other\w*|another|else|differ\w*|change\w*|next|second|rest|part"),
    (r"frei", r"free\w*|releas\w*|open\w*|vacan\w*|Friday"),
    (r"bevor|erst", r"before|first\w*|only|just|earl\w*|not until|until"),
    (r"statt", r"tak\w* place|took place|held|instead|happen\w*|rather"),
    (r"wenig\w*|nur|kaum|selten|höchstens", r"few\w*|little|less|least|only|just|hardly|rare\w*|seldom|most|merely"),
    (r"fehl\w*|mangel\w*|miss\w*", r"fail\w*|mis\w+|lack\w*|error\w*|wrong|fault\w*|short\w*|absen\w*|abus\w*"),
    (r"verlor\w*|verlier\w*", r"los[est]\w*"),
    (r"weiger\w*|verweiger\w*|lehn\w*|abgelehnt", r"refus\w*|reject\w*|declin\w*|den(?:y|ied|ies)|turned down"),
    (r"verb[oi]t\w*|verhinder\w*|vermeid\w*", r"ban\w*|forbid\w*|prohib\w*|prevent\w*|avoid\w*|illegal\w*"),
    (r"un\w{4,}", r"(?:un|in|im|il|ir|dis)\w{3,}|accident\w*|disaster\w*|storm\w*|hundred\w*"),
)  # fmt: skip


def excuses(theirs: str, ours: str, language: str) -> bool:
    """Does a translation that has no word of denial say no in another way, which the source does not explain?"""
    explained = _EXPLAINED_IN_GERMAN if language == "de" else _EXPLAINED
    for match in HINTED[language].finditer(ours):
        reasons = [there for here, there in explained if here.match(match[0])]
        if not any(reason.search(theirs) for reason in reasons):
            return True
    return False


def denials(words: list[str], language: str) -> Iterator[str]:
    """The words that deny; “neither … nor” is one."""
    seen: set[str] = set()
    for word in words:
        group = "neither" if word in ("neither", "nor") else word
        if word in DENYING[language] and group not in seen:
            seen.add(group)
            yield word
