"""Writes docs/reference/licences.md: what an installation brings along, and on what terms, asked of the packages
themselves. Run by `make docs`; `make licences` fails for terms that nobody has agreed to."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

DOCS = Path(__file__).parent
PAGE = DOCS / "reference" / "licences.md"
_PROJECT = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_FOR_DEVELOPERS = {"build", "docs", "test"}
"""Extras that no user installs."""
_PERMISSIVE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "PSF-2.0"}
ALLOWED = frozenset({*_PERMISSIVE, "Zlib", "MPL-1.1", "MPL-2.0"})
AGREED = {
    "minisbd": (
        "AGPL-3.0",
        "the extra `argos` installs it with Argos Translate's library; l10n neither imports nor changes it",
    ),
    "psycopg": ("LGPL-3.0-only", "the extra `postgresql` imports it as it is"),
    "psycopg-binary": ("LGPL-3.0-only", "the extra `postgresql` imports it as it is"),
}
"""Package → terms beyond `ALLOWED` that an extra may have, and why. Nothing of this kind is ever required."""
_IN_WORDS = (
    (r"MIT.*MPL 1\.1", "MIT AND MPL-1.1"), (r"affero|AGPL", "AGPL-3.0"), (r"LGPL|lesser general", "LGPL-3.0"),
    (r"MPL-2\.0 AND MIT", "MPL-2.0 AND MIT"), (r"apache", "Apache-2.0"), (r"MPL|mozilla", "MPL-2.0"),
    (r"ISC", "ISC"), (r"python software|PSF", "PSF-2.0"), (r"BSD.?2|2.clause", "BSD-2-Clause"),
    (r"BSD", "BSD-3-Clause"), (r"MIT", "MIT"), (r"GPL|general public", "GPL"),
)  # fmt: skip
"""What packages write where they do not write an SPDX expression; the first that fits."""
_HEAD = """\
# Licences

l10n itself is under the [MIT licence](https://spdx.org/licenses/MIT.html). What an installation brings along is under \
the terms below, as the packages themselves say, written by `make docs`. A test refuses terms that are not \
permissive, or share alike file by file (MPL), in what everyone must install; what an extra may have beyond that is \
said with its reason.
"""


def licence(package: str) -> str:
    """SPDX, from what a package says of itself; `unknown` where it says nothing."""
    said = distribution(package).metadata
    if expression := said.get("License-Expression"):
        return str(expression)
    classified = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or [] if one.startswith("License ::")]
    written = (said.get("License") or "").partition("\n")[0].strip()
    for text in (written, *classified):
        for pattern, name in _IN_WORDS:
            if re.search(pattern, text, re.IGNORECASE):
                return name
    return "unknown"


def brought_by(requirements: list[str]) -> list[str]:
    """All packages that these install here, sorted. Raises PackageNotFoundError for one that is not installed."""
    found: set[str] = set()
    waiting = [Requirement(one) for one in requirements]
    while waiting:
        wanted = waiting.pop()
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        extras = wanted.extras or {""}
        if name not in found:
            found.add(name)
            more = map(Requirement, distribution(name).requires or [])
            waiting += [one for one in more if not one.marker or any(one.marker.evaluate({"extra": e}) for e in extras)]
    return sorted(found)


def parts() -> dict[str, list[str]]:
    """What everyone installs, then what each extra adds to it."""
    base = brought_by(_PROJECT["dependencies"])
    extras = {name: wanted for name, wanted in _PROJECT["optional-dependencies"].items() if name not in _FOR_DEVELOPERS}
    return {"": base} | {name: sorted({*brought_by(wanted)} - {*base}) for name, wanted in extras.items()}


def faults(found: dict[str, list[str]]) -> Iterator[str]:
    """One sentence for each package whose terms nobody has agreed to."""
    for extra, packages in found.items():
        for package in packages:
            terms = licence(package)
            is_agreed = extra and AGREED.get(package, ("",))[0] == terms
            if not is_agreed and not set(re.split(r" (?:AND|OR) ", terms)) <= ALLOWED:
                yield f"{package}, {f'of the extra {extra}' if extra else 'which everyone installs'}, is under {terms}."


def pages() -> dict[Path, str]:
    """Path → text of the page."""
    sections = [_HEAD]
    for extra, packages in parts().items():
        sections.append(f"## {f'The extra `{extra}`' if extra else 'What everyone installs'}")
        rows = [f"| {package} | {licence(package)} | {AGREED.get(package, ('', ''))[1]} |" for package in packages]
        sections.append("\n".join(["| package | licence | |", "|---|---|---|", *rows]))
    sections.append(
        "## Files of others in the package\n\n| file | licence |\n|---|---|\n| htmx.min.js | 0BSD, "
        "beside it as htmx.LICENSE |"
    )
    return {PAGE: "\n\n".join(part.strip("\n") for part in sections) + "\n"}


if __name__ == "__main__":
    try:
        wrong = list(faults(parts()))
        PAGE.write_text(pages()[PAGE], encoding="utf-8")
    except PackageNotFoundError as missing:
        sys.exit(f"{missing.name} is not installed here; it is with `make test`.")
    if wrong:
        sys.exit("\n".join(wrong))
