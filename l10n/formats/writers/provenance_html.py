"""The printable page of where each text comes from: what `provenance.json` says, for people."""

from __future__ import annotations

from l10n.formats.writers.contract import Publication
from l10n.formats.writers.head import head
from l10n.formats.writers.wording import Wording


def write(publication: Publication) -> str:
    """The article's texts in reading order, what was left out of it, then the words around it."""
    bundle = publication.bundle
    words = Wording(publication)
    return publication.theme.render(
        "provenance.html.j2",
        bundle=bundle,
        source=bundle.source,
        site=publication.site,
        head=head(publication),
        article=[*bundle.passages.values(), *bundle.omitted],
        around=[passage for key, passage in bundle.chrome.items() if key in publication.chrome],
        **words.functions(),
        **publication.theme.assets(),
    )
