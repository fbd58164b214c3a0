"""The names in a source article: what a glossary may want to keep as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from l10n.checks.contract import Subject
from l10n.checks.names import likely_names
from l10n.model.glossary import Term
from l10n.model.message import Message
from l10n.segmentation.meaning import NAME, facts

_RUN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*(?:[ \u00a0][^\W\d_]+(?:[-’'][^\W\d_]+)*)*")


def article_names(
    messages: Iterable[Message], terms: Iterable[Term], *, source_language: str, locale: str
) -> list[tuple[str, int]]:
    """(name, in how many messages), the most frequent first, without those that the glossary has.

    People, companies and foreign places, whole: `Sanae Takaichi`. What each language has its own name for
    (countries, institutions, titles) is left out.
    """
    known = {term.source.casefold() for term in terms}
    found: Counter[str] = Counter()
    for message in messages:
        subject = Subject(
            source=message.msgid, target="", source_language=source_language, locale=locale, domain="", message=message
        )
        found.update(set(_names(subject)))
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [(name, count) for name, count in ranked if name.casefold() not in known]


def _names(subject: Subject) -> Iterator[str]:
    """Runs of words that are each likely a part of a name; alone, only a word without a capitalised neighbour."""
    beside = dict(likely_names(subject))
    names = {fact for kind, fact in facts(subject.source_prose) if kind == NAME}
    for match in _RUN.finditer(subject.source_prose):
        run: list[str] = []
        for word in [*match[0].split(), ""]:
            bare = re.sub(r"['’]s?$", "", word)
            is_part = bare in beside and bare in names
            if is_part:
                run.append(bare)
            if run and (not is_part or bare != word):  # a genitive ends its name
                if len(run) > 1 or not (beside[run[0]] or "-" in run[0]):
                    yield " ".join(run).removesuffix(" Corp")
                run = []
