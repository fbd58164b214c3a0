"""The engines of one run: each made once, remote ones with what l10n.toml and the environment say of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from l10n import plugins
from l10n.commands.console import plural
from l10n.engines.chain import Chain
from l10n.engines.contract import Engine
from l10n.engines.service import Budget, Service
from l10n.errors import ProjectError
from l10n.workspace import Workspace
from l10n.workspace.answers import AnswerFile

_EXAMPLE = '[engines.{}]  url = "https://…"  key_env = "NAME_OF_THE_VARIABLE"'


@dataclass
class Engines:
    """Makes engines by name. A remote one is made only when a locale or the command line names it."""

    workspace: Workspace
    budget: Budget = field(default_factory=Budget)
    """Of the whole run, over all remote engines."""
    services: dict[str, Service] = field(default_factory=dict)
    """Where the remote engines that were made send texts, by name."""
    _made: dict[str, Engine] = field(default_factory=dict)
    _chains: dict[tuple[str, ...], Chain] = field(default_factory=dict)

    def check(self, name: str) -> None:
        """Raises UsageError for an engine that neither l10n nor l10n.toml knows."""
        if name not in self.workspace.settings.engines:
            plugins.load("engines", name)

    def chain(self, names: Sequence[str]) -> Chain:
        """Engines in order of preference, as one."""
        key = tuple(names)
        if key not in self._chains:
            self._chains[key] = Chain([self._engine(name) for name in names])
        return self._chains[key]

    def departures(self, words: Mapping[str, int], *, planned: bool) -> Iterator[str]:
        """A sentence for each remote engine: how many words go where, whether they leave this machine, the price.

        `words` by engine are what is `planned`; of a run that was made, the engines have counted for themselves.
        """
        for name, service in self.services.items():
            sent = words.get(name, 0) if planned else service.budget.sent
            if not sent:
                continue
            price = self.workspace.settings.engines[name].price
            limits = [limit for limit in (service.budget.limit, self.budget.limit) if limit is not None]
            what = f"{plural(sent, 'word')} would go" if planned else f"{plural(sent, 'word')} went"
            where = "on this machine" if service.is_on_this_machine else "which leaves this machine"
            cost = f", about {sent * price / 1000:.2f} at {price:g} for 1,000 words" if price else ""
            most = f"; the budget is {plural(min(limits), 'word')}" if limits else ""
            yield f"{name}: {what} to {service.place}, {where}{cost}{most}."

    def close(self) -> None:
        for engine in self._made.values():
            engine.close()

    def _engine(self, name: str) -> Engine:
        if name not in self._made:
            table = self.workspace.settings.engines.get(name)
            make = plugins.load("engines", (table and table.kind) or name)
            if getattr(make, "is_remote", False):
                self.services[name] = self._service(name)
                self._made[name] = make(self.services[name])
            else:
                self._made[name] = make()
        return self._made[name]

    def _service(self, name: str) -> Service:
        table = self.workspace.settings.engines.get(name)
        if table is None:
            raise ProjectError(
                "engine-without-place",
                "nothing says where {name} is: the table [engines.{name}] is missing.",
                name=name,
                example=_EXAMPLE.format(name),
                path="l10n.toml",
                hint="Write it: {example}",
            )
        return Service(
            name=name,
            url=table.url,
            model=table.model,
            key=os.environ.get(table.key_env, "").strip() if table.key_env else "",
            key_variable=table.key_env,
            timeout=table.timeout,
            retries=table.retries,
            retry_wait=table.retry_wait,
            answers=AnswerFile(self.workspace.root, name),
            budget=Budget(table.words_allowed),
            run_budget=self.budget,
            glossary=self.workspace.records.load_glossary,
        )
