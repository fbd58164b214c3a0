"""One message on the screen: as much of what is known of it as fits, the text itself always."""

from __future__ import annotations

import shutil
from collections.abc import Iterable

from l10n.commands.console import is_dumb
from l10n.commands.review.facts import Facts
from l10n.commands.review.keys import KEYS, Key, hints
from l10n.commands.review.layout import Span, columns, fitted, painted, shown, wrapped
from l10n.commands.review.sections import Section, View, sections
from l10n.commands.speech import _, translated

_WIDEST, _NARROWEST = 80, 30
_LABEL = 9
_ENDLESS = 10_000


def rows_and_width() -> tuple[int, int]:
    """The room there is: never more than 80 columns wide; as high as need be, where there is no screen."""
    size = shutil.get_terminal_size((_WIDEST, 24))
    return _ENDLESS if is_dumb() else max(8, size.lines), max(_NARROWEST, min(_WIDEST, size.columns))


def message_screen(facts: Facts, view: View) -> list[str]:
    """The lines of the screen, none wider than the terminal."""
    rows, width = rows_and_width()
    head = _head(facts, view, width)
    notice = wrapped([Span(shown(view.notice), "yellow")], width) if view.notice else []
    all_keys = _key_lines(hints(facts, has_unsaved=True, is_cut=True), width)
    room = _ENDLESS if view.shows_all else rows - len(head) - len(notice) - len(all_keys) - 2
    body, is_cut = _body(list(sections(facts, view, width - _LABEL)), width, room)
    keys = hints(facts, has_unsaved=view.unsaved is not None, is_cut=is_cut, shows_all=view.shows_all)
    foot = [[Span("─" * width, "dim")], *notice, *_key_lines(keys, width)]
    return [painted(line) for line in [*head, *body, *foot]]


def help_screen() -> list[str]:
    """Every key, explained."""
    width = rows_and_width()[1]
    lines: list[list[Span]] = [[Span(_("Keys"), "bold")], []]
    for key in KEYS:
        for at, line in enumerate(wrapped([Span(translated(key.does))], width - 6)):
            lines.append([Span(f"  {key.key if at == 0 else ' '}   ", "bold"), *line])
    lines += [[], *wrapped([Span(_("Everything is saved at once. Capitals do nothing. Any key goes back."))], width)]
    return [painted(line) for line in lines]


def _head(facts: Facts, view: View, width: int) -> list[list[Span]]:
    where = " · ".join(shown(part) for part in (facts.locale, facts.place.name, facts.message.msgctxt or "") if part)
    where = fitted(where, width - columns(view.position) - 2)
    gap = " " * (width - columns(where) - columns(view.position))
    origin = _(", from {origin}", origin=facts.standing.origin) if facts.standing.origin else ""
    signed = facts.standing.record.by if facts.standing.is_untouched else None
    by = _(", signed {by}", by=signed) if signed else ""
    kept = _(", {percent} % of it the machine's", percent=int(facts.machine.ratio * 100)) if facts.machine else ""
    unsure = _("; the machine was less sure of it than of four in five of its texts") if facts.is_unsure else ""
    state = f"{translated(facts.standing.state)}{origin}{kept}{by}{unsure}"
    return [
        [Span(where, "bold"), Span(gap), Span(view.position, "dim")],
        *wrapped([Span(shown(state))], width),
        [Span("─" * width, "dim")],
    ]


def _body(parts: list[Section], width: int, room: int) -> tuple[list[list[Span]], bool]:
    """The sections in lines; and whether anything was cut to make them fit."""
    blocks = [[line for text in one.texts for line in wrapped(text, width - _LABEL)] for one in parts]
    is_cut = False
    ranks = sorted({one.rank for one in parts if one.rank}, reverse=True)
    for rank in ranks:
        for at, one in enumerate(parts):
            over = sum(map(len, blocks)) - room
            if one.rank == rank and len(blocks[at]) > 1 and over > 0:
                blocks[at] = _cut(blocks[at], max(1, len(blocks[at]) - over), width - _LABEL)
                is_cut = True
    lines = []
    for one, block in zip(parts, blocks, strict=True):
        for at, line in enumerate(block):
            label = fitted(translated(one.label), _LABEL - 1) if at == 0 else ""
            lines.append([Span(label.ljust(_LABEL), "blue"), *line])
    return lines, is_cut


def _cut(block: list[list[Span]], most: int, width: int) -> list[list[Span]]:
    """The first lines of a block, and `…` for the rest."""
    last = block[most - 1]
    text = fitted("".join(span.text for span in last), width - 2)
    return [*block[: most - 1], [Span(text if text.endswith("…") else f"{text} …", last[0].style if last else "")]]


def _key_lines(keys: Iterable[Key], width: int) -> list[list[Span]]:
    """`a approve  e edit …`, no key parted from its word."""
    lines: list[list[Span]] = [[]]
    used = 0
    for key in keys:
        word = translated(key.word)
        size = len(f"{key.key} {word}  ")
        if used + size - 2 > width:
            lines.append([])
            used = 0
        lines[-1] += [Span(key.key, "bold"), Span(f" {word}  ")]
        used += size
    for line in lines:
        line[-1] = Span(line[-1].text.rstrip(), line[-1].style)
    return lines
