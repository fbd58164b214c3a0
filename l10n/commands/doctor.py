"""`l10n doctor`: which system programs are there, and what each missing one would add."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from l10n.commands.console import put, put_json, say
from l10n.commands.speech import _

# program or file → (its Debian packages, what it adds)
_HELPERS = {
    "msgfmt": ("gettext", "checks catalogs with GNU gettext's own tools in the tests"),
    "apertium": ("apertium", "drafts new texts by machine"),
    "/usr/share/apertium/modes/nob-nno.mode": ("apertium-nno-nob", "drafts Nynorsk from Bokmål"),
    "/usr/share/apertium/modes/nob-dan.mode": ("apertium-dan-nor", "drafts Danish from Bokmål"),
    "/usr/share/hunspell/nb_NO.dic": ("hunspell-no", "finds misspelt Norwegian words, with the extra `spelling`"),
    "ssh-keygen": ("openssh-client", "signs what a build wrote, and checks who signed what is pulled"),
    "chromium": ("chromium", "looks at the built pages in a real browser in the tests"),
}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Write what is there as JSON.")] = False,
) -> None:
    """Show which system programs are missing, and what each would add. None of them is needed.

    Example: l10n doctor
    """
    found = {name: _is_there(name) for name in _HELPERS}
    if as_json:
        rows = [
            {"program": Path(name).name, "found": there, "package": _HELPERS[name][0], "adds": _HELPERS[name][1]}
            for name, there in found.items()
        ]
        put_json("doctor/1", {"programs": rows})
        return
    missing = {_HELPERS[name] for name, there in found.items() if not there}
    if not missing:
        put(_("Every optional system program is there."))
        return
    put("Missing, and what it would add: " + "; ".join(f"{package} {adds}" for package, adds in sorted(missing)) + ".")
    say(
        _(
            "All goes on without. On Debian or Ubuntu: apt install {packages}",
            packages=" ".join(sorted((package for package, _ in missing))),
        )
    )


def _is_there(name: str) -> bool:
    return Path(name).exists() if name.startswith("/") else shutil.which(name) is not None
