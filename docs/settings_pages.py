"""Writes docs/reference/settings.md and the JSON Schema of `l10n.toml` from l10n/settings/tables.py. Run by
`make docs`."""

from __future__ import annotations

import json
import sys
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).parent))

import docstrings

from l10n.settings import tables

DOCS = Path(__file__).parent
PAGE = DOCS / "reference" / "settings.md"
SCHEMA = DOCS / "schemas" / "l10n-toml.schema.json"
_TABLES: dict[str, type[msgspec.Struct]] = {
    "": tables.Settings,
    "[locales.<tag>]": tables.LocaleSettings,
    "[locales.<tag>.gate]": tables.GateSettings,
    "[site]": tables.SiteSettings,
    "[disclosure]": tables.DisclosureSettings,
    "[review]": tables.ReviewSettings,
    "[checks]": tables.ChecksSettings,
    "[engines.<name>]": tables.EngineSettings,
    "[adopted.<domain>]": tables.AdoptedSettings,
}
_HEAD = """\
# Settings

Everything that may stand in `l10n.toml`, written from the code that reads it by `make docs`. A key that is not here \
is refused, with its line and the nearest name.

An editor that knows [Taplo](https://taplo.tamasfe.dev) (Even Better TOML, for one) completes and checks the file as \
you type, if its first line names the [JSON Schema](../schemas/l10n-toml.schema.json), by a path or by an address:

```toml
#:schema ./l10n-toml.schema.json
```
"""


def pages() -> dict[Path, str]:
    """Path → text of the page and of the schema."""
    return {PAGE: _page(), SCHEMA: json.dumps(_schema(), indent=2, ensure_ascii=False) + "\n"}


def _page() -> str:
    parts = [_HEAD]
    for place, table in _TABLES.items():
        parts.append(f"## {f'`{place}`' if place else 'The file'}\n\n{_first_words(table)}")
        said = docstrings.of_fields(table)
        rows = [
            f"| `{field.name}` | {_kind(field.type)} | {_default(field)} | {_escaped(said[field.name])} |"
            for field in msgspec.structs.fields(table)
        ]
        parts.append("\n".join(["| key | holds | unless told | |", "|---|---|---|---|", *rows]))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _first_words(table: type[msgspec.Struct]) -> str:
    return " ".join((table.__doc__ or "").split())


def _kind(annotation: Any) -> str:
    """What a value is, in words: the names of an enumeration, a bounded number, a table."""
    return _named(msgspec.json.schema(annotation), msgspec.json.schema(annotation).get("$defs", {}))


def _named(schema: dict[str, Any], definitions: dict[str, Any]) -> str:
    if reference := schema.get("$ref"):
        return _named(definitions[reference.rpartition("/")[2]], definitions)
    if names := schema.get("enum"):
        return " ".join(f"`{name}`" for name in names)
    if several := schema.get("anyOf"):
        return " or ".join(dict.fromkeys(_named(one, definitions) for one in several if one != {"type": "null"}))
    kind = schema.get("type")
    if kind == "array":
        return f"list of {_named(schema['items'], definitions)}" if schema["items"].get("type") else "list"
    if kind == "object":
        inner = schema.get("additionalProperties")
        return f"table of {_named(inner, definitions)}" if isinstance(inner, dict) and "type" in inner else "table"
    bounds = [f"{schema[key]:g}" for key in ("minimum", "exclusiveMinimum", "maximum") if key in schema]
    words = {"string": "text", "boolean": "`true` or `false`", "integer": "whole number", "number": "number"}
    if len(bounds) == 2:
        return f"{words[str(kind)]}, {bounds[0]} to {bounds[1]}"
    return words[str(kind)] + (f", from {bounds[0]}" if "minimum" in schema else "")


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "must be there"
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    if isinstance(value, msgspec.Struct) or value in ({}, (), "", None):
        return ""
    return f"`{json.dumps(value.value if isinstance(value, Enum) else value)}`"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _schema() -> dict[str, Any]:
    """msgspec's own schema of the settings, with what the code says of each key."""
    schema = msgspec.json.schema(tables.Settings)
    for table in _TABLES.values():
        found = schema["$defs"][table.__name__]
        for name, said in docstrings.of_fields(table).items():
            if said:
                found["properties"][name]["description"] = said
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "l10n.toml: the settings of a project.",
        **schema,
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
