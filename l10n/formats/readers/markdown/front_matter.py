"""YAML front matter, read as what its author typed: `lang: no` is a language and `title: 1984` a title."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import yaml

from l10n.errors import InvalidInputError
from l10n.formats.readers.markdown.plain_fields import FIRST_LINE as _FIRST_LINE
from l10n.formats.readers.markdown.plain_fields import UNFIT, Field

_DEPTH = 4
"""A text in the badges of one of the cards. With aliases, a short file can hold a tree of any size: it ends here."""
_NULL = "tag:yaml.org,2002:null"


def read_front_matter(source: str, ours: Collection[str]) -> dict[str, Field]:
    """The fields by name. Scalars of `ours` are text at every depth, empty for null; others are what YAML makes of
    them. Raises InvalidInputError, with the line, for what is no YAML mapping and for a key that is there twice."""
    try:
        loader = yaml.SafeLoader(source)
        root = loader.get_single_node()
        if root is None:
            return {}
        if not isinstance(root, yaml.MappingNode):
            raise InvalidInputError(
                "front-matter-yaml", "the front matter is not a list of `key: value` lines.", line=_FIRST_LINE
            )
        _check_keys(root, set())
        return {
            key.value: Field(_text(value) if key.value in ours else _value(loader, value), _line(key))
            for key, value in _pairs(root)
        }
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + _FIRST_LINE if error.problem_mark else 1
        raise InvalidInputError(
            "front-matter-yaml", "the front matter is not valid YAML: {problem}.", problem=error.problem, line=line
        ) from None
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + _FIRST_LINE
        raise InvalidInputError(
            "front-matter-yaml", "the front matter is not valid YAML: {reason}.", reason=error.reason, line=line
        ) from None
    except RecursionError:
        raise InvalidInputError(
            "nested-too-deeply", "the front matter is nested too deeply.", line=_FIRST_LINE
        ) from None


def _check_keys(node: yaml.Node, seen: set[int]) -> None:
    """Raises InvalidInputError for a key that stands twice in one mapping: YAML would silently drop the first."""
    if id(node) in seen:  # an alias leads here again
        return
    seen.add(id(node))
    names: set[str] = set()
    for key, _ in _pairs(node):
        if key.value in names:
            raise InvalidInputError(
                "front-matter-key", "the key `{value}` is there twice.", value=key.value, line=_line(key)
            )
        names.add(key.value)
    for child in _children(node):
        _check_keys(child, seen)


def _pairs(node: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if not isinstance(key, yaml.ScalarNode):
            raise InvalidInputError(
                "front-matter-key", "a key is a list or has keys itself; it must be a word.", line=_line(key)
            )
        yield key, value


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from pair
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _text(node: yaml.Node, depth: int = 1) -> Any:
    """The value with every scalar as its text, without the white space around it."""
    if depth > _DEPTH:
        raise InvalidInputError("nested-too-deeply", "this is nested too deeply.", line=_line(node))
    if isinstance(node, yaml.MappingNode):
        return {key.value: _text(value, depth + 1) for key, value in _pairs(node)}
    if isinstance(node, yaml.SequenceNode):
        return [_text(item, depth + 1) for item in node.value]
    if node.tag == _NULL:
        return ""
    unfit = UNFIT.search(node.value)  # an escape in quotes can make one that the file itself does not hold
    if unfit:
        raise InvalidInputError(
            "control-character", "U+{code:04X} is no character of a text.", code=ord(unfit[0]), line=_line(node)
        )
    return node.value.strip()


def _value(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    try:
        return loader.construct_object(node, deep=True)
    except ValueError as error:  # `2026-13-45` looks like a date, and is none
        raise InvalidInputError(
            "front-matter-value",
            "this value cannot be read ({error}); put it in quotes.",
            error=error,
            line=_line(node),
        ) from None


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + _FIRST_LINE
