"""`l10n tm search`: what was made of texts like one, with the differences."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from l10n.commands import session
from l10n.commands.console import next_step, one_line, put, put_json, say
from l10n.commands.options import JsonOption, LocaleArgument
from l10n.commands.speech import _
from l10n.commands.word_marks import marked
from l10n.model.locale import canonical
from l10n.model.memory_unit import Languages
from l10n.segmentation.wording import pieces
from l10n.steps.match import LEAST, MOST, Match, match


def search(
    ctx: typer.Context,
    locale: LocaleArgument,
    text: Annotated[str, typer.Argument(help="The text to look for.", show_default=False)],
    role: Annotated[
        str, typer.Option(help="Its role, such as `heading`: matches of the same role come first.", show_default=False)
    ] = "",
    source: Annotated[
        str, typer.Option("--from", metavar="LOCALE", help="Its language; else the articles'.", show_default=False)
    ] = "",
    least: Annotated[float, typer.Option(metavar="PERCENT", min=30, max=100, help="The lowest score shown.")] = (
        LEAST * 100
    ),
    limit: Annotated[int, typer.Option(min=1, max=40, help="How many matches are shown.")] = MOST,
    as_json: JsonOption = False,
) -> None:
    """Show what was made of texts like this one, with the differences.

    The score is the share of letters that both texts have, less 10 points where a machine wrote the translation and
    nobody reviewed it, 3 for another role (1 where it is unknown), and 1 a year of age (5 at most). A text that is
    the same, in the same role, is a context match and comes first. Exit 1 where nothing is found.

    Example: l10n tm search nb "The harbour opened on Monday."
    """
    workspace = session.workspace(ctx)
    workspace.settings.locale(locale)
    languages = Languages(canonical(source or workspace.settings.article_language), canonical(locale))
    with session.memory(workspace) as memory:
        units = memory.alike(languages, text, least=least / 100)
    found = match(text, units, now=session.now(), role=role or None, least=least / 100, most=limit)
    if as_json:
        put_json("tm-search/1", {"text": text, "languages": [*languages], "matches": [_row(text, m) for m in found]})
    for one in () if as_json else found:
        _print(text, one)
    if not found:
        say(
            _(
                "Nothing {source} → {target} in the memory is {least:.0f} % alike.",
                source=languages.source,
                target=languages.target,
                least=least,
            )
        )
        next_step("l10n tm stats", _("what the memory holds"))
        raise typer.Exit(1)


def _row(text: str, found: Match) -> dict[str, Any]:
    unit = found.unit
    return {
        "score": round(found.score, 4),
        "similarity": round(found.similarity, 4),
        "context_match": found.is_context,
        "penalties": [{"why": why, "points": points} for why, points in found.penalties],
        "source": unit.source,
        "target": unit.target,
        "role": unit.role,
        "state": unit.state,
        "origin": str(unit.origin) if unit.origin else None,
        "at": unit.at or None,
        "file": unit.place,
        "words": [[piece.op, piece.text] for piece in pieces(unit.source, text)],
    }


def _print(text: str, found: Match) -> None:
    unit = found.unit
    shown = "context" if found.is_context else f"{found.score:.0%}"
    put(f"{shown:>7}  {one_line(unit.target)}")
    put(f"         {marked(pieces(unit.source, text))}")
    facts = [unit.state.value, *([f"by {unit.origin}"] if unit.origin else []), f"from {unit.place}"]
    less = [f"{why} −{points * 100:.0f}" for why, points in found.penalties]
    put(f"         {one_line('; '.join([*facts, *less]))}")
