"""Acronyms are the source's, or the locale's own for the same thing.

The WHO and UNICEF       → WHO og UNICEF, WHO og Unicef   right
U.S. and U.N.            → USA og FN                      right: the locale's own
The WHO and UNICEF       → WHO og UNESCO                  wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks.clues import like
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.exchanged_acronyms import exchanged
from l10n.checks.letters_abroad import letters_of
from l10n.checks.prose import is_technical, word_set
from l10n.model.finding import Category, Severity

_CAPITALS = re.compile(r"[A-Z][A-Z.]")
"""All acronyms begin so; most texts have none."""
_ACRONYM = re.compile(r"[A-Z](?<![\w.@#/&-].)(?:[A-Z]{2,5}|\.(?:[A-Z]\.){1,3})(?![\w&/]|-\d)")
_TARGET = re.compile(r"(?<![\w@#/])[A-ZÆØÅ]{3,6}(?![\w/])")
_KEPT = word_set(
    """
    ABC ACLU AFP AIPAC AP ASEAN BBC BBVA BMW BP CBS CERN CIA CNN DHL DKNY ECB ECOWAS ESA ESPN FAO FBI FIA FIBA FIFA FIS
    GCHQ HBO HSBC IAEA IBM ICRC IKEA INTERPOL IOC IRA ISIS KGB KLM LVMH MSNBC NASA NATO NBA NBC NEC NFL NHL NOAA NPR NRA
    NSA OECD OPCW OPEC OSCE PBS PKK PLO CNBC RTL SAAB SAP SAS SVT TSMC TUI UBS UEFA UNDP UNESCO UNHCR UNICEF UNIFIL
    UNRWA USAID WADA WFP WHO WTA WTO WWF ZDF
    """
)
"""Known by these letters nearly everywhere: one of them in the place of another is no translation."""
_OWN = {"nb": {"OSSE": "OSCE", "ESB": "ECB"}, "sv": {"OSSE": "OSCE"}, "de": {"OSZE": "OSCE"}}
"""A locale's own letters for one of them: in the place of another they are as wrong."""
_RELATIVES = {"nn": "nb", "no": "nb"}
_SHORT = {"EU": "EU", "FN": "UN", "USA": "US", "AU": "AU"}
"""Short ones in Norwegian, Danish and Swedish, and whose they are."""
_SHORT_TARGET = re.compile(r"(?<![\w@#/])(?:EU|FN|USA|AU)(?=s?(?![\w/]))")
_SHORT_ONE = re.compile(r"(?<![\w.@#/&-])(?:EU|UN|US|AU|FN|USA|(?:U\.){1,2}(?:S|N)\.)(?![\w&/])")
_WRITTEN_OUT = {
    "EU": r"Europ|Brussels|bloc|E\.U\.", "UN": r"United Nations|U\.N\.|Security Council", "AU": r"African|union",
    "US": r"United States|America|Washington|U\.S\.|USA|White House|Pentagon|Trump|Biden|Congress|State Department",
}  # fmt: skip
_NORDIC = frozenset({"nb", "nn", "no", "da", "sv"})
_BODY = re.compile(
    r"\w*(?:organisa|byrå|politi|tjenest|tenest|tjänst|allians|kanal|selskap|sällskap|forbund|förbund|komit|fond|union|"
    r"tilsyn|kontor|domst|gruppe|bank|avis|liga|hær|etat|parti|direktorat|myndighe|råd|institutt|senter|forsvar|kommissær|høykommiss)\w*",
    re.IGNORECASE,
)
"""What an acronym may be called instead: forsvarsalliansen, forbundspolitiet."""
_INNER_CAPITAL = re.compile(r"(?<=[\w,] )[A-ZÆØÅ]\w+")
_LONG = 4
"""Shorter ones are near each other by chance, and translated so: ICT, IKT."""
_REORDERING = frozenset({"fr", "es", "it", "pt", "ca", "gl", "ro"})
"""Languages that put the noun first, and its letter: DNA is ADN."""


