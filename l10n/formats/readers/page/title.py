"""Where the story begins: which line of a capture is the title, and which describe pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.formats.readers.page.items import Item
from l10n.formats.readers.page.runs import RELATED
from l10n.formats.readers.page.shapes import HEADLINE, SENTENCE, stems
from l10n.model.reading import UNSURE

_PICTURE_WORDS = re.compile(
    r"^(?:an? |the )?(?:\w+ )?(?:illustration|photo(?:graph)?|picture|image|drawing|cartoon|map|chart|graphic) "
    r"(?:of|shows?|depicts?|by)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:\b(?:Times|Post|News|Herald|Tribune|Gazette|Chronicle|Courier|Journal|Observer|Telegraph|Guardian|Mail|Daily"
    r"|Weekly|Press|Bulletin|Avis|Avisa|Avisen|Tidende|Tidning|Tidningen|Blad|Nytt)"
    r"|[a-zæøåäö](?:avisa|avisen|posten|bladet|tidende|tidningen|nytt))$"
)
"""What the name of a paper ends in."""
_NAME_ENDS = re.compile(r"\s+[|›»•·–—-]\s+|:\s+")
_NAME_WORDS = 5
_SMALL = frozenset({"of", "the", "and", "og", "i", "för"})
_TITLE_WORDS = 12
_TITLE_STEMS = 3
"""A headline about less says little: the name of the site returns in its stories too."""


def find_pictures(items: Sequence[Item]) -> tuple[set[int], set[int]]:
    """The lines that describe a picture, and those that may: with the picture's label or credit below them.

    A label directly below a line is about that line. Where a capture has no blank lines, or nothing but, nearness
    says nothing: then only a sentence can be a description, and it may as well be a paragraph above a picture.
    """
    labelled = [i for i, item in enumerate(items[:-1]) if item.is_text and items[i + 1].is_image_label]
    near = {i for i in labelled if items[i + 1].line.close}
    close = sum(item.line.close for item in items)
    if close and len(items) - close > 2:
        return near - _headlines_with_badge(items, near), set()
    sentences = {i for i in labelled if items[i].shape == SENTENCE}
    one_line = {i for i in labelled if items[i + 1].line.numbers == items[i].line.numbers}
    told = {i for i in sentences if describes_picture(items[i].text) or items[i].answer == "caption"}
    sure = one_line | told
    return sure, {i for i in sentences - sure if not items[i].answer}


def _headlines_with_badge(items: Sequence[Item], labelled: set[int]) -> set[int]:
    """Where other descriptions are sentences, a headline above a badge and a sentence is a card's headline."""
    if not any(items[i].shape == SENTENCE for i in labelled):
        return set()
    heads = {i for i in labelled if items[i].shape == HEADLINE and items[i + 1].badges and items[i].answer != "caption"}
    return {i for i in heads if i + 2 < len(items) and items[i + 2].is_text and items[i + 2].shape == SENTENCE}


def describes_picture(text: str) -> bool:
    """It opens as descriptions of pictures do: `Illustration of experts at …`."""
    return bool(_PICTURE_WORDS.match(text))


def find_title(items: Sequence[Item], pictures: set[int]) -> int | None:
    """The headline that the story below it is about, or None.

    Each headline above the third sentence is weighed: its words should return in the story, there should be a few
    of them, and no sentence but the description of a picture should stand above it.
    """
    texts = [i for i, item in enumerate(items) if item.is_text]
    sentences = [i for i in texts if items[i].shape == SENTENCE and i not in pictures]
    told = [i for i in texts if items[i].answer == "title"]
    if told or not sentences:
        return told[0] if told else None
    if any(item.opens(RELATED) for item in items[: sentences[0]]):
        longest = _above_longest_text(items, texts, pictures)
        if longest is not None:
            return longest
    last = sentences[min(2, len(sentences) - 1)]
    candidates = [i for i in texts if items[i].shape == HEADLINE and i not in pictures and i < last]
    weights = {i: _weight(items, i, sentences, texts) for i in candidates}
    return max(weights, key=lambda i: weights[i], default=None)


def _above_longest_text(items: Sequence[Item], texts: list[int], pictures: set[int]) -> int | None:
    """On a page that opens with related cards: the one headline with three sentences below it, as no card has."""
    found = []
    for k, i in enumerate(texts):
        below = texts[k + 1 : k + 4]
        story = len(below) == 3 and all(items[j].shape == SENTENCE and j not in pictures for j in below)
        if (
            items[i].shape == HEADLINE
            and " " in items[i].text
            and story
            and not any(item.badges for item in items[below[0] : below[-1]])
        ):
            found.append(i)
    return found[0] if len(found) == 1 else None


def _weight(items: Sequence[Item], at: int, sentences: list[int], texts: list[int]) -> float:
    own = stems(items[at].text)
    below = set().union(*(stems(items[i].text) for i in sentences if i > at))
    overlap = len(own & below) / max(len(own), _TITLE_STEMS)
    words = len(items[at].text.split())
    above = [i for i in sentences if i < at and not describes_picture(items[i].text)]
    return (
        2 * overlap
        + min(words, 4) / 4
        + (0.3 if _opens_story(items, at, texts) else 0.0)
        - (0.5 if _follows_headline(items, at) else 0.0)
        - (0.4 if words > _TITLE_WORDS else 0.0)
        - 0.9 * len(above)
        - (0.25 if items[at].kind == UNSURE else 0.0)
        - (1.2 if names_site(items[at].text) else 0.0)
    )


def _opens_story(items: Sequence[Item], at: int, texts: list[int]) -> bool:
    """Below it comes a sentence, or one more headline (the standfirst) and then a sentence."""
    below = [items[i].shape for i in texts if i > at][:2]
    return below[:1] == [SENTENCE] or below == [HEADLINE, SENTENCE]


def _follows_headline(items: Sequence[Item], at: int) -> bool:
    """It is the standfirst, if the line above is the title."""
    above = items[at - 1] if at else None
    is_headline = above is not None and above.is_text and above.shape == HEADLINE and len(above.text.split()) > 2
    return is_headline and above is not None and not names_site(above.text)


def names_site(text: str) -> bool:
    """It is called as papers are, alone or before what it says of itself: `The Harbor Times | News`."""
    name = _NAME_ENDS.split(text, maxsplit=1)[0]
    words = name.split()
    return len(words) <= _NAME_WORDS and name == name.strip() and bool(_PAPER.search(name)) and all(map(_is_big, words))


def _is_big(word: str) -> bool:
    return word[:1].isupper() or word in _SMALL
