"""Nothing of a machine's workings is left in the text: tokens, marks of unknown words, a chat's small talk.

The lynx was released.  → Gaupa ble sluppet ut.                        right
The lynx was released.  → Gaupa ble <unk> ut.                          wrong
The lynx was released.  → *lynx ble sluppet ut.                        wrong: Apertium's mark of a word it does not know
The lynx was released.  → Here is the translation: Gaupa ble sluppet.  wrong
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.model.finding import Category, Severity

_SIGNS = frozenset("<▁⁇*@[`\\&⟦")
_TOKEN = re.compile(
    r"<(?:unk|pad|s|/s|bos|eos|mask)>|<\|[\w ]{1,30}\|>|\[(?:UNK|PAD|CLS|SEP|MASK)\]|▁|⁇|@@(?= |$)|@-@|"
    r"##(?=[a-zæøåäöü]{2})|"
    r"⟦[^⟧]*⟧|```|\\u[0-9a-fA-F]{4}|\\n(?![a-zæøå])|&(?:quot|apos|#39|#34|nbsp);"
)
_UNKNOWN_WORD = re.compile(r"(?<![\w*\\])\*(?=[^\W\d_]{2})[\w-]+(?![\w*-])")
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
_CREDITED = ("translated", "oversatt", "omsett", "oversat", "översatt", "übersetzt")


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
    is_credited = any(map(target.lower().__contains__, _CREDITED))
    if (
        is_credited
        and (credit := _CREDIT.search(target))
        and not re.search(r"translat|overs[ea]tt", subject.source, re.IGNORECASE)
    ):
        text = f"“{credit[0].strip()}” is what a machine says of its work."
        yield Fault(Severity.ERROR, text, "Take it out.", credit.span())
    elif (talk := _TALK.match(target)) and not _TALK.match(subject.source):
        text = f"“{talk[0].strip()}” is what a machine says of its work."
        yield Fault(Severity.ERROR, text, "Leave the translation alone.", talk.span())


check = Check(
    "artefacts",
    "Nothing of a machine's workings is left in the text.",
    find,
    category=Category.UNINTELLIGIBLE,
    about=(
        "Engines leave marks: `<unk>` for a word they do not know, `▁` for a blank, `*word` in Apertium, an escaped "
        "character, or a chat's “Here is the translation”. What the source has too is left alone."
    ),
    examples=(
        Example(source="The lynx was released.", target="Gaupa ble sluppet ut.", right=True),
        Example(source="See *Nature* for more.", target="Se *Nature* for mer.", right=True),
        Example(source="The lynx was released.", target="Gaupa ble <unk> ut.", right=False),
        Example(source="The lynx was released.", target="*lynx ble sluppet ut.", right=False),
        Example(source="The lynx was released.", target="Here is the translation: Gaupa ble sluppet ut.", right=False),
        Example(source="Two people drowned.", target="▁Zwei ▁Menschen ertranken.", right=False, locale="de"),
    ),
)
