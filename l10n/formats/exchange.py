"""Every format that texts can travel in, by name: written and read as bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from io import BytesIO

from l10n.errors import InvalidInputError
from l10n.model.exchange import ExchangeFile

_VERSION = re.compile(rb"<(?:\w+:)?xliff\b[^>]*?\bversion\s*=\s*[\"']([\d.]+)", re.DOTALL)
_HEAD = 65_536
"""Bytes in which an XLIFF file says its version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write texts for another tool."""

    suffix: str
    module: str
    """Has `serialize(exchange) -> str | bytes` and `parse(file) -> list[ExchangeFile]`."""
    has_codes: bool = False
    """Whether it can mark what a translator must not change."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What else its `serialize` is told."""
    is_text: bool = True

    def write(self, exchange: ExchangeFile, *, codes: bool = True) -> bytes:
        """The file. Raises InvalidInputError for what the format cannot hold."""
        serialize: Callable[..., str | bytes] = import_module(f"l10n.formats.{self.module}").serialize
        data = serialize(exchange, **self.options, **({"codes": codes} if self.has_codes else {}))
        return data.encode() if isinstance(data, str) else data

    def read(self, data: bytes) -> list[ExchangeFile]:
        """What is in a file. Raises InvalidInputError for one of another format."""
        parse: Callable[[BytesIO], list[ExchangeFile]] = import_module(f"l10n.formats.{self.module}").parse
        return parse(BytesIO(data))


FORMATS = {
    "xliff": Format(suffix=".xlf", module="xliff2", has_codes=True),
    "xliff20": Format(suffix=".xlf", module="xliff2", has_codes=True, options={"version": "2.0"}),
    "xliff12": Format(suffix=".xlf", module="xliff1", has_codes=True),
    "csv": Format(suffix=".csv", module="table.csv"),
    "xlsx": Format(suffix=".xlsx", module="table.xlsx", is_text=False),
}


def read(data: bytes, *, suffix: str) -> list[ExchangeFile]:
    """What is in a file of whatever format: tables by their suffix, XLIFF by what it says of itself.

    Raises InvalidInputError for a file that is none of them.
    """
    if suffix == ".xlsx":
        return FORMATS["xlsx"].read(data)
    if suffix in (".csv", ".tsv", ".txt"):
        return FORMATS["csv"].read(data)
    version = _VERSION.search(data[:_HEAD].replace(b"\0", b""))  # it may be UTF-16
    if version is None:
        raise InvalidInputError(
            "not-an-exchange-file",
            "this is neither XLIFF nor a table.",
            hint="Known: .xlf, .xliff, .csv and .xlsx files.",
        )
    return FORMATS["xliff12" if version[1].startswith(b"1") else "xliff"].read(data)