def find(subject: Subject) -> Iterable[Fault]:
    """An acronym of the source that is gone while another one has come."""
    if not _CAPITALS.search(subject.source_prose):
        return
    if subject.languages[0] == subject.languages[1] or subject.source == subject.target:
        return
    found = list(_short_ones(subject)) or list(exchanged(subject))
    yield from found
    if found and letters_of(subject.languages[1]):
        return
    theirs = _ACRONYM.findall(subject.source_prose)
    if not theirs or subject.source_prose.isupper():
        return
    ours = subject.target_prose.upper().replace(".", "")
    lost = [one for one in (word.replace(".", "") for word in theirs) if one not in ours]
    if not lost or is_technical(subject.source):
        return
    source = subject.source_prose.upper().replace(".", "")
    language = subject.languages[1]
    own = _OWN.get(_RELATIVES.get(language, language), {})
    for match in _TARGET.finditer(subject.target_prose):
        meant = own.get(match[0], match[0])
        if meant in source:
            continue
        for one in lost:
            if {one, meant} <= _KEPT or _is_slip(one, match[0], language):
                yield Fault(Severity.ERROR, f"“{one}” has become “{match[0]}”.", f"Write {one}.", match.span())
                return
    said = {meant for letters, meant in own.items() if letters in ours}
    yield from _missing([one for one in lost if one not in said], subject)


def _short_ones(subject: Subject) -> Iterator[Fault]:
    """EU, FN and USA: one that is gone where another has come that the source says in no way."""
    if subject.languages != ("en", subject.languages[1]) or subject.languages[1] not in _NORDIC:
        return
    theirs = {match.replace(".", "") for match in _SHORT_ONE.findall(subject.source_prose)} & set(_WRITTEN_OUT)
    if not theirs:
        return
    ours = {_SHORT[match[0]]: match for match in _SHORT_TARGET.finditer(subject.target_prose)}
    lost = theirs - set(ours)
    new = {which for which in set(ours) - theirs if not re.search(_WRITTEN_OUT[which], subject.source_prose)}
    if len(lost) == len(new) == 1 and not _BODY.search(subject.target_prose):
        gone, match = lost.pop(), ours[new.pop()]
        yield Fault(Severity.ERROR, f"“{gone}” has become “{match[0]}”.", f"Name {gone}.", match.span())


def _missing(lost: list[str], subject: Subject) -> Iterator[Fault]:
    """One that is known everywhere, where the translation has no name and no word for such a body instead."""
    gone = next((one for one in lost if one in _KEPT), None)
    if gone is None or subject.languages[1] not in _NORDIC or _BODY.search(subject.target_prose):
        return
    if set(_INNER_CAPITAL.findall(subject.target_prose)) <= set(_INNER_CAPITAL.findall(subject.source_prose)):
        yield Fault(Severity.WARNING, f"{gone} is missing.", f"Name {gone}, as the source does.")


def _is_slip(first: str, second: str, language: str) -> bool:
    """One letter off, or two that changed places."""
    from rapidfuzz.distance import OSA

    if len(first) == len(second) == _LONG - 1 and language not in _REORDERING:
        return first != second and second in (first[1] + first[0] + first[2], first[0] + first[2] + first[1])
    return min(len(first), len(second)) >= _LONG and int(OSA.distance(first, second, score_cutoff=1)) == 1


check = Check(
    "acronyms",
    "Acronyms are the source's, or the locale's own for the same thing.",
    find,
    clues=Clues(source=like(_CAPITALS)),
    category=Category.MISTRANSLATION,
    about=(
        "An acronym that became another one: of two organizations that are known by their letters everywhere, or "
        "one that "
        "is a letter off. What many languages have letters of their own for is known by language: the IMF is FMI in "
        "French and MFW in Polish, and BCE there is another bank. A language may have acronyms of its own (UN is FN) "
        "or write a name out: that is left alone."
    ),
    examples=(
        Example(source="The WHO and UNICEF agree.", target="WHO og Unicef er enige.", right=True),
        Example(source="The U.S. and the UN agree.", target="USA og FN er enige.", right=True),
        Example(source="The BBC reported it.", target="Det meldte BBC.", right=True),
        Example(source="The WHO and UNICEF agree.", target="WHO og UNESCO er enige.", right=False),
        Example(source="The IMF and the EU agree.", target="Le FMI et l’UE sont d’accord.", right=True, locale="fr"),
        Example(source="The IMF agrees.", target="La BCE est d’accord.", right=False, locale="fr"),
        Example(source="CNN reported it.", target="Das meldete BBC.", right=False, locale="de"),
        Example(source="The LTSP server is down.", target="LTPS-tjeneren er nede.", right=False),
    ),
)
