"""What checks may know beyond one text: the words of the locale and of the article, gathered when first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from l10n.model.glossary import Term

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True)
class Background:
    """What is the same for every text of a locale."""

    terms: tuple[Term, ...] = ()
    """The locale's glossary."""
    profile: str = ""
    """The house style that the project names: `ntb`; empty for the locale's own."""
    approved: tuple[str, ...] = ()
    """The locale's chrome, as far as people vouch for it."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Words that are right because the project says so, in lower case: of the glossary and of approved chrome."""
        wordings = (wording for term in self.terms for wording in (term.wording, *term.forms))
        return frozenset(word.casefold() for word in _words((*wordings, *self.approved)))


@dataclass(frozen=True, kw_only=True)
class Sources:
    """The source texts of one catalog, all together."""

    texts: tuple[str, ...] = ()

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that have a capital in them somewhere, as they are written there, without an English genitive."""
        return frozenset(re.sub(r"['’]s?$", "", word) for word in _words(self.texts) if not word.islower())


NO_BACKGROUND, NO_SOURCES = Background(), Sources()


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in _WORD.findall(text))
