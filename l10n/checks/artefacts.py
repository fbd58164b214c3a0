"""Nothing of a machine's workings is left in the text: tokens, marks of unknown words, a chat's small talk.

The lynx was released.  → Gaupa ble sluppet ut.                        right
The lynx was released.  → Gaupa ble <unk> ut.                          wrong
The lynx was released.  → *lynx ble sluppet ut.                        wrong: Apertium's mark of a word it does not know
The lynx was released.  → Here is the translation: Gaupa ble sluppet.  wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.checks.clues import any_of, signs
from l10n.checks.contract import Check, Clues, Example, Fault, Subject
from l10n.checks.remarks import REMARKING, remarks
from l10n.model.finding import Category, Severity

_SIGNS = frozenset("<▁⁇*@[`\\&⟦")
_TOKEN = re.compile(
    r"<(?:unk|pad|s|/s|bos|eos|mask)>|<\|[\w ]{1,30}\|>|\[(?:UNK|PAD|CLS|SEP|MASK)\]|▁|⁇|@@(?= |$)|@-@|"
    r"##(?=[a-zæøåäöü]{2})|"
    r"⟦[^⟧]*⟧|```|\\u[0-9a-fA-F]{4}|\\n(?![a-zæøå])|&(?:quot|apos|#39|#34|nbsp);|"
    r"&amp;(?:amp|lt|gt|quot|nbsp|#\d+);"
)
_UNKNOWN_WORD = re.compile(r"(?<![\w*\\])\*(?=[^\W\d_]{2})[\w-]+(?![\w*-])")


def find(subject: Subject) -> Iterable[Fault]:
    """Tokens, marks and talk that the source does not have."""
    target = subject.target
    if not _SIGNS.isdisjoint(subject.target_signs):
        for match in _TOKEN.finditer(target):
            if match[0] not in subject.source:
                text = f"“{match[0]}” is a left-over of the machine that translated."
                yield Fault(Severity.ERROR, text, "Take it out, and see what word it stands for.", match.span())
                return
        # one emphasis begins and another ends with it: then the text has two of them
        if target.count("*") == 1 and "*" not in subject.source and (word := _UNKNOWN_WORD.search(target)):
            text = f"“{word[0]}” is marked as a word that the machine did not know."
            yield Fault(Severity.ERROR, text, "Translate it.", word.span())
            return
    yield from remarks(subject)


check = Check(
    "artefacts",
    "Nothing of a machine's workings is left in the text.",
    find,
    clues=Clues(target=any_of(signs("".join(_SIGNS)), REMARKING)),
    category=Category.UNINTELLIGIBLE,
    about=(
        "Engines leave marks: `<unk>` for a word they do not know, `▁` for a blank, `*word` in Apertium, an escaped "
        "character, a heading's sign, a chat's “Here is the translation”, or a note on it. What the source has too is "
        "left alone."
    ),
    examples=(
        Example(source="The lynx was released.", target="Gaupa ble sluppet ut.", right=True),
        Example(source="See *Nature* for more.", target="Se *Nature* for mer.", right=True),
        Example(source="The lynx was released.", target="Gaupa ble <unk> ut.", right=False),
        Example(source="The lynx was released.", target="*lynx ble sluppet ut.", right=False),
        Example(source="The lynx was released.", target="Here is the translation: Gaupa ble sluppet ut.", right=False),
        Example(
            source="The whistleblower testified.",
            target="Varsleren vitnet. [Merk: kan også oversettes med «tipseren».]",
            right=False,
        ),
        Example(source="Two people drowned.", target="▁Zwei ▁Menschen ertranken.", right=False, locale="de"),
    ),
)
