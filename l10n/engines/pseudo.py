"""Pseudo-translation: readable, longer, accented text that shows what a layout or a page forgot to translate."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.engines.contract import Draft
from l10n.model.locale import facts
from l10n.model.provenance import Origin
from l10n.segmentation.placeholders import Kind, find

_ACCENTS = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwYyZz", "ÅåƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵÝýŽž"
)
_GROWTH = 0.3
"""Norwegian, German and Finnish texts are up to a third longer than English ones."""
_PADDING = "·"
_RIGHT_TO_LEFT, _END_RIGHT_TO_LEFT = "\u202e", "\u202c"


class PseudoEngine:
    """Accents on every letter, 30 % more text, brackets around all; shown right to left for such locales."""

    name = "pseudo"

    def origin(self, source: str, target: str) -> Origin:
        return Origin(engine=self.name, model=f"{source}_{target}", version="1")

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        is_rtl = facts(target).direction == "rtl"
        return [Draft(text=_pseudo(text, keep, is_rtl)) for text in texts]

    def close(self) -> None:
        """Nothing is held."""


def _pseudo(text: str, keep: Sequence[str], is_rtl: bool) -> str:
    core = text.strip()
    if not any(map(str.isalpha, core)):
        return text
    out: list[str] = []
    cursor = letters = 0
    for span in find(core, keep):
        out += [_accented(core[cursor : span.start], is_rtl), core[span.start : span.end]]
        cursor = span.end
        letters += span.end - span.start if span.kind is Kind.ATOM else 0
    out.append(_accented(core[cursor:], is_rtl))
    padding = _PADDING * max(1, round((len(core) - letters) * _GROWTH))
    start = text.index(core)
    return f"{text[:start]}⟦{''.join(out)} {padding}⟧{text[start + len(core) :]}"


def _accented(plain: str, is_rtl: bool) -> str:
    accented = plain.translate(_ACCENTS)
    if is_rtl and accented.strip():
        return f"{_RIGHT_TO_LEFT}{accented}{_END_RIGHT_TO_LEFT}"
    return accented
