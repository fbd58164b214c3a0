"""po4a.cfg, as far as it says where catalogs lie: man 1 po4a, "Specifying the paths"."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"\[(\w+)[^\]]*\]\s*(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Po4aPaths:
    """Paths as po4a has them from the folder it runs in; `{locale}` and `{domain}` stand for $lang and $master."""

    template: str = ""
    catalogs: tuple[str, ...] = ()
    """Patterns; more than one where the languages lie in different places."""
    directory: str = ""
    """A folder of `<lang>.po` files and one .pot, in the older `[po_directory]` form."""


def parse(text: str) -> Po4aPaths:
    """What a configuration says of its catalogs; nothing where it says nothing."""
    directory = ""
    for name, words in _sections(text):
        if name == "po_directory" and words:
            directory = words[0].strip("/")
        if name == "po4a_paths" and words:
            pairs = [word.partition(":")[::2] for word in words[1:] if ":" in word]
            patterns = dict.fromkeys(_pattern(lang, path) for lang, path in pairs)
            return Po4aPaths(template=_with_fields(words[0]), catalogs=tuple(patterns))
    return Po4aPaths(directory=directory)


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each `[name] words`, on lines joined by backslashes; what does not parse as words has none."""
    for line in re.sub(r"\\\r?\n", " ", text).splitlines():
        if match := _HEADING.match(line.strip()):
            try:
                yield match[1], shlex.split(match[2], comments=True)
            except ValueError:
                yield match[1], []


def _pattern(lang: str, path: str) -> str:
    if lang == "$lang":
        return _with_fields(path)
    return re.sub(rf"(?<![A-Za-z]){re.escape(lang)}(?![A-Za-z])", "{locale}", _with_fields(path))


def _with_fields(path: str) -> str:
    return re.sub(r"\$\{?lang\}?", "{locale}", re.sub(r"\$\{?master\}?", "{domain}", path))
