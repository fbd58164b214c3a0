"""The public index of Argos packages, asked through Argos's own library."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path

from l10n.engines.argos_library import package_module
from l10n.engines.argos_packages import Package, install, version_numbers
from l10n.errors import EngineError

_TIMEOUT = 30.0
"""Seconds without an answer."""


def install_from_index(source: str, target: str) -> Package:
    """Download and install the newest package of a direction; languages by Argos's codes.

    Raises EngineError where the index cannot be reached, or has no such package.
    """
    module = package_module()
    logging.disable(logging.CRITICAL)  # the library logs what failed before it gives up; we say it in a sentence
    patience = socket.getdefaulttimeout()
    socket.setdefaulttimeout(_TIMEOUT)  # the library sets none, and would wait for ever
    try:
        module.update_package_index()
        index = Path(module.settings.local_package_index)
        available = module.get_available_packages() if index.is_file() else None
        if available is None:
            raise _unreachable(module.settings.remote_package_index)
        found = [package for package in available if (package.from_code, package.to_code) == (source, target)]
        if not found:
            into = sorted({package.from_code for package in available if package.to_code == target})
            raise EngineError(
                "argos-index-no-model",
                "The Argos index has no model from {source} to {target}.",
                source=source,
                target=target,
                into=", ".join(into) or "no language",
                hint="Into {target} there are models from: {into}.",
            )
        newest = max(found, key=lambda package: version_numbers(package.package_version))
        try:
            archive = newest.download()
        except Exception as error:  # the library raises bare Exception here
            raise _unreachable(str(error)) from None
    finally:
        logging.disable(logging.NOTSET)
        socket.setdefaulttimeout(patience)
    try:
        return install(Path(archive))
    finally:
        Path(archive).unlink(missing_ok=True)


def _unreachable(what: str) -> EngineError:
    index = os.environ.get("ARGOS_PACKAGE_INDEX", "")
    return EngineError(
        "argos-index-unreachable",
        "The Argos index cannot be reached ({what}).",
        what=what,
        advice="Get the .argosmodel file on another machine, and install it: l10n models install FILE"
        + (" (ARGOS_PACKAGE_INDEX is set; is it right?)" if index else ""),
        hint="{advice}",
    )
