"""What an adopted domain is called: its own name, behind that of the folder it belongs to."""

from __future__ import annotations

import re


def named(folder: str, domain: str) -> str:
    """`blog/django` for the domain django of the folder blog; names that l10n.toml cannot have are mended."""
    steps = [step for step in (*folder.split("/"), *domain.split("/")) if step]
    return "/".join(re.sub(r"[^A-Za-z0-9_.+@-]", "-", step).lstrip(".+@-") or "catalogs" for step in steps)
