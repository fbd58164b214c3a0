"""What a page has to say of its own text: how much is machine-made, and what fell back to which language."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.bundle import Bundle, Stand
from l10n.segmentation.words import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """The facts behind a page's notices. Shares are of the source's words, as gates count them."""

    draft_share: float
    """From 0 to 1: how much of the article stands as a draft."""
    has_source: bool
    """Something of the article stands in the language it was written in."""
    pivot: str
    """The locale whose translation stands in for something of the article; empty for none."""
    has_chrome_draft: bool

    @property
    def is_all_draft(self) -> bool:
        return self.draft_share == 1

    @property
    def has_draft(self) -> bool:
        return self.draft_share > 0 or self.has_chrome_draft

    @property
    def speaks(self) -> bool:
        """True when there is anything to tell."""
        return self.has_draft or self.has_source or bool(self.pivot)


def disclose(bundle: Bundle) -> Disclosure:
    """Look at what stands in a bundle."""
    words = {key: count_words(key.msgid) for key in bundle.passages}
    drafted = sum(words[key] for key, passage in bundle.passages.items() if passage.is_draft)
    every_one = all(passage.is_draft for key, passage in bundle.passages.items() if words[key])
    stands = {passage.stand: passage.lang for passage in bundle.passages.values()}
    return Disclosure(
        draft_share=1.0 if every_one and drafted else drafted / max(1, sum(words.values())),
        has_source=Stand.SOURCE in stands,
        pivot=stands.get(Stand.PIVOT, ""),
        has_chrome_draft=any(passage.is_draft for passage in bundle.chrome.values()),
    )
