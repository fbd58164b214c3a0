"""What a machine or a translator says of the translation, left in it: small talk, credits, notes, a heading's sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.clues import like
from l10n.checks.contract import Fault, Subject
from l10n.model.finding import Severity

_TALK = re.compile(
    r"^\W{0,3}(?:here(?: is|['’]s) (?:the|your|a) (?:\w+ ){0,2}translation|(?:the )?translation\s?:|"
    r"translated text|sure[,!]|"
    r"certainly[,!]|of course[,!] here|as an ai|i['’]m sorry, (?:but )?i (?:can|am)|"
    r"her er (?:den |en |din )?(?:\w+ )?oversettelse\w*\s?:|"
    r"som en (?:ai-?\s?|ki-?\s?|stor )?språkmodell|beklager, (?:men )?jeg kan ikke oversette|"
    r"oversettelse\s?:|"
    r"(?:norwegian|bokmål|norsk|danish|swedish|german)(?: \(?bokmål\)?)?\s?:\s)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:translated|oversatt|omsett|oversat|översatt|übersetzt) (?:by|with|using|av|med|af|von|mit) "
    r"(?:DeepL|Google|ChatGPT|GPT|Bing|Microsoft|Claude|Gemini|Copilot|AI|KI)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[\[(]\s*(?:(?:merk|merknad|obs|anm|anmerkning|notis|note|n\.?b|t\.?n|overs)\.?\s?:|overs(?:etterens?)?\.? ?"
    r"(?:anm|merk|note)\w*|translator['’]?s? note|alternativt?(?: oversettelse)?\s?:|o\.a\.)[^\])]*[\])]",
    re.IGNORECASE,
)
_NOTED = re.compile(r"[\[(]\s*\w{0,12}['’]?s?\s?(?:note|nb|n\.b|alternative)", re.IGNORECASE)
_ENDING = re.compile(
    r"(?:(?:let me know if|i hope this|feel free to|please note that this translation|gi meg beskjed (?:hvis|om)|"
    r"jeg håper dette|håper (?:dette|det) hjelper|si (?:gjerne )?fra hvis du)[^.!?]*[.!?]?)\s*$",
    re.IGNORECASE,
)
_ENDERS = frozenset({"know", "hope", "free", "note", "beskjed", "håper", "fra"})
_ENDED = re.compile(r"\b(?:let|hope|feel free|note|tell|know|contact|inform|notify)\w*\b", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
REMARKING = like(
    re.compile(
        r"translat|overs[ea]tt|omsett|oversat|översatt|übersetzt|sure[,!]|certainly[,!]|course[,!]|^ai|sorry|språkmodell|"
        r"beklager|norwegian|bokmål|norsk|danish|swedish|german|\b(?:know|hope|free|note|beskjed|håper|fra)\b|"
        r"[\[(](?:$|merk|obs|anm|notis|note|n\.?b|t\.?n|overs|translator|alternativ|o\.a)|^#",
        re.IGNORECASE,
    )
)
"""One word or sign of each remark."""
_CREDITED = ("translated", "oversatt", "omsett", "oversat", "översatt", "übersetzt")


def remarks(subject: Subject) -> Iterator[Fault]:
    """The first remark that the source does not make, too."""
    source, target = subject.source, subject.target
    if (found := _credit(subject)) or (found := _talk(subject)):
        yield Fault(
            Severity.ERROR, f"“{found[0].strip()}” is what a machine says of its work.", "Take it out.", found.span()
        )
    elif (note := _note(subject)) is not None:
        text = f"“{note[0].strip()}” is a note on the translation."
        yield Fault(Severity.ERROR, text, "Take it out; `l10n comment` keeps notes.", note.span())
    elif target.startswith("#") and (heading := _HEADING.match(target)) and not _HEADING.match(source):
        text = f"“{heading[0].strip()}” makes a heading of the text; its source is none."
        yield Fault(Severity.WARNING, text, "Take it out.", heading.span())


def _credit(subject: Subject) -> re.Match[str] | None:
    if not any(map(subject.target.lower().__contains__, _CREDITED)):
        return None
    credit = _CREDIT.search(subject.target)
    return None if re.search(r"translat|overs[ea]tt", subject.source, re.IGNORECASE) else credit


def _talk(subject: Subject) -> re.Match[str] | None:
    """Small talk before the text or behind it."""
    before = _TALK.match(subject.target)
    if before and not _TALK.match(subject.source):
        return before
    if _ENDERS.isdisjoint(subject.target_vocabulary):
        return None
    behind = _ENDING.search(subject.target)
    return None if _ENDED.search(subject.source) else behind


def _note(subject: Subject) -> re.Match[str] | None:
    if "[" not in subject.target_signs and "(" not in subject.target_signs:
        return None
    note = _NOTE.search(subject.target)
    return None if _NOTED.search(subject.source) else note
