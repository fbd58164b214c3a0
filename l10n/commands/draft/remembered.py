"""What people have translated already, as drafting asks for it: whole texts and sentences, here and from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from l10n.commands import session
from l10n.model.catalog import Catalog
from l10n.model.memory import Memory
from l10n.model.memory_unit import Languages, MemoryUnit
from l10n.steps.sentence_memory import SentenceMemory
from l10n.workspace import Workspace
from l10n.workspace.memory import TranslationMemory


@dataclass
class Remembered:
    """The memories of a run, each made once; `close` lets go of what was opened."""

    workspace: Workspace
    _texts: dict[Languages, Memory] = field(default_factory=dict)
    _sentences: dict[Languages, SentenceMemory] = field(default_factory=dict)

    def texts(self, languages: Languages) -> Memory:
        if languages not in self._texts:
            self._texts[languages] = Memory(self._catalogs(languages), lambda text: self._imported(languages, text))
        return self._texts[languages]

    def sentences(self, languages: Languages) -> SentenceMemory:
        if languages not in self._sentences:
            self._sentences[languages] = SentenceMemory(
                self._catalogs(languages),
                lambda text: self._imported(languages, text),
                source_language=languages.source,
                locale=languages.target,
            )
        return self._sentences[languages]

    def close(self) -> None:
        if "_outside" in self.__dict__:  # it was asked
            self._outside.close()

    @cached_property
    def _outside(self) -> TranslationMemory:
        return session.memory(self.workspace)

    def _imported(self, languages: Languages, text: str) -> list[MemoryUnit]:
        return self._outside.exact(languages, text, outside=True)

    def _catalogs(self, languages: Languages) -> Iterator[Catalog]:
        """All of the locale with this source language, read one at a time."""
        for domain in self.workspace.domains():
            if self.workspace.settings.source_language(domain) == languages.source:
                catalog = self.workspace.load_catalog(languages.target, domain)
                if catalog:
                    yield catalog
