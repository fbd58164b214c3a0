"""Roles of messages (msgctxt): which of them hold texts of one kind, and which texts are too short to compare."""

from __future__ import annotations

from l10n.segmentation import article as roles

PROSE = frozenset({roles.LEAD, "paragraph", "quote", "list item", roles.CARD_SUMMARY})
_ALT = frozenset({roles.IMAGE_ALT, roles.CARD_ALT})
_HEADLINE = frozenset({roles.TITLE, "heading", roles.CARD_HEADLINE})

ARTICLE_ROLES = PROSE | _ALT | _HEADLINE | {roles.CAPTION, "table cell"}
"""Every role that a text of an article may have."""

SHORT_CHARACTERS = 25
SHORT_WORDS = 4


def kind(context: str | None) -> str | None:
    """A name for the kind of text that a role holds; texts may wander between roles of one kind.

    A role that is not an article's is a kind of its own: in chrome the context tells homonyms apart.
    """
    for name, members in (("prose", PROSE), ("alt", _ALT), ("headline", _HEADLINE)):
        if context in members:
            return name
    return context


def is_short(text: str) -> bool:
    """True for labels, buttons and brief headings: "Avvis alle" is nearly "Avvis", and means something else."""
    return len(text) < SHORT_CHARACTERS or len(text.split()) <= SHORT_WORDS
