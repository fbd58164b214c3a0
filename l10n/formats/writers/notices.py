"""What stands above a text that is not all that its reader would take it for: which sentences, in which order.

The theme's page says the same in the same words (`notices()` in article.html.j2); a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from l10n.formats.writers.disclosure import Disclosure
from l10n.model.message import MessageKey

NOTICE = "notice"


def notices(told: Disclosure) -> Iterator[tuple[MessageKey, dict[str, Any]]]:
    """Messages of the chrome, each with what fills its places; none for a text that needs no word about it."""
    if told.speaks:
        for text, places in _sentences(told):
            yield MessageKey(NOTICE, text), places


def _sentences(told: Disclosure) -> Iterator[tuple[str, dict[str, Any]]]:
    if told.is_all_unchecked:
        yield "Denne oversettelsen er laget av en maskin. Ingen har kontrollert den.", {}
    elif told.unchecked_share:
        text = "{share} av denne teksten er oversatt av en maskin, og ingen har kontrollert den delen."
        yield text, {"share": told.unchecked_share}
    if told.accepted_share == 1:
        yield "Denne oversettelsen er laget av en maskin og godkjent av et menneske.", {}
    elif told.accepted_share:
        text = "{share} av denne teksten er oversatt av en maskin og godkjent av et menneske."
        yield text, {"share": told.accepted_share}
    if told.has_older:
        yield "Originalen er endret etter at deler av denne teksten ble oversatt.", {}
    if told.has_omitted:
        yield "Deler av teksten er ikke oversatt ennå og er utelatt.", {}
    if told.has_source:
        yield "Deler av teksten er ikke oversatt ennå og står på originalspråket.", {}
    if told.pivot:
        yield "Deler av teksten er ikke oversatt ennå og står på {language}.", {"language": told.pivot}
    if told.has_chrome_draft and not told.is_all_unchecked:
        yield "Noen av tekstene rundt artikkelen er oversatt av en maskin, og ingen har kontrollert dem.", {}
