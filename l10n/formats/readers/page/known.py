"""Chrome that is known before a page is read: the project's own, and what stands on very many pages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from l10n.formats.readers.page.naming import plain, slug
from l10n.model.article import AI_IMAGE, AI_REPORT
from l10n.model.chrome import ChromeString

_MEANINGS = frozenset({"badge", "heading", "cookie heading"})
_GROUPS = frozenset({"nav", "footer"})
"""Tables of strings with nothing in common but their place: each is named by its own words."""
_MORE = re.compile(
    r"^(?:(?P<related>fl[ei]+re?a? (?:\w*(?:artik|sak|nyhe|histori)\w*|fra|från|om)|relater\w*|relatera\w*|anbefal\w*"
    r"|tilrådd\w*|rekommendera\w*|andre|andra|(?:tidliger\w*|tidigare|liknande|lignende) (?:artik|sak|nyhe)\w*)"
    r"|mest (?:les|læs|läs|sett|set|popul)\w*|mer|meir|mere|siste|seneste|senaste|nyeste|aktuelt|populært|populärt"
    r"|trending"
    r"|(?:les|læs|läs|se) (?:mer|meir|mere|flere|fleire|fler|også|också))\b(?! f[øö]rst)",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"informasjonskaps|cookie(?!s?\b)|\b(?:hantera|håndter|administrer|godta|godkänn|tillad|bruk av|om) cookies"
    r"|\bkakor\b|personvern|personuppgift|persondata|integritetspol|privatlivspol"
    r"|nyhetsbrev|nyheitsbrev|nyhedsbrev|abonne|prenumer|annons|annonce|annoncø|samtykke|samtycke|redaksjon|redaktion"
    r"|kundeservice|kundtjänst|kundservice|tilgjengelighet|tillgänglighet|tilgængelighed|webbplats|nettsted|websted",
    re.IGNORECASE,
)
_HEADING_WORDS = 5
_BETWEEN = re.compile(r"[\s|·•/›»>:–—-]*")
_EDGE = re.compile(r"^[\s«»<>‹›→←↑·•|]+|[\s…«»<>‹›→←↑·•|]+$")
_AI = re.compile(r"\b(?:ai|ki|artificial intelligence|kunstig intelligens|artificiell intelligens)\b")
_PICTURE = re.compile(
    r"\b\w*(?:bild|bilde|bildet|bilden|bilete|billede|billedet|image|picture|photo|foto|illustra\w+)\b"
)
_NOT = re.compile(r"\b(?:ikke|ikkje|inte|ej|not|no|uten|utan|uden|without|aldri|aldrig|never)\b")


@dataclass(frozen=True, slots=True)
class Known:
    """One known wording. The same words may be known in several languages."""

    id: str
    """Empty for a wording that only shares its group; then the text names it."""
    context: str
    langs: frozenset[str]
    group: str
    """What it is for, whatever its wording: `related-heading`, `footer`."""
    markup: str = ""
    """The project's own spelling of it, where that has links."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that is one chrome string."""

    text: str
    id: str
    context: str
    langs: frozenset[str] = field(default=frozenset())
    """The languages that know these words; empty where only the line's language speaks for them."""
    group: str = ""


class KnownChrome:
    """An index of wordings, blind to case, spacing and the marks around them."""

    def __init__(self, project: Iterable[ChromeString] = ()) -> None:
        self._by_text = dict(_shipped())
        for string in project:
            key = _key(plain(string.text))
            old = self._by_text.get(key)
            langs = (old.langs if old else frozenset()) | {string.lang}
            group = old.group if old else _group(string)
            markup = string.text if plain(string.text) != string.text else ""
            self._by_text[key] = Known(string.id or (old.id if old else ""), string.context, langs, group, markup)
        self._longest = max(len(key) for key in self._by_text)

    def pieces(self, line: str) -> tuple[Piece, ...]:
        """The line as known strings, in order, if it holds nothing else; else an empty tuple.

        A line may hold several: `Rapportert av AI Bilde generert av AI`, `Hjem | Nyheter | Sport`.
        """
        text = _EDGE.sub("", line)
        whole = self._by_text.get(_key(text))
        if whole:
            return (replace(_piece(text, whole), text=whole.markup or text),)
        found: list[Piece] = []
        while text:
            piece = self._longest_start(text)
            if piece is None:
                return ()
            found.append(piece)
            text = text[len(piece.text) :]
            text = text[_BETWEEN.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing at all, too
        return tuple(found)

    def _longest_start(self, text: str) -> Piece | None:
        ends = [match.start() for match in re.finditer(r"(?!\w)(?<=\w)", text[: self._longest + 1])]
        for end in reversed(ends):
            known = self._by_text.get(_key(text[:end]))
            if known:
                return _piece(text[:end], known)
        return None


def heading_group(text: str) -> str:
    """`related-heading` or `read-also` for a short line that announces other articles, by its first words."""
    more = _MORE.match(text)
    words = len(text.split())
    if more is None or words > _HEADING_WORDS or (words == 1 and not more["related"]) or text.endswith("."):
        return ""
    return "related-heading" if more["related"] else "read-also"


def _group(string: ChromeString) -> str:
    """A string captured before means what it meant when nobody knew it."""
    if string.context.startswith("cookie"):
        return string.context.replace(" ", "-")
    return heading_group(string.text) if string.context == "heading" else ""


def ai_badge(text: str) -> str:
    """The badge id of a label that names a machine as the author, whatever its wording; else an empty string.

    `Ikke generert av AI` says the opposite, and is no such badge.
    """
    words = text.casefold()
    if not _AI.search(words) or _NOT.search(words) or len(words.split()) > 8:
        return ""
    return AI_IMAGE if _PICTURE.search(words) else AI_REPORT


def is_trade_word(text: str) -> bool:
    """A label, or a word of one, that only sites use: `Annonseinformasjon`, `Cookiepolitik`."""
    return bool(_TRADE.search(text)) and len(text.split()) <= _HEADING_WORDS


def _piece(text: str, known: Known) -> Piece:
    return Piece(text, known.id or slug(text), known.context, known.langs, known.group)


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".: ")


@cache
def _shipped() -> dict[str, Known]:
    table = tomllib.loads(files(__package__).joinpath("chrome.toml").read_text(encoding="utf-8"))
    found: dict[str, Known] = {}
    for name, entry in table.items():
        context = entry.pop("context")
        for lang, wordings in entry.items():
            for index, wording in enumerate(wordings):
                key = _key(wording)
                old = found.get(key)
                own = name if context in _MEANINGS or (index == 0 and name not in _GROUPS) else ""
                if old:
                    found[key] = replace(old, langs=old.langs | {lang})
                else:
                    found[key] = Known(own, context, frozenset({lang}), name)
    return found
