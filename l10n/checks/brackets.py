"""Brackets that are opened are closed.

the tunnel (two lanes wide)  → tunnelen (to felt bred)   right
the tunnel (two lanes wide)  → tunnelen (to felt bred    wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from l10n.checks.clues import like, signs
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.model.finding import Category, Severity

_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "［": "］"}
_BRACKET = re.compile(r"[()\[\]{}（）【】［］]")
_LABEL = re.compile(r"(?:^|\s)[\w.]{1,3}$")
"""`a)`, `1)`: the only bracket that stands alone."""
_SMILEY = re.compile(r"(?:[:;]|(?<![\d(])8)['-]?[()]")
"""Not the 8 of “(58)” or “(8)”."""
_ASIDE = re.compile(r"\(([^()\d]*[^\W\d_]{3}[^()\d]{9,})\)")
_FEWEST = 3
"""Words in brackets; fewer are an abbreviation, which a translation may leave out. Numbers are for `numbers`."""
_AS_LONG = 1.0
_MAY_SMILE = re.compile(r"[:;8]['-]?[()]")


def find(subject: Subject) -> Iterable[Fault]:
    """A bracket without its partner, where the source has none of that kind."""
    if not _BRACKET.search(subject.target):
        yield from _dropped(subject)
        return
    text = subject.target_prose
    if _are_paired("".join(_BRACKET.findall(text))) and not _MAY_SMILE.search(text):
        return
    alone = _alone(text)
    if alone and not _alone(subject.source_prose):
        at, bracket = alone[0]
        text = f"The bracket {bracket} is never {'closed' if bracket in _PAIRS else 'opened'}."
        yield Fault(Severity.WARNING, text, "Put its partner where it belongs.", (at, at + 1))


def _dropped(subject: Subject) -> Iterable[Fault]:
    """What stands in brackets in the source, and nowhere in a translation that is as long as the rest."""
    source = subject.source_prose
    for match in _ASIDE.finditer(source):
        rest = len(source) - len(match[0])
        if (
            len(match[1].split()) >= _FEWEST
            and len(subject.target_prose.strip()) < (rest + len(match[0]) / 3) * _AS_LONG
        ):
            text = f"What stands in brackets in the source is missing: “{match[1]}”."
            yield Fault(Severity.WARNING, text, "Translate it, in brackets or not.")


@lru_cache(maxsize=1024)
def _are_paired(brackets: str) -> bool:
    return not _alone(brackets)


def _alone(text: str) -> list[tuple[int, str]]:
    """The brackets without a partner, with their places."""
    text = _SMILEY.sub("  ", text)
    waiting: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(text):
        if match[0] in _PAIRS:
            waiting.append((match.start(), match[0]))
        elif waiting and _PAIRS[waiting[-1][1]] == match[0]:
            waiting.pop()
        elif not (match[0] == ")" and _LABEL.search(text, max(0, match.start() - 5), match.start())):
            alone.append((match.start(), match[0]))
    return sorted(waiting + alone)


check = Check(
    "brackets",
    "Brackets that are opened are closed.",
    find,
    clues=Clues(source=signs("("), target=like(_BRACKET)),
    category=Category.PUNCTUATION,
    about=(
        "A bracket without its partner, or what stood in brackets dropped, to judge by the length of the text. How "
        "many there are is free: a translation may explain a word in brackets. Enumerations, a) and 2), and smileys "
        "are left alone, and so are texts whose source is no better."
    ),
    examples=(
        Example(source="The tunnel (two lanes wide) is open.", target="Tunnelen (to felt bred) er åpen.", right=True),
        Example(source="The options are: 1) yes, 2) no.", target="Valgene er: 1) ja, 2) nei.", right=True),
        Example(source="Anne Dahl, 58, was there.", target="Anne Dahl (58) var der.", right=True),
        Example(source="The tunnel (two lanes wide) is open.", target="Tunnelen (to felt bred er åpen.", right=False),
        Example(
            source="It closes 14 stores (with its flagship in Lyon) in May.",
            target="Den legger ned 14 butikker i mai.",
            right=False,
        ),
        Example(
            source="The tunnel (two lanes wide) is open.",
            target="Der Tunnel zwei Spuren) ist offen.",
            right=False,
            locale="de",
        ),
    ),
)
