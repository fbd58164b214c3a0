"""Counting words, the unit that translators are paid by and gates are measured in."""

from __future__ import annotations

import re
from functools import lru_cache

# Han and kana are written without blanks: each character counts as a word, as most CAT tools count them.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_][^\s\u3040-\u30ff\u3400-\u9fff]*")
_MARKUP = re.compile(r"<[^<>]*>|\]\([^()\s]*\)")


@lru_cache(maxsize=4096)
def count_words(text: str) -> int:
    """The words of a text; tags and link targets are not words. `US-China trade war` has three.

    An article's texts are counted for its gate, its disclosure and its pages, in each locale: they are remembered.
    """
    return len(_WORD.findall(_MARKUP.sub(" ", text)))
