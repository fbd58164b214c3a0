"""An article in Markdown with YAML front matter, as people write it and as `l10n ingest` does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from l10n.errors import InvalidInputError, UsageError
from l10n.formats.readers.markdown.plain_fields import UNFIT, Field, read_plainly
from l10n.model.article import Article, Card, Image
from l10n.model.locale import canonical
from l10n.segmentation.body import too_deep

_OPENS = re.compile(r"---[ \t]*(?=\n)")
_CLOSES = re.compile(r"\n---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"\s*# +(.+?)(?: +#+)? *(?:\n+|\Z)|\s*([^\n]+)\n=+ *(?:\n+|\Z)")
_TEXTS = ("title", "lang", "lead")
_PARTS: dict[str, type] = {"images": Image, "cards": Card}
_FLAGS = frozenset({"machine_made"})
_SWITCHES = {word: value for value, words in ((True, "true yes on"), (False, "false no off")) for word in words.split()}
_OURS = frozenset({*_TEXTS, *_PARTS, "badges"})


def parse(text: str, slug: str) -> Article:
    """The article. Without front matter, the first level-one heading is the title.

    Raises InvalidInputError, with the line, for front matter that does not fit, for an article without a title, for
    control characters, and for lists or quotes nested deeper than Markdown is read.
    """
    text = text.replace("\r\n", "\n")
    unfit = None if text.replace("\n", "").isprintable() else UNFIT.search(text)
    if unfit:
        line = text.count("\n", 0, unfit.start()) + 1
        raise InvalidInputError(
            "control-character", "the control character U+{code:04X} is in the text.", code=ord(unfit[0]), line=line
        )
    opening = _OPENS.match(text)
    closing = _CLOSES.search(text, opening.end()) if opening else None
    if text.startswith("---\n") and closing is None:
        raise InvalidInputError(
            "front-matter-open", "the front matter that opens here is never closed by `---`.", line=1
        )
    fields = _fields(text[opening.end() + 1 : closing.start() + 1]) if opening and closing else {}
    start = closing.end() if closing else 0
    if "title" not in fields:
        heading = _TITLE.match(text, start)
        if heading is None:
            raise InvalidInputError(
                "no-title", "the article has no title, neither as `title:` nor as a `# heading`.", line=1
            )
        words = heading[1] or heading[2]
        fields["title"] = Field(words.strip(), text.count("\n", 0, text.index(words, start)) + 1)
        start = heading.end()
    body = text[start:]
    deep = too_deep(body)
    if deep is not None:
        line = text.count("\n", 0, start) + deep
        raise InvalidInputError(
            "nested-too-deeply", "lists or quotes are nested too deeply here.", line=line, hint="Flatten them."
        )
    return _article(slug, fields, body)


def _fields(source: str) -> dict[str, Field]:
    fields = read_plainly(source, _OURS)
    if fields is None:
        from l10n.formats.readers.markdown.front_matter import read_front_matter  # it brings YAML along

        fields = read_front_matter(source, _OURS)
    return fields


def _article(slug: str, fields: dict[str, Field], body: str) -> Article:
    known: dict[str, Any] = {}
    for name in _TEXTS:
        field = fields.pop(name, Field("", 1))
        value, line = field.value, field.line
        if not isinstance(value, str):
            raise InvalidInputError(
                "front-matter-value", "`{name}` must be text, not {kind}.", name=name, kind=_kind(value), line=line
            )
        if any(char.isprintable() and not char.isspace() for char in value):
            known[name] = _language(value, line) if name == "lang" else value
        elif name == "title":
            raise InvalidInputError("no-title", "the title is empty.", line=line)
    for name, model in _PARTS.items():
        known[name] = tuple(_parts(model, fields.pop(name, Field("", 1)), name))
    badges = fields.pop("badges", Field("", 1))
    known["badges"] = _convert(badges.value or (), tuple[str, ...], "badges", badges.line)
    body = body.strip("\n")
    extra = {name: field.value for name, field in fields.items()}
    return Article(slug=slug, body=body + "\n" if body.strip() else "", extra=extra, **known)


def _parts(model: type, field: Field, name: str) -> Iterator[Any]:
    items, line = field
    if not isinstance(items or [], list):
        raise InvalidInputError(
            "front-matter-value", "`{name}` must be a list, not {kind}.", name=name, kind=_kind(items), line=line
        )
    for index, item in enumerate(items or ()):
        where = f"{name}[{index}]"
        if not isinstance(item, dict):
            raise InvalidInputError(
                "front-matter-value",
                "`{where}` must be `key: value` lines, not {kind}.",
                where=where,
                kind=_kind(item),
                line=line,
            )
        names = set(model.__dataclass_fields__)  # type: ignore[attr-defined]
        unknown = sorted(key for key in item if key not in names)
        if unknown:
            raise InvalidInputError(
                "front-matter-value",
                "`{where}` has the unknown key {unknown}.",
                where=where,
                unknown=", ".join(unknown),
                line=line,
            )
        # what is left empty is not there
        filled = {key: _flag(value) if key in _FLAGS else value for key, value in item.items() if value}
        part = _convert(filled, model, where, line)
        if isinstance(part, Card) and not (part.headline or part.summary or part.alt):
            raise InvalidInputError(
                "front-matter-value",
                "`{where}` has no text: neither headline, summary nor alt.",
                where=where,
                line=line,
            )
        yield part


def _language(tag: str, line: int) -> str:
    try:
        return canonical(tag)
    except UsageError as error:
        raise InvalidInputError.of(error, line=line) from None


def _convert(value: Any, kind: Any, where: str, line: int) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise InvalidInputError(
            "front-matter-value", "`{where}` does not fit: {error}.", where=where, error=error, line=line
        ) from None


def _flag(value: Any) -> Any:
    """`true` as YAML writes it in any of its ways; what is none of them is left for the error to show."""
    return _SWITCHES.get(value.lower(), value) if isinstance(value, str) else value


def _kind(value: Any) -> str:
    return "a list" if isinstance(value, list) else "`key: value` lines" if isinstance(value, dict) else "text"
