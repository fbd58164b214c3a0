"""Words of one kind of which a sentence means one: daily is not weekly, a dentist no doctor. Each row was weighed."""

from __future__ import annotations

from typing import NamedTuple

from l10n.checks.prose import word_set


class Rival(NamedTuple):
    """One of its kind: its English words, and how a translation says it."""

    english: frozenset[str]
    here: str
    shows: str = ""
    """What may stand for it as well, but tells of nothing when it stands alone; empty where there is no such word."""


def _kind(*rows: tuple[str, ...]) -> tuple[Rival, ...]:
    return tuple(Rival(word_set(row[0]), *row[1:]) for row in rows)


RIVALS: dict[str, tuple[tuple[Rival, ...], ...]] = {
    "nb": (
        _kind(
            ("dozens", r"dusinvis|titalls|flere titalls", r"dusin\w*|ti\w*|mange"),
            ("hundreds", r"hundrevis|hundretalls|flere hundre", r"hundre\w*|\w+hundre\w*"),
            ("thousands", r"tusenvis|tusentalls|flere tusen|tusener", r"tusen\w*|\w+tusen\w*"),
        ),
        _kind(
            ("week", r"(?:forrige|neste) uke", r"\w*uke\w*|\w*dag\w*|\w*helg\w*"),
            ("month", r"(?:forrige|neste) måned", r"\w*måned\w*|\w*uke\w*"),
            ("year", r"(?:forrige|neste) år|i fjor|til neste år", r"\w*år\w*|fjor\w*|sesong\w*|måneder"),
        ),
        _kind(
            ("hourly", r"hver time|timevis", r"time\w*"),
            ("daily", r"daglig\w*|hver dag", r"dag\w*|døgn\w*|\w+dag\w*"),
            ("weekly", r"ukentlig\w*|hver uke", r"uke\w*|\w+uke\w*"),
            ("monthly", r"månedlig\w*|hver måned", r"måned\w*|\w+måned\w*"),
            ("quarterly", r"kvartalsvis\w*|hvert kvartal", r"kvartal\w*"),
            ("annual annually yearly", r"årlig\w*|hvert år", r"år\w*|\w+år\w*"),
        ),
        _kind(
            ("halve halved halves halving", r"halver\w*", r"halv\w*|50"),
            ("double doubled doubles doubling twofold", r"(?:for)?dobl\w*", r"dobbel\w*|to ganger|100|begge"),
            ("triple tripled triples tripling threefold treble trebled", r"tredobl\w*", r"tripp?el\w*|tre\w*|200"),
            ("quadruple quadrupled fourfold", r"firedobl\w*|firdobl\w*", r"fire\w*"),
        ),
        _kind(
            ("twice", r"to ganger|dobbelt\w*", r"dobl\w*|andre gang\w*|to|begge"),
            ("thrice", r"tre ganger", r"tre\w*"),
            ("half", r"halv\w*", r"middels|delvis|50|femti"),
        ),
        _kind(
            ("morning mornings", r"morge\w*|formiddag\w*", r"tidlig\w*|morn\w*|i dag tidlig|\w*morge\w*"),
            ("afternoon afternoons", r"ettermiddag\w*", r"\w*middag\w*"),
            ("evening evenings", r"kveld\w*", r"aften\w*|\w*kveld\w*|sent"),
            ("noon midday", r"midt på dagen|klokken tolv", r"middag\w*|tolv|12"),
            ("midnight", r"midnatt\w*", r"natt\w*|24|00|tolv"),
        ),
        _kind(
            ("spring springtime", r"vår(?:en|ens)?", r"vår\w*|\w+vår\w*"),
            ("autumn", r"høst\w*", r"\w+høst\w*"),
            ("summer summers summertime", r"somm\w+", r"\w*somm\w+"),
            ("winter winters wintertime", r"vint\w+", r"\w*vint\w+|ski\w*"),
        ),
        _kind(
            ("doctor doctors physician physicians", r"lege(?:n|r|ne|ns|nes)?", r"\w*lege\w*|doktor\w*|Dr"),
            ("nurse nurses", r"sykepleier\w*", r"\w*pleier\w*|søster|søstre\w*"),
            ("dentist dentists", r"tannlege\w*", r"tann\w*"),
            ("lawyer lawyers attorney attorneys", r"advokat\w*", r"\w*advokat\w*|jurist\w*|forsvarer\w*"),
            ("teacher teachers", r"lærer\w*", r"\w*lærer\w*|pedagog\w*|undervis\w*"),
            ("firefighter firefighters", r"brannmann\w*|brannmenn\w*|brannfolk\w*", r"brann\w*"),
            ("fisherman fishermen", r"fisker\w*", r"\w*fisker\w*"),
            ("farmer farmers", r"bønd\w+|bonde\w*", r"gårdbruker\w*|\w*bønd\w*|\w*bonde\w*"),
            ("engineer engineers", r"ingeniør\w*", r"\w*ingeniør\w*"),
            ("journalist journalists reporter reporters", r"journalist\w*", r"report\w*|presse\w*|\w*journalist\w*"),
        ),
        _kind(
            ("hospital hospitals", r"sykehus\w*", r"\w*sykehus\w*|innlagt\w*|klinikk\w*"),
            ("school schools", r"skole\w*", r"\w*skole\w*|elev\w*"),
            ("church churches", r"kirke\w*", r"\w*kirke\w*"),
            ("airport airports", r"flyplass\w*", r"lufthavn\w*|\w*flyplass\w*"),
            ("prison prisons jail jails", r"fengs\w+", r"soning\w*|\w*fengs\w+|bak lås og slå"),
            ("library libraries", r"bibliotek\w*", r"\w*bibliotek\w*"),
            ("restaurant restaurants", r"restaurant\w*", r"spisested\w*|\w*restaurant\w*"),
            ("hotel hotels", r"hotell\w*", r"\w*hotell\w*"),
            ("museum museums", r"museum\w*|muse(?:et|er|ene)", r"\w*muse\w*"),
        ),
        _kind(
            ("car cars", r"bil(?:en|er|ene|ens)?", r"\w*bil\w*|kjøretøy\w*|vogn\w*"),
            ("bus buses", r"buss\w*", r"\w*buss\w*"),
            ("train trains", r"tog\w*", r"\w*tog\w*|bane\w*"),
            ("plane planes aircraft airplane airplanes", r"fly(?:et|ene|ets)?", r"\w*fly\w*|maskin\w*"),
            (
                "ship ships boat boats ferry ferries",
                r"skip\w*|båt\w*|ferge\w*|ferje\w*",
                r"fartøy\w*|\w*skip\w*|\w*båt\w*|\w*ferge\w*",
            ),
            ("bicycle bicycles bike bikes", r"syk(?:kel|ler|len|lene|kelen)", r"\w*sykkel\w*|\w*sykl\w*"),
        ),
        _kind(
            ("red", r"rød\w*"),
            ("blue", r"blå\w*"),
            ("green", r"grønn?\w*|grønt", r"golf\w*|miljø\w*|\w*grønn\w*"),
            ("yellow", r"gul\w*"),
            ("black", r"svart\w*|sort\w*", r"mørk\w*"),
            ("white", r"hvit\w*"),
        ),
        _kind(
            ("king", r"kong\w*"),
            ("queen", r"dronning\w*"),
            ("prince", r"prins(?:en|ens)?", r"kronprins\w*|\w*prins\w*"),
            ("princess", r"prinsess\w*", r"\w*prinsess\w*"),
        ),
        _kind(
            ("dog dogs", r"hund(?:en|er|ene|ens)?", r"\w*hund\w*|valp\w*|rase\w*"),
            ("cat cats", r"katt\w*", r"\w*katt\w*|pus\w*"),
            ("horse horses", r"hest\w*", r"\w*hest\w*"),
            ("cow cows", r"ku(?:er|en|a|ene)?|kyr\w*", r"storfe\w*|\w*ku\w*"),
            ("sheep", r"sau\w*", r"får\w*|\w*sau\w*|lam\w*"),
            ("bear bears", r"bjørn\w*", r"bær\w*|\w*bjørn\w*"),
            ("wolf wolves", r"ulv\w*", r"\w*ulv\w*"),
        ),
    ),
}
"""By target language, for texts from English."""
