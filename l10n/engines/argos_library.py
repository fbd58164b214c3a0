"""Argos Translate's own library, brought in without its side effects.

`argostranslate.translate` is never imported: it loads a sentence splitter that writes telemetry and downloads
models. `argostranslate.package` is enough to read packages and to ask the index for them.
"""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from l10n.errors import EngineError

_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")
"""Where the library makes folders as soon as it is imported."""


def models_folder() -> Path:
    """Where models lie: $ARGOS_PACKAGES_DIR (shared with Argos itself), else l10n's folder in the user's data.

    It may not exist yet: only an installation makes it.
    """
    named = os.environ.get("ARGOS_PACKAGES_DIR")
    if named:
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "l10n" / "models"


@lru_cache(maxsize=1)
def package_module() -> Any:
    """`argostranslate.package`. What it writes goes to a scratch folder that is gone when the program ends.

    The index is at ARGOS_PACKAGE_INDEX, where that is set. Raises EngineError where the library is not installed: it
    is an extra.
    """
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    before = {name: os.environ.get(name) for name in _FOLDERS}
    os.environ.update(dict.fromkeys(_FOLDERS, _scratch().name))
    try:
        from argostranslate import package
    except ImportError:
        raise EngineError(
            "argos-missing", "Argos Translate is not installed here.", hint='Install it: pip install "l10n[argos]"'
        ) from None
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
    return package


@lru_cache(maxsize=1)
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="l10n-argos-")
