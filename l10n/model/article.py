"""A source article: its text, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

AI_IMAGE = "ai-image"
"""Badge: the picture was made by a machine."""
AI_REPORT = "ai-report"
"""Badge: the text was written by a machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the article. Its alt text is a message; its address is not."""

    alt: str = ""
    src: str = ""
    """Empty where only the alt text was captured."""
    caption: str = ""
    credit: str = ""
    """Who made it: a name, and no text to translate."""
    machine_made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A teaser for a related article. Any part may be missing, but not all of them."""

    headline: str = ""
    summary: str = ""
    alt: str = ""
    url: str = ""
    badges: tuple[str, ...] = ()
    """Badge ids (`ai-image`, `ai-report`, or the id of a captured chrome string), in page order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """`articles/<slug>.md`: YAML front matter, then the body in Markdown."""

    slug: str
    title: str
    lang: str = "en"
    lead: str = ""
    """The first paragraph, Markdown inline; it is not repeated in `body`."""
    badges: tuple[str, ...] = ()
    """Badge ids of the article itself."""
    images: tuple[Image, ...] = ()
    cards: tuple[Card, ...] = ()
    body: str = ""
    """CommonMark, ending in one newline unless empty."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Front matter that is not ours, kept in order and passed on."""

    @property
    def head_badges(self) -> tuple[str, ...]:
        """Those that stand above the text: a picture carries its own label, and the list would only repeat it."""
        labelled = any(image.machine_made for image in self.images)
        return tuple(badge for badge in self.badges if not (labelled and badge == AI_IMAGE))
