"""The glossary of a locale: which words to use, which to avoid, and which to leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    PREFERRED = "preferred"
    """Where the source says `source`, the translation says `target`."""
    FORBIDDEN = "forbidden"
    """Where the source says `source`, the translation must not say `target`."""
    DO_NOT_TRANSLATE = "do-not-translate"
    """`source` stands in the translation as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One line of `catalogs/<locale>/glossary.csv`."""

    source: str
    target: str = ""
    note: str = ""
    kind: TermKind = TermKind.PREFERRED
    forms: tuple[str, ...] = ()
    """Other forms of `target` (of `source`, where that is not translated) that a plain ending does not make:
    `menn` beside `mann`."""

    @property
    def wording(self) -> str:
        """What the translation is to say, or not to say."""
        return self.source if self.kind is TermKind.DO_NOT_TRANSLATE else self.target


def kept_terms(terms: Iterable[Term]) -> tuple[str, ...]:
    """What no machine may translate."""
    return tuple(term.source for term in terms if term.kind is TermKind.DO_NOT_TRANSLATE)


def applies(term: Term, source: str) -> bool:
    """True where a source text has the term."""
    return _stands_in(term.source, source)


def breaches(terms: Iterable[Term], source: str, translation: str) -> Iterator[Term]:
    """The terms that a translation does not follow. Endings are forgiven: `forum` is found in `forumet`.

    Any of a term's forms stands for the term.
    """
    for term in terms:
        if not applies(term, source):
            continue
        is_used = any(_stands_in(form, translation) for form in (term.wording, *term.forms))
        if is_used is (term.kind is TermKind.FORBIDDEN):
            yield term


def _stands_in(term: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term)}", text, re.IGNORECASE) is not None
