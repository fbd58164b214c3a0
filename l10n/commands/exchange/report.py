"""What `l10n import` tells of what it did: a line for each catalog, a line for each reason, and the exit code."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import typer

from l10n.commands.console import next_step, one_line, plural, put, say
from l10n.commands.speech import _
from l10n.model.arrival import UNSIGNED, Fate, Reception
from l10n.steps.import_units import Imported

_SHOWN = 5
"""Texts that are named for one reason; --json has them all."""


def report(shown: str, result: Imported, *, dry_run: bool) -> None:
    """A line for the catalog, then a line for each reason with the texts it holds for."""
    counts = Counter(one.fate for one in result.receptions)
    put(f"{shown}: {'would be ' * dry_run}" + ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate]))
    if result.comments:
        say(
            _(
                "  {notes} of the translator: comments now, shown by l10n review",
                notes=plural(len(result.comments), "note"),
            )
        )
    reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in result.receptions:
        if one.why:
            reasons["not reviewed" if one.is_unsigned else one.fate, one.why].append(one.source)
    for (what, why), sources in reasons.items():
        for source in sources[:_SHOWN]:
            say(f"  {what}: “{one_line(source, 60)}”: {one_line(why)}")
        if len(sources) > _SHOWN:
            say(_("  … and {shown} more for the same reason", shown=len(sources) - _SHOWN))


def row(result: Imported) -> dict[str, Any]:
    counts = Counter(one.fate for one in result.receptions)
    messages = [
        {
            "context": one.key.msgctxt,
            "msgid": one.key.msgid,
            "fate": one.fate,
            "before": one.before,
            "after": one.after,
            "why": one.why,
        }
        for one in result.receptions
        if one.fate is not Fate.UNCHANGED or one.why
    ]
    return {"counts": {fate: counts[fate] for fate in Fate}, "comments": len(result.comments), "messages": messages}


def end(found: list[Reception], tag: str, *, dry_run: bool) -> None:
    """The next step, and the exit code. Raises typer.Exit for what a person must look at."""
    if any(one.why == UNSIGNED for one in found):
        say(_("To sign what the file calls reviewed, in your name: --reviewed"))
    if dry_run:
        say(_("Nothing was written."))
    else:
        next_step(f"l10n review {tag}", _("shows what waits"))
    if any(one.fate is Fate.CONFLICT for one in found):
        raise typer.Exit(5)
    if any(one.is_refused for one in found):
        raise typer.Exit(1)
