"""Abbreviations that end in a period inside a sentence, by language. Lower case, without the last period.

Written by hand for news prose. A word in MAY_END also ends sentences, and then the next word decides.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NORWEGIAN = _words(
    "adm art bl bl.a ca d.v.s dep dir dr dvs e.kr e.l el etc evt f.eks f.kr f.o.m ff fl fr fra frk gt hhv hr i.e inkl "
    "jf jfr jr kap kl kr m.a m.a.o m.fl m.m maks mill min mrd mht mv nr o.a o.l osv p.g.a p.t pga pkt prof red ref "
    "s s.k sms sr sst st storgt t.d t.o.m tlf vs vha vgs årg"
)

ABBREVIATIONS: Final[dict[str, frozenset[str]]] = {
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN | _words("o.s.b o.s.fr t.d vgl"),
    "da": _words(
        "adr bl.a ca dir dr dvs e.kr e.l eks etc evt f.eks f.kr ff fr hhv hr i.e inkl jf jr kap kl kr m.a.o m.fl m.m "
        "maks mia min mio mht mv nr o.a o.l osv p.g.a p.t pga pkt prof red s sr st t.o.m tlf vedr vs årg"
    ),
    "sv": _words(
        "art bl.a ca d.v.s dir dr dvs e.d e.kr etc ev exkl f.d f.k f.kr f.n forts fr fr.o.m hr inkl jfr jr kap kl kr "
        "m.a.o m.fl m.m mdr milj min mån nr o.d o.s.v osv p.g.a prof resp s s.k sid st t.ex t.o.m tel tr vs"
    ),
    "de": _words(
        "a apr aug b bio bzw ca d.h dez dr etc evtl feb ff fr ggf h hr inkl jan jr jun jul kap mio mrd nov nr o.ä okt "
        "prof s sept sog sr st str tel u u.a u.u usw vgl vs z z.b"
    ),
    "en": _words(
        "a.m al apr approx aug ave capt cf co col corp dec dept dr e.g est etc ex feb fig gen gov hon i.e inc jan jr "
        "jul jun lt ltd maj mar messrs mr mrs ms mt nov no oct p.m pp pres prof rep rev sec sen sep sept sgt sr st "
        "u.k u.n u.s univ v vol vs"
    ),
}

MAY_END: Final = _words(
    "a.m co corp e.l etc inc jr kr ltd m.fl m.m mio mrd mill mv o.a o.d o.l osv o.s.b o.s.v p.m sr u.k u.n u.s usw"
)
"""Abbreviations that are as often the last word of a sentence."""

ORDINAL_LANGUAGES: Final = frozenset({"nb", "nn", "da", "de"})
"""Where a number and a period is an ordinal: 15. desember."""

MONTHS: Final = _words(
    "januar februar mars märz marts april mai maj juni juli august september oktober november desember dezember "
    "december jan feb mar apr jun jul aug sep sept okt nov des dez dec"
)

SAYING: Final = _words(
    "sa sier seier skriver skrev mener meinte säger sade sagde siger said says sagte meint svarer svarte forteller "
    "fortalte legger la added adds told"
)
"""Verbs that follow a closed quotation within its sentence: «Kom!» sa hun."""

STARTERS: Final = _words(
    "a after all also although an and as at av begge but by da das de dei den denne der det dette die disse du eg ein "
    "en er es et etter everyone for fordi for första från han he her hun hva hver hvis i ifølge ikke ikkje in it "
    "ja jeg kan man med meanwhile men mens mange me många nei no not når og også om on only our på several she "
    "siden sie som så the their there these they this those til to trial two under ved vi was we when while with you"
)
"""Words that begin sentences; after an abbreviation in MAY_END, one of them with a capital letter ends it."""
