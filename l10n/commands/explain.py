"""`l10n explain`: what an error means, and what to do about it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated

import typer

from l10n.commands import completing
from l10n.commands.console import put, put_json, styled
from l10n.commands.speech import _, translated
from l10n.errors import UsageError


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[ID]",
            help="The id that stands after an error; without it, all of them.",
            autocompletion=completing.errors,
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON (schema l10n/explain/1).")] = False,
) -> None:
    """Explain an error: what has happened, and what to do.

    Every error ends with an id in brackets.

    Example: l10n explain no-project
    """  # fmt: skip
    known = explanations()
    if name and name.strip("[]") not in known:
        raise UsageError(
            "no-such-error",
            "There is no error {name!r}.",
            name=name,
            hint="l10n explain lists all of them.",
        )
    wanted = [name.strip("[]")] if name else sorted(known)
    if as_json:
        rows = [{"id": one, "what": known[one]["what"], "todo": known[one]["todo"]} for one in wanted]
        put_json("explain/1", {"errors": rows})
    elif name:
        one = known[wanted[0]]
        put(styled(wanted[0], "bold"))
        put(f"{translated(one['what'])}\n\n{_('What to do:')} {translated(one['todo'])}")
    else:
        for one_id in wanted:
            put(f"{one_id:26}  {translated(known[one_id]['what']).partition('. ')[0].rstrip('.')}.")


@cache
def explanations() -> dict[str, dict[str, str]]:
    """id → `what` has happened and what there is `todo`."""
    import tomllib

    found: dict[str, dict[str, str]] = tomllib.loads((files("l10n") / "commands" / "explained.toml").read_text("utf-8"))
    return found


def advice(error_id: str) -> str:
    """What to do about an error that does not say so itself."""
    entry = explanations().get(error_id)
    return translated(entry["todo"]) if entry else ""
