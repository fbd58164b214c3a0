"""Who says it says it, and who does it does it: a quotation keeps its speaker, a match its winner.

“I am tired,” said Maria Berg of Ola Lie.  → – Jeg er sliten, sier Maria Berg om Ola Lie.   right
“I am tired,” said Maria Berg of Ola Lie.  → – Jeg er sliten, sier Ola Lie om Maria Berg.   wrong
Italy beat Austria.                        → Østerrike slo Italia.                          wrong

It takes evidence on both sides: one speaker each, and the translation's is somebody else of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks.clues import vocabulary
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.lost_credits import CREDITING, lost_credit
from l10n.checks.lost_speakers import SAYING, lost_speaker
from l10n.checks.own_words import has_own_word
from l10n.checks.place_swaps import same_place
from l10n.checks.prose import word_set
from l10n.checks.spelling import fold, is_form_of
from l10n.checks.sure_names import bare
from l10n.model.finding import Category, Severity

_PART = r"[A-ZÀ-ÖØ-ÞŠŽŁĆČ][\w’'-]*[a-zà-öø-ÿ]"
_NAME = rf"{_PART}(?:\s(?:(?:van|von|de|der|bin|al)\s){{0,2}}{_PART}){{0,3}}"
_SPOKE = re.compile(
    rf"(?P<before>{_NAME})?(?:,\s[^,.“”]{{2,50}},)?\s?\b(?:(?:said|says|added|wrote|explained|replied|insisted)\b"
    r"(?P<after>(?:\s(?!(?:after|before|of|in|at|on|to|during|when|who|as|from|about|that|while|he|she|they|it)\b)"
    r"(?:[A-Z][a-z]{0,3}\.|[\w’'-]+)){1,8})?|(?:told|asked|warned)\b)"
)
"""Who speaks: before the verb, or behind it as far as the phrase goes. Behind “told” is who was told."""
_SPOKE_HERE = re.compile(
    rf"(?P<before>{_NAME})?\s?(?<!\w)(?:sa|sier|seier|siger|la til|legger til|skrev|skriver|fortalte|forteller|"
    r"forklarte|forklarer|svarte|svarer|advarte|advarer|opplyste|opplyser|uttaler|sade|säger)"
    r"(?P<after>(?:\s(?!(?:at|til|om|for|på|i|han|hun|de|det|jeg|vi|att|till|han|hon)\b)[a-zæøåäö-]+){0,3}"
    rf"\s{_NAME})?(?!\w)"
)
_SPEAKING = word_set("said says added wrote told explained asked replied insisted warned")
_DEEDS = (
    (r"beat|beats|defeated|thrashed|edged|crushed|stunned", r"slo|slår|beseiret|knuste|banket|vant over|vann over"),
    (r"bought|buys|acquired|acquires", r"kjøpte|kjøper|overtok|overtar"),
    (r"sued|sues", r"saksøkte|saksøker"),
    (r"invaded|invades|attacked|attacks", r"invaderte|invaderer|angrep|angriper"),
    (r"accused|accuses", r"anklaget|anklager|beskyldte|beskylder"),
    (r"succeeded|succeeds|replaced|replaces", r"etterfulgte|etterfølger|erstattet|erstatter|avløste|avløser"),
)  # fmt: skip
"""What one does to another, who does it first in both languages."""
_DOING = word_set(" ".join(english.replace("|", " ") for english, _ in _DEEDS))
_LANGUAGES = {"nb": "nb", "nn": "nb", "da": "nb", "sv": "nb"}


def find(subject: Subject) -> Iterable[Fault]:
    """A speaker who is another one, or two who changed places."""
    if subject.languages[0] != "en":
        return
    if not CREDITING.isdisjoint(subject.source_vocabulary):
        yield from lost_credit(subject)
    if subject.languages[1] not in _LANGUAGES:
        return
    if not _SPEAKING.isdisjoint(subject.source_vocabulary):
        yield from _other_speaker(subject)
    if not SAYING.isdisjoint(subject.source_vocabulary) and subject.languages[1] in ("nb", "nn"):
        yield from lost_speaker(subject)
    if not _DOING.isdisjoint(subject.source_vocabulary):
        yield from _changed_places(subject)


def _other_speaker(subject: Subject) -> Iterator[Fault]:
    theirs, ours = (
        [match for match in pattern.finditer(text) if match["before"] or match["after"]]
        for pattern, text in ((_SPOKE, subject.source_prose), (_SPOKE_HERE, subject.target_prose))
    )
    if len(theirs) != 1 or len(ours) != 1:
        return
    language = subject.languages[1]
    speaker, other = (_names(match) for match in (theirs[0], ours[0]))
    if (
        not speaker
        or not other
        or any(is_form_of(fold(own), fold(name), language) for own in other for name in speaker)
    ):
        return
    source = {fold(name) for name in _names_in(subject.source_prose)}
    if fold(other[-1]) in source and not has_own_word(other[-1], subject.locale):
        text = f"In the source, {speaker[-1]} says it; in the translation, {other[-1]} does."
        yield Fault(Severity.ERROR, text, f"Name {speaker[-1]} as who speaks.", ours[0].span())


def _names(match: re.Match[str]) -> list[str]:
    return _names_in(f"{match['before'] or ''} {match['after'] or ''}")


def _names_in(text: str) -> list[str]:
    return [bare(name) for name in re.findall(rf"(?<!\w){_PART}", text)]


def _changed_places(subject: Subject) -> Iterator[Fault]:
    for english, ours in _DEEDS:
        done = re.search(rf"(?P<one>{_NAME})\s(?:{english})\s(?:the\s)?(?P<other>{_NAME})", subject.source_prose)
        told = done and re.search(rf"(?P<one>{_NAME})\s(?:{ours})\s(?P<other>{_NAME})", subject.target_prose)
        if not done or not told:
            continue
        is_turned = _is_one(done["one"], told["other"], subject) and _is_one(done["other"], told["one"], subject)
        if is_turned and not _is_one(done["one"], told["one"], subject):
            text = f"“{done['one']}” and “{done['other']}” have changed places."
            yield Fault(Severity.ERROR, text, "See who does it to whom.", told.span())
            return


def _is_one(theirs: str, ours: str, subject: Subject) -> bool:
    """Do both name one and the same, each in its language?"""
    first, second = bare(theirs.split()[-1]), ours.split()[-1]
    return is_form_of(fold(second), fold(first), subject.languages[1]) or same_place(
        first, second, subject.languages[1]
    )


check = Check(
    "attribution",
    "Who speaks is who spoke, and who won is who won.",
    find,
    clues=Clues(source=vocabulary(lambda pair: CREDITING | _SPEAKING | SAYING | _DOING if pair.source == "en" else ())),
    category=Category.MISTRANSLATION,
    about=(
        "A quotation that was given to somebody else of the same text, one that has lost its speaker altogether, and "
        "two who changed places around a verb that one does to the other. Both texts must name them, each by a verb "
        "that is known in English and in the Scandinavian languages; a speaker who is only called otherwise (“the "
        "minister”) is right. Neither may a caption lose who took the picture."
    ),
    examples=(
        Example(
            source="“It was a mistake,” said Maria Berg after a meeting with Ola Lie.",
            target="– Det var en feil, sier Maria Berg etter et møte med Ola Lie.",
            right=True,
        ),
        Example(
            source="“It was a mistake,” said Maria Berg after a meeting with Ola Lie.",
            target="– Det var en feil, sier Ola Lie etter et møte med Maria Berg.",
            right=False,
        ),
        Example(source="“We lost,” said the captain.", target="– Vi tapte, sa kapteinen.", right=True),
        Example(source="“We lost,” said the captain.", target="«Vi tapte.»", right=False),
        Example(source="A flood. Photo: Reuters", target="En flom. Foto: Reuters", right=True, role="caption"),
        Example(source="A flood. Photo: Reuters", target="En flom.", right=False, role="caption"),
        Example(source="Italy beat Austria 2–1.", target="Italia slo Østerrike 2–1.", right=True),
        Example(source="Italy beat Austria 2–1.", target="Østerrike slo Italia 2–1.", right=False),
    ),
)
