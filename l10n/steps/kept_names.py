"""The names of an article in a machine's drafts: seen to, put back where one was lost, said where one is lost still.

Names go to the machine as they are, for a mask in their place costs grammar (Apertium then takes "Hanne [mask] kjøper"
for a noun). Only a text whose draft lost one is translated once more, with that name as a term to keep.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from l10n.checks.names import spells_names
from l10n.checks.prose import prose
from l10n.checks.spelling import fold, is_form_of, is_near
from l10n.engines.contract import Draft
from l10n.errors import EngineError

Translate = Callable[[Sequence[str], Sequence[str]], list[Draft]]
"""Texts and terms to keep in, as many drafts out."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?$")
_COMPOUNDING = frozenset({"nb", "nn", "no", "da", "sv", "de", "nl", "is", "fi"})
_STABLE = _COMPOUNDING - {"fi", "is"} | {"en", "fr", "es", "ca", "it", "pt", "ro"}
"""Languages that put no ending to a name that changes its last letters, as Finnish does: Rapidus, Rapiduksessa."""
_LEAST_TAIL = 4
"""Letters of the noun that a name is joined to, `Trumpadministrasjonen`; fewer are an ending, or a slip."""


def kept_names(
    texts: Sequence[str],
    drafts: Sequence[Draft],
    names: Sequence[str],
    translate: Translate,
    *,
    locale: str,
    language: str,
) -> list[Draft]:
    """The drafts, each with its names where the machine can be brought to keep them.

    `names` are whole (`Sanae Takaichi`); any word of one is a name by itself. `language` is that of the texts. A draft
    that was made anew says so in a note, and one that gained nothing by it stays as it was.
    """
    result = list(drafts)
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)  # by what they lost: a draft depends on no other text
    for n, (text, draft) in enumerate(zip(texts, drafts, strict=True)):
        gone = lost_names(text, draft.text, names, locale=locale, language=language) if draft.text else []
        if gone:
            alike[tuple(gone)].append(n)
    for lost, places in alike.items():
        keep = sorted({*lost, *(name for name in names if not set(lost).isdisjoint(name.split()))})
        try:
            again = translate([texts[n] for n in places], [form for name in keep for form in (name, f"{name}s")])
        except EngineError:  # the first drafts stand, with their notes
            continue
        for n, new in zip(places, again, strict=True):
            still = lost_names(texts[n], new.text, names, locale=locale, language=language)
            if new.text and len(still) < len(lost):
                kept = ", ".join(word for word in lost if word not in still)
                result[n] = replace(new, notes=(*new.notes, f"name kept as it is: {kept}; check the grammar beside it"))
    return result


def lost_names(text: str, draft: str, names: Sequence[str], *, locale: str, language: str) -> list[str]:
    """Words of names that stand in `text` and in no form in its draft, in the text's order.

    Right are the name itself, its genitive, the case endings of the locale, and compounds. Where the locale writes
    names by their sound, or in other letters, nothing is lost for certain.
    """
    if not names or not spells_names(draft, locale):
        return []
    words = {word: fold(word) for name in names for word in name.split() if len(word) > 1}
    language, target = language.partition("-")[0], locale.partition("-")[0]
    theirs = {fold(_GENITIVE.sub("", token)) for token in _TOKEN.findall(prose(text)) if token[0].isupper()}
    ours = {fold(token) for token in _TOKEN.findall(prose(draft))}
    named = [
        word
        for word, name in words.items()
        if name in theirs or any(other.startswith(name) and _is_of(other, name, language) for other in theirs)
    ]
    return [
        word
        for word in named
        if words[word] not in ours and not any(_is_of(other, words[word], target) for other in ours)
    ]


def respelled(name: str, draft: str, *, locale: str) -> str:
    """The word of a draft that is almost the lost name; empty where there is none."""
    language = locale.partition("-")[0]
    tokens = (token for token in _TOKEN.findall(prose(draft)) if token[0].isupper())
    return next((token for token in tokens if is_near(fold(token), fold(name), language)), "")


def _is_of(word: str, name: str, language: str) -> bool:
    """Is the word a form of the name, or a compound that begins with it?"""
    is_long = len(name) >= _LEAST_TAIL and len(word) - len(name) >= _LEAST_TAIL
    is_compound = language in _COMPOUNDING and is_long and word.startswith(name)
    is_bent = language not in _STABLE and len(name) > _LEAST_TAIL and word.startswith(name[:-2])
    return is_compound or is_bent or is_form_of(word, name, language)
