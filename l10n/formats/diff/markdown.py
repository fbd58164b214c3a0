"""A comparison as a comment on a pull request: what matters most stands open, the rest is folded, and it fits."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import groupby

from l10n.formats.diff import words
from l10n.formats.diff.escaping import escaped
from l10n.formats.diff.rows import rows
from l10n.model.change import Change, Kind
from l10n.model.comparison import Comparison, EffortTotal
from l10n.model.finding import Finding
from l10n.segmentation.printable import one_line
from l10n.segmentation.wording import Op, Piece, visible

MARK = "<!-- l10n diff -->"
"""The first line: by it a job finds the comment that it wrote before."""
GITHUB, GITLAB = 65_536, 1_000_000
"""The most characters that a comment may have: GitHub's "body is too long (maximum is 65536 characters)"; GitLab Docs,
"Instance limits"."""
_MARKS = {Op.KEPT: ("", ""), Op.REMOVED: ("<del>", "</del>"), Op.ADDED: ("<ins><b>", "</b></ins>")}
_LONGEST = 1_500
"""Characters of one text that are shown; a page has room for all."""


def render(comparison: Comparison, *, most: int = GITHUB, is_all: bool = False) -> str:
    """The comment, at most `most` characters: the gravest changes first, then how many more there are.

    Classes after the first are folded. Typography is counted, and listed only with `is_all`.
    """
    shown = [change for change in comparison.changes if is_all or change.kind is not Kind.TYPOGRAPHY]
    head, foot = "\n".join(_head(comparison)), "\n".join(_foot(comparison))
    room = most - _length(head) - _length(foot) - 400  # for the folds, and for the sentence on what is left out
    blocks: list[tuple[Change, str]] = []
    for change in shown:
        block = _change(change)
        room -= _length(block) + 200 * (not blocks or blocks[-1][0].kind is not change.kind)
        if room < 0:
            break
        blocks.append((change, block))
    body = [line for kind, group in groupby(blocks, key=lambda one: one[0].kind) for line in _class(kind, list(group))]
    if left := len(shown) - len(blocks):
        body.append(f"**{words.plural(left, 'more change')}**, for which this comment has no room.\n")
    return "\n".join([head, *body, foot]).rstrip() + "\n"


def _length(text: str) -> int:
    """As the sites count, whichever way: a character beyond the first plane as two."""
    return len(text.encode("utf-16-le")) // 2


def _head(comparison: Comparison) -> Iterator[str]:
    yield MARK
    yield "### Translations\n"
    if not comparison.changes:
        yield "<p>No message changed.</p>\n"
    else:
        cells = [(kind, comparison.count(kind)) for kind in Kind if comparison.count(kind)]
        yield "| " + " | ".join(words.TITLES[kind] for kind, _ in cells) + " |"
        yield "|" + " --: |" * len(cells)
        yield (
            "| "
            + " | ".join(f"**{count:,}**" if kind is Kind.MEANING else f"{count:,}" for kind, count in cells)
            + " |\n"
        )
    sides = f"{_code(comparison.old)} → {_code(comparison.new)}"
    found = words.found(comparison)
    yield f"<p>{sides}{f' · checks: {found}' if found else ''}</p>\n"


def _class(kind: Kind, blocks: list[tuple[Change, str]]) -> Iterator[str]:
    title = f"{words.TITLES[kind]}: {words.EXPLAINED[kind]}"
    if kind is Kind.MEANING:
        yield f"#### {title}\n"
    else:
        yield f"<details>\n<summary><b>{title}</b> ({len(blocks):,})</summary>\n"
    for (locale, domain), group in groupby(blocks, key=lambda one: (one[0].locale, one[0].domain)):
        yield f"<p>{_code(locale)} {escaped(words.article(domain))}</p>\n"
        yield from (block for _, block in group)
    if kind is not Kind.MEANING:
        yield "</details>\n"


def _change(change: Change) -> str:
    """One table, in one HTML block: no line of it is blank."""
    lines = ["<table>"]
    role = escaped(change.key.msgctxt or "message")
    where = words.moved(change)
    lines.append(
        f'<tr><th align="left">{role}</th><td>{f"<b>{where}</b>" if where else words.EXPLAINED[change.kind]}</td></tr>'
    )
    for row in rows(change):
        note = " (by sentence)" if row.is_rewritten else ""
        lines.append(_row(f"{row.label}{note}", _woven(_clipped(row.shortened))))
    lines += (_row("facts", escaped(note)) for note in words.notes(change))
    lines.append(_row("who", escaped(words.passage(change))))
    lines += (_row("new finding", _finding(finding)) for finding in change.appeared)
    lines += (_row("finding gone", _finding(finding)) for finding in change.vanished)
    return "\n".join([*lines, "</table>\n"])


def _code(name: str) -> str:
    """A name as code, where the sites act upon nothing."""
    return f"<code>{html.escape(one_line(name))}</code>"


def _row(label: str, content: str) -> str:
    return f"<tr><td>{label}</td><td>{content}</td></tr>"


def _woven(pieces: Iterable[Piece]) -> str:
    """The pieces with their marks, a blank between what went and what came in its place."""
    told = ""
    for piece in pieces:
        before, after = _MARKS[piece.op]
        told += " " * (piece.op is Op.ADDED and told.endswith("</del>"))
        told += f"{before}{escaped(visible(piece))}{after}"
    return told


def _clipped(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    room = _LONGEST
    for piece in pieces:
        if room <= 0:
            yield Piece(Op.KEPT, " …")
            return
        yield piece if len(piece.text) <= room else Piece(piece.op, piece.text[:room] + "…")
        room -= len(piece.text)


def _finding(finding: Finding) -> str:
    return f"<b>{finding.severity}</b> {escaped(finding.check)}: {escaped(finding.message)}"


def _foot(comparison: Comparison) -> Iterator[str]:
    if folded := comparison.count(Kind.TYPOGRAPHY):
        yield f"<p>{words.plural(folded, 'change')} of typography counted, not listed.</p>\n"
    for moved in comparison.moved[:20]:
        old, new = (escaped(words.article(domain)) for domain in (moved.old, moved.new))
        yield f"<p>{_code(moved.locale)} {old} is {new} now.</p>\n"
    if comparison.efforts:
        yield "<details>\n<summary><b>Post-edit effort</b>: the machine's words against the final text</summary>\n"
        yield "<table>"
        yield "<tr><th></th><th>texts</th><th>untouched</th><th>edits</th><th>per word</th><th>chrF</th></tr>"
        yield from map(_effort, comparison.efforts[:20])
        yield "</table>\n\n</details>\n"


def _effort(total: EffortTotal) -> str:
    cells = (f"{total.texts:,}", f"{total.untouched:,}", f"{total.edits:,}", f"{total.rate:.2f}", f"{total.chrf:.1f}")
    return (
        f"<tr><td>{escaped(total.engine or total.person)}</td>"
        + "".join(f'<td align="right">{cell}</td>' for cell in cells)
        + "</tr>"
    )
