"""What a pull delivered, in words."""

from __future__ import annotations

from pathlib import Path

from l10n.commands.console import next_step, plural, put, say
from l10n.commands.pull.item import Item
from l10n.commands.speech import _


def report(to: Path, items: list[Item], changed: list[str]) -> None:
    width = max((len(item.locale) for item in items), default=0)
    for item in items:
        if item.delivered:
            put(f"{item.locale:{width}}  {item.name}  delivered: {item.reason}")
            for path in item.files:
                put(f"{'':{width}}  {to / path}")
        else:
            put(
                f"{item.locale:{width}}  {item.name}  not delivered: {item.reason}; an earlier delivery stays as it was"
            )
    say(_("\n{files} changed in {to}", files=plural(len(changed), "file"), to=to))
    missing = [item for item in items if not item.delivered]
    if missing:
        next_step(f"l10n status {missing[0].locale}", _("what is missing"))
