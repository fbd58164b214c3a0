"""Texts in which the project's checks find an error: what a gate with `checks = true` holds back."""

from __future__ import annotations

from functools import cache

from l10n.model.message import MessageKey
from l10n.workspace.checkup import Checkup, Portion
from l10n.workspace.project import Workspace


class Blocking:
    """The errors of a project that `l10n check` would exit 1 for, found once for each catalog that is asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._checkup = Checkup(workspace)
        self._domains = workspace.domains()
        self._languages = workspace.settings.source_language
        self.of = cache(self._of)
        self._compared = cache(self._compare)

    def _of(self, locale: str, domain: str) -> frozenset[MessageKey]:
        """Keys of messages with an error that blocks and that nobody dismissed. A broken catalog raises elsewhere."""
        if self._languages(domain) == locale:
            return frozenset()
        looked = self._checkup.look(Portion(locale=locale, domain=domain))
        alone = {one.finding.key for one in looked.reported if one.is_blocking}
        return frozenset(alone | {key for its_domain, key in self._compared(locale) if its_domain == domain})

    def _compare(self, locale: str) -> frozenset[tuple[str, MessageKey]]:
        if not self._checkup.compares:
            return frozenset()
        domains = [domain for domain in self._domains if self._languages(domain) != locale]
        found = self._checkup.compare(locale, domains, [Portion(locale=locale, domain=domain) for domain in domains])
        return frozenset((one.finding.domain, one.finding.key) for one in found if one.is_blocking)
