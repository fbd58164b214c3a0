"""What a page has to say of its own text: how much is machine-made, and what fell back to which language."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from l10n.model.bundle import Bundle, Passage, Stand
from l10n.segmentation.words import count_words

PROVENANCE = "provenance"
"""The role of the words that only the page about provenance uses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """The facts behind a page's notices. Shares are of the source's words, as gates count them."""

    unchecked_share: float
    """From 0 to 1: how much of the article a machine made and nobody vouches for: drafts, and what an editor took for
    a translation without signing it."""
    accepted_share: float
    """From 0 to 1: how much a machine made and a person signed, and must be labelled all the same."""
    has_source: bool
    """Something of the article stands in the language it was written in."""
    pivot: str
    """The locale whose translation stands in for something of the article; empty for none."""
    has_older: bool
    """Something of the article was translated before its source changed."""
    has_omitted: bool
    has_chrome_draft: bool
    has_machine_mark: bool
    """A text on the page, or around it, is marked as machine-made."""
    has_older_mark: bool

    @property
    def is_all_unchecked(self) -> bool:
        return self.unchecked_share == 1

    @property
    def is_machine_made(self) -> bool:
        return self.unchecked_share + self.accepted_share > 0

    @property
    def speaks(self) -> bool:
        """True when there is anything to tell."""
        told = self.has_machine_mark or self.has_older_mark or self.has_source or self.has_omitted
        return told or bool(self.pivot)


def disclose(bundle: Bundle) -> Disclosure:
    """Look at what stands in a bundle."""
    texts = bundle.passages.values()
    chrome = [passage for key, passage in bundle.chrome.items() if key.msgctxt != PROVENANCE]
    everything = [*texts, *chrome]
    stands = {passage.stand: passage.lang for passage in texts}
    return Disclosure(
        unchecked_share=_share(texts, _is_unchecked),
        accepted_share=_share(texts, lambda passage: passage.is_labelled and not _is_unchecked(passage)),
        has_source=Stand.SOURCE in stands,
        pivot=stands.get(Stand.PIVOT, ""),
        has_older=any(passage.is_older for passage in texts),
        has_omitted=bool(bundle.omitted),
        has_chrome_draft=any(passage.is_draft for passage in chrome),
        has_machine_mark=any(passage.is_labelled for passage in everything),
        has_older_mark=any(passage.is_older for passage in everything),
    )


def _is_unchecked(passage: Passage) -> bool:
    return passage.is_draft or (passage.is_labelled and not passage.by)


def _share(texts: Collection[Passage], is_meant: Callable[[Passage], bool]) -> float:
    """Of the words, those in the passages that are meant; exactly 1 where they are in all that have words."""
    words = [(count_words(passage.key.msgid), is_meant(passage)) for passage in texts]
    meant = sum(count for count, is_it in words if is_it)
    total = sum(count for count, _ in words)
    return 1.0 if meant == total and meant else meant / max(1, total)
