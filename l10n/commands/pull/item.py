"""What a pull says of one catalog or bundle."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One catalog or bundle: whether it is delivered, and why."""

    locale: str
    name: str
    delivered: bool
    reason: str
    files: tuple[str, ...] = ()
