"""How kinds of words are written down: one kind a block, one member a line, in plain text.

    # doctors and nurses
    doctor+ physician+ | lege+ | doktor+ Dr
    nurse+             | sykepleier+ | søster~ | sister+

A member's English words, what says it in the translation, what may stand for it as well but accuses nobody when it
stands alone, and English words that explain it when it stands there: of these the last two may be left out.

- A kind begins with `#` and its name; with `##` where its members are contraries, which a “not” turns round; with
  `#-` where they are no rivals at all, but words whose translation is known.
- `- first lady` are English phrases that name nothing: their words are not looked at.
- `! ikke uten` are words that silence a kind wherever they stand in the translation.
- `_` stands for a blank. English `nurse+` has a plural and a genitive, `open&` the forms of a regular verb.
- A Norwegian word with `+` takes the endings of nouns and adjectives, with `~` anything, also in front. What says a
  member shows it within any compound, too, unless `=` stands before it: “ulovlig” is not “lovlig”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

ENDINGS = frozenset(
    ending + genitive
    for ending in ("", "e", "en", "n", "et", "t", "a", "er", "r", "ene", "ne", "em")
    for genitive in ("", "s")
)
"""Of nouns and adjectives; which of them a word takes does not matter, as the others are no words."""
_SHORTEST = 3
"""Letters of a word that is looked for within compounds."""


class Entry(NamedTuple):
    """A Norwegian word of the table, and what may stand around it."""

    stem: str
    is_first: bool
    """Nothing stands before it."""
    ending: str
    """`` for nothing behind it, `+` for an ending, `~` for anything."""

    def fits(self, token: str, start: int, end: int) -> bool:
        """Does it, found at this place of a token, say what the entry means?"""
        if self.is_first and start:
            return False
        return self.ending == "~" or end == len(token) or (self.ending == "+" and token[end:] in ENDINGS)


class Member(NamedTuple):
    """One of its kind, as a line has it."""

    english: tuple[str, ...]
    says: tuple[Entry, ...]
    shows: tuple[Entry, ...]
    explained_by: tuple[str, ...]


class Kind(NamedTuple):
    """Words of which a sentence means one."""

    name: str
    mark: str
    """`#`, `##` or `#-`."""
    members: list[Member]
    silencers: list[str]
    idioms: list[str]


def kinds(lines: Iterable[str]) -> Iterator[Kind]:
    """All kinds of a file, in its order. A line that is no notation raises ValueError: the files are our own."""
    kind: Kind | None = None
    for line in lines:
        text = line.strip()
        if text.startswith("#"):
            if kind is not None:
                yield kind
            mark, _, name = text.partition(" ")
            kind = Kind(name, mark, [], [], [])
        elif text and kind is None:
            raise ValueError(f"no kind yet: {text}")
        elif text.startswith("-") and kind is not None:
            kind.idioms.extend(phrase.strip() for phrase in text[1:].split(","))
        elif text.startswith("!") and kind is not None:
            kind.silencers.extend(text[1:].split())
        elif text and kind is not None:
            kind.members.append(_member(text))
    if kind is not None:
        yield kind


def _member(text: str) -> Member:
    columns: list[list[str]] = [part.split() for part in text.split("|")]
    english, says, shows, explained = (*columns, [], [])[:4]
    direct = tuple(_entry(word.removeprefix("=")) for word in says)
    within = tuple(
        Entry(entry.stem, False, "~")
        for word, entry in zip(says, direct, strict=True)
        if not word.startswith("=") and len(entry.stem) >= _SHORTEST and " " not in entry.stem
    )
    return Member(
        tuple(form for word in english for form in _forms(word)),
        direct,
        (*within, *map(_entry, shows)),
        tuple(form for word in explained for form in _forms(word)),
    )


def _entry(word: str) -> Entry:
    stem = word.lstrip("~")
    ending = stem[-1] if stem[-1] in "+~" else ""
    return Entry(stem.rstrip("+~").replace("_", " "), stem == word, ending)


def _forms(word: str) -> tuple[str, ...]:
    """`nurse+`: nurse, nurses, nurse's; `open&`: open, opens, opened, opening."""
    stem, mark = word[:-1].replace("_", " "), word[-1]
    if mark == "+":
        return (stem, _with_s(stem), f"{stem}'s", f"{stem}’s")
    if mark == "&":
        return (stem, _with_s(stem), _past(stem), f"{stem.removesuffix('e') if stem[-2:] != 'ee' else stem}ing")
    return (word.replace("_", " "),)


def _with_s(stem: str) -> str:
    if stem.endswith(("s", "x", "z", "ch", "sh")):
        return f"{stem}es"
    if stem.endswith("y") and stem[-2:-1] not in tuple("aeiou"):
        return f"{stem[:-1]}ies"
    return f"{stem}s"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    if stem.endswith("y") and stem[-2:-1] not in tuple("aeiou"):
        return f"{stem[:-1]}ied"
    return f"{stem}ed"
