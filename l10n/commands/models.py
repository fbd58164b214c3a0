"""`l10n models`: the machine translation models on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands.console import next_step, plural, put, put_json, say, table
from l10n.commands.speech import _
from l10n.engines import argos_packages
from l10n.engines.argos_library import models_folder
from l10n.errors import UsageError

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Install and list the machine translation models.\n\n"
    "Models are Argos packages; they serve every project of this user. They lie in the folder that "
    "ARGOS_PACKAGES_DIR names, else in l10n/models in the user's data folder.",
)

_JsonOption = Annotated[bool, typer.Option("--json", help="Write the result as JSON.")]


@app.command("list")
def list_models(as_json: _JsonOption = False) -> None:
    """List the models that are installed.

    Example: l10n models list
    """
    packages = argos_packages.installed()
    folder = str(models_folder())
    if as_json:
        rows = [{"source": p.source, "target": p.target, "version": p.version, "path": str(p.path)} for p in packages]
        put_json("models/1", {"folder": folder, "models": rows})
        return
    say(_("{models} in {folder}.", models=plural(len(packages), "model"), folder=folder))
    if packages:
        for line in table(["from", "to", "version"], [[p.source, p.target, p.version] for p in packages]):
            put(line)
        next_step("l10n models verify")
    else:
        next_step("l10n models install en nb", _("or a file: l10n models install FILE.argosmodel"))


@app.command()
def install(
    what: Annotated[
        list[str],
        typer.Argument(help="An .argosmodel file; or two languages, for example: en nb.", metavar="FILE|FROM TO"),
    ],
) -> None:
    """Install a model from a file, or from the Argos index.

    A file is checked before it is unpacked, and the hashes of all it holds are kept for `l10n models verify`.

    Example: l10n models install translate-en_nb-1_9.argosmodel
    """  # fmt: skip
    if len(what) == 1 and (what[0].endswith(".argosmodel") or Path(what[0]).exists()):
        package = argos_packages.install(Path(what[0]))
    elif len(what) == 2:
        from l10n.engines.argos_index import install_from_index

        package = install_from_index(*what)
    else:
        raise UsageError(
            "not-a-model",
            "{what!r} is neither an .argosmodel file nor two languages.",
            what=" ".join(what),
            hint="Write `l10n models install FILE.argosmodel` or `l10n models install en nb`.",
        )
    say(
        _(
            "Installed the model {name} {version} in {path}.",
            name=package.name,
            version=package.version,
            path=package.path,
        )
    )
    next_step("l10n draft", _('where l10n.toml says engine = "argos" for {target}', target=package.target))


@app.command()
def remove(
    source: Annotated[str, typer.Argument(help="The language it translates from.", metavar="FROM")],
    target: Annotated[str, typer.Argument(help="The language it translates to.", metavar="TO")],
) -> None:
    """Delete a model.

    Example: l10n models remove en nb
    """
    for package in argos_packages.remove(source, target):
        say(
            _(
                "Removed the model {name} {version} from {parent}.",
                name=package.name,
                version=package.version,
                parent=package.path.parent,
            )
        )
    next_step("l10n models list")


@app.command()
def verify(as_json: _JsonOption = False) -> None:
    """Check every model against the hashes of its installation; exit 1 where one has changed.

    Example: l10n models verify
    """
    packages = argos_packages.installed()
    faults = [fault for package in packages for fault in argos_packages.verify(package)]
    if as_json:
        put_json("models-verify/1", {"models": [package.name for package in packages], "faults": faults})
    for fault in faults:
        say(fault)
    if faults:
        next_step("l10n models install FILE.argosmodel", _("installs a sound copy over it"))
        raise typer.Exit(1)
    say(_("{models} as installed.", models=plural(len(packages), "model")))
    next_step("l10n draft" if packages else "l10n models install en nb")
