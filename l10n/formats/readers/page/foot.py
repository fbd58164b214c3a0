"""Where the foot of a captured page begins."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.formats.readers.page.items import DATA, Item
from l10n.formats.readers.page.page import LABEL_WORDS
from l10n.formats.readers.page.runs import BOXES, RELATED
from l10n.formats.readers.page.shapes import HEADLINE
from l10n.model.reading import BODY, CHROME

FOOT = frozenset({"footer", "cookie-heading", "cookie-text", "cookie-dismiss", "cookie-accept", "cookie-reject-all"})
_CLUSTER = 3


def find_foot(items: Sequence[Item], title: int) -> int:
    """Where the page's foot begins: below it a short line is a label, whatever its language.

    It is the first sign of a foot, or the first cluster of chrome, after the last text that is more than a label.
    """
    tail = len(items)
    while tail > title + 1 and not _ends_tail(items[tail - 1]):
        tail -= 1
    for i in range(tail, len(items)):
        cluster = items[i : i + _CLUSTER]
        if items[i].opens(FOOT) or _is_copyright(items[i]):
            return i
        if len(cluster) == _CLUSTER and all(item.kind == CHROME for item in cluster):
            return i
    return len(items)


def _ends_tail(item: Item) -> bool:
    if item.is_text:
        return item.shape != HEADLINE or (item.kind == BODY and len(item.text.split()) > LABEL_WORDS)
    return bool(item.badges) or item.opens(RELATED | BOXES)


def _is_copyright(item: Item) -> bool:
    return item.kind == DATA and item.pieces[0].context == "copyright"
