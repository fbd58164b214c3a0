"""What no translation may change: placeholders, markup, addresses, code. Found, masked, put back, compared.

masked = mask(text, find(text), form);  unmask(masked, masked.text) == text            (law 9)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

Form = Callable[[int], str]
"""How a model's mask for the n-th span is written: `"{%d}".__mod__`. Its last character is no digit."""


class Kind(StrEnum):
    ATOM = "atom"
    """Stands for a word: `{name}`, `%s`, an address, a code span, a tag without a partner."""
    OPEN = "open"
    """The first half of markup around words: `**`, `[`, `<b>`."""
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Protected:
    """A span that must come through unchanged."""

    start: int
    end: int
    kind: Kind
    partner: int = -1
    """For markup, the index of its other half in the list that `find` gave."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with masks in it, and what they stand for."""

    text: str
    masks: tuple[str, ...]
    originals: tuple[str, ...]


# The first alternative that matches at a place wins, so that what holds others stands first.
_TOKEN = re.compile(
    r"""
    (?P<code>(?<!`)(?P<ticks>`++).{1,400}?(?<!`)(?P=ticks)(?!`))
  | (?P<autolink><(?:https?://|mailto:)[^<>\s]+>)
  | (?P<link>\]\((?:[^()\\\s]|\\.|\([^()\s]*\))*(?:\s+"[^"\n]*")?\))            # ](target "title")
  | (?P<field>\[\[[^\[\]\n]{1,80}\]\](?![\[(]))
  | (?P<bracket>!?\[)
  | (?P<tag></?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*|/)?>)
  | (?P<comment><!--.{0,400}?-->)
  | (?P<url>(?:(?:https?|ftp)://|www\.)[^\s<>"'«»“”‘’)\]]*[^\s<>"'«»“”‘’)\].,;:!?…*_])
  | (?P<mail>(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+)
  | (?P<path>(?<![\w/.<~])(?:~|\.\.?)?/[\w.@-]+/[\w.@/-]*[\w/]|(?<![\w\\])[A-Za-z]:\\[^\s<>|"*?]*[\w\\])
  | (?P<file>(?<![\w/.@-])(?:[\w-]+[/.])*[\w-]+\.(?:css|csv|docx?|exe|gif|gz|html?|ini|jpe?g|js|json|log|md|mo
        |mp[34]|pdf|png|pot?|pptx?|py|sh|sql|svg|tar|toml|tsv|txt|webp|xlsx?|xml|ya?ml|zip)(?!\w))
  | (?P<host>(?<![\w/.@-])(?:[a-z0-9-]+\.)+(?:com|org|net|no|dk|se|eu|io|example)(?![\w-])(?:/[\w./?=&%-]*[\w/])?)
  | (?P<shortcode>(?<![\w:])(?::[a-z0-9_+-]+:)+(?![\w:])|(?<![^\s(«"]):[a-z]\w*+(?!:))  # :smile:, :name
  | (?P<percent>(?<![\w%])%[^\W\d]\w*%(?![\w%]))
  | (?P<python>%\(\w+\)[#0+-]*\d*(?:\.\d+)?[a-zA-Z])
  | (?P<printf>%(?:\d+\$)?[#0+-]*\d*(?:\.\d+)?(?:hh?|ll?|[zjt])?[sdiufFeEgGxXoucrp@](?!\w)|%%|%\d+(?!\w)
      |(?<![\w%])(?<!\d\s)%(?:\d+\$)?[sd](?=[^\W\d_]{1,2}(?!\w)))                # %ss bok
  | (?P<brace>\{%[^{}\n]{0,120}%\}|<%[^<>\n]{0,120}%>|\{\{[^{}\n]{0,80}\}\}|\$?\{\s*[^\s{}]{0,80}\s*\})
  | (?P<dollar>\$[A-Za-z_]\w*\$|(?<![\w$])\$[A-Za-z_]\w*)
  | (?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[A-Za-z]\w*);)
  | (?P<handle>(?<!\w)[@\#](?=\w*[^\W\d_])\w+)
  | (?P<snake>(?<!\w)[^\W_]\w*?_\w*[^\W_])
  | (?P<control>[\x00-\x08\x0b-\x1f\x7f]+)
  | (?P<strong>\*\*|~~)
  | (?P<emphasis>\*|(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w))
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKUP = frozenset({"bracket", "link", "tag", "strong", "emphasis"})
_ESCAPABLE = frozenset({"code", "field", "bracket", "link", "strong", "emphasis", "tag"})
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    what: str
    pairs_as: str = ""
    """Two tokens are halves of one thing where this is the same: `**`, `<b>`, `[]`."""
    may_open: bool = False
    may_close: bool = False


def find(text: str, keep: Iterable[str] = ()) -> list[Protected]:
    """The protected spans in order, none over another. Terms in `keep` (do not translate) are atoms too.

    Markdown marks without their other half are plain text; a tag without one is an atom.
    """
    tokens = list(_tokens(text))
    tokens = sorted([*tokens, *_kept(text, keep, tokens)], key=lambda token: token.start)
    partners = _partners(tokens)
    found = [i for i, token in enumerate(tokens) if i in partners or token.what not in _MARKUP - {"tag"}]
    place = {index: n for n, index in enumerate(found)}
    spans = []
    for index in found:
        partner = partners.get(index)
        kind = Kind.ATOM if partner is None else Kind.OPEN if partner > index else Kind.CLOSE
        spans.append(Protected(tokens[index].start, tokens[index].end, kind, -1 if partner is None else place[partner]))
    return spans


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while match := _TOKEN.search(text, position):
        what, (start, end) = match.lastgroup or "", match.span()
        if what in _ESCAPABLE and _is_escaped(text, start):
            position = start + 1
            continue
        position = end
        yield _token(text, start, end, what)


def _is_escaped(text: str, start: int) -> bool:
    """Behind an odd number of backslashes."""
    before = start
    while before and text[before - 1] == "\\":
        before -= 1
    return (start - before) % 2 == 1


def _token(text: str, start: int, end: int, what: str) -> _Token:
    piece = text[start:end]
    if what == "bracket":
        return _Token(start, end, what, "[]", may_open=True)
    if what == "link":
        return _Token(start, end, what, "[]", may_close=True)
    if what == "tag":
        name = _TAG_NAME.match(piece)
        is_end, is_whole = piece.startswith("</"), piece.endswith("/>")
        pairs_as = f"<{name[1].lower() if name else ''}>"
        return _Token(start, end, what, pairs_as, may_open=not is_end and not is_whole, may_close=is_end)
    if what in _MARKUP:
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        return _Token(start, end, what, piece, may_open=bool(after.strip()), may_close=bool(before.strip()))
    return _Token(start, end, what)


def _kept(text: str, keep: Iterable[str], tokens: Sequence[_Token]) -> Iterator[_Token]:
    """Whole words from `keep`, longest first, where no token stands already."""
    terms = sorted({term for term in keep if term}, key=lambda term: (-len(term), term))
    if terms:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))})(?!\w)"
        for match in re.finditer(pattern, text):
            if not any(token.start < match.end() and match.start() < token.end for token in tokens):
                yield _Token(*match.span(), "kept")


def _partners(tokens: Sequence[_Token]) -> dict[int, int]:
    """Index of the other half, for each token that has one. Halves never cross."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for index, token in enumerate(tokens):
        at = _last(token.pairs_as, waiting, tokens) if token.may_close else None
        if at is not None:
            opener = waiting[at]
            del waiting[at:]
            partners[opener], partners[index] = index, opener
        elif token.may_open:
            waiting.append(index)
    return partners


def _last(pairs_as: str, waiting: Sequence[int], tokens: Sequence[_Token]) -> int | None:
    return next((n for n in reversed(range(len(waiting))) if tokens[waiting[n]].pairs_as == pairs_as), None)


def mask(text: str, spans: Sequence[Protected], form: Form) -> Masked:
    """The text with a mask in the place of each span. Masks are numbered so that none stands in the text already."""
    rest = "\n".join(_between(text, spans))
    first = next(n for n in count() if not any(_pattern(form(n + i)).search(rest) for i in range(len(spans))))
    masks = tuple(form(first + i) for i in range(len(spans)))
    pieces = _between(text, spans)
    return Masked(
        pieces[0] + "".join(one + piece for one, piece in zip(masks, pieces[1:], strict=True)),
        masks,
        tuple(text[span.start : span.end] for span in spans),
    )


def unmask(masked: Masked, text: str) -> str | None:
    """`text` with the originals back, in whatever order; None unless every mask is there exactly once.

    A machine may put blanks into a mask, or change its case.
    """
    places: list[tuple[int, int, str]] = []
    for one, original in zip(masked.masks, masked.originals, strict=True):
        found = list(_pattern(one).finditer(text))
        if len(found) != 1:
            return None
        places.append((*found[0].span(), original))
    out: list[str] = []
    cursor = 0
    for start, end, original in sorted(places):
        if start < cursor:
            return None
        out += [text[cursor:start], original]
        cursor = end
    return "".join([*out, text[cursor:]])


def unmasked_place(masked: Masked, text: str, place: int) -> int:
    """Where a place in `text` is in `unmask(masked, text)`; one inside a mask is where its original begins."""
    shift = 0
    for one, original in zip(masked.masks, masked.originals, strict=True):
        for found in _pattern(one).finditer(text):
            if found.end() <= place:
                shift += len(original) - (found.end() - found.start())
            elif found.start() < place:
                shift -= place - found.start()
    return place + shift


def _between(text: str, spans: Sequence[Protected]) -> list[str]:
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def _pattern(one: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(map(re.escape, one)), re.IGNORECASE)


def difference(source: str, target: str, keep: Iterable[str] = ()) -> tuple[list[str], list[str]]:
    """(lost, added): what the target lacks of the source's protected texts, and what it has too much, sorted."""
    terms = tuple(keep)
    before, after = (Counter(text[s.start : s.end] for s in find(text, terms)) for text in (source, target))
    return sorted((before - after).elements()), sorted((after - before).elements())
