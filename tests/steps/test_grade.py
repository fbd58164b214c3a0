"""How a change of one source text is graded."""

from __future__ import annotations

import pytest

from l10n.model.source_change import Grade
from l10n.steps.grade import grade


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Japan\'s "big" plan', "Japan’s “big” plan"),
        ("a range of 5-10 cars", "a range of 5–10 cars"),
        ("He said -- and meant -- it", "He said — and meant — it"),
        ("Wait...", "Wait…"),
        ("AT&amp;T rose 5&nbsp;%", "AT&T rose 5%"),
        ("A **very** _good_ `plan`", "A very good plan"),
        ("See [our policy](privacy) now", "See **[our policy](privacy)** now"),
        ("co\u00adoperation", "cooperation"),
        ("minus −5 degrees", "minus -5 degrees"),
        ("cafe\u0301", "café"),
        ("one line\\\nand another", "one line and another"),
        ("from 1939-1945", "from 1939 – 1945"),
        ("A 5' wall stood", "A 5′ wall stood"),
        ("Use --force with care", "Use `--force` with care"),
        ("– Yes, he said", "— Yes, he said"),
        ("Set no_proxy and put it first in http_proxy", "Set no_proxy and **put it** first in http_proxy"),
    ],
)
def test_what_reads_the_same_is_cosmetic(old: str, new: str) -> None:
    assert grade(old, new).grade is Grade.COSMETIC


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It grew 5 percent", "It grew 6 percent", Grade.NUMBER),
        ("It grew two percent", "It grew three percent", Grade.NUMBER),
        ("A fall of -5 degrees", "A fall of 5 degrees", Grade.NUMBER),
        ("They won't come", "They will come", Grade.NEGATION),
        ("With a licence", "Without a licence", Grade.NEGATION),
        ("Det er generert av AI", "Det er ikke generert av AI", Grade.NEGATION),
        ("It costs 5 yen", "It costs 5 euros", Grade.CURRENCY),
        ("Held on 3 May 2024 in Oslo", "Held on 4 May 2024 in Oslo", Grade.DATE),
        ("They meet on Monday", "They meet on Tuesday", Grade.DATE),
        ("He met Anna Berg there", "He met Anne Berg there", Grade.NAME),
        ("See [the page](a)", "See [the page](b)", Grade.REWORDED),
        ("See [the page](a)", "See the page", Grade.REWORDED),
        ('See [it](a "Old title")', 'See [it](a "New title")', Grade.REWORDED),
        ("Let's eat, grandma", "Let's eat grandma", Grade.REWORDED),
        ("A 5' wall stood", 'A 5" wall stood', Grade.REWORDED),
        ("Set snake_case_name here", "Set snakecasename here", Grade.REWORDED),
        ("Area of 10<sup>2</sup> km", "Area of 102 km", Grade.NUMBER),
        ("Type <name> here", "Type <user> here", Grade.REWORDED),
        ("We resign today", "We re-sign today", Grade.REWORDED),
        ("A man-eating shark", "A man – eating shark", Grade.REWORDED),
        ("Use --force with care", "Use —force with care", Grade.REWORDED),
        ("Run `ls -a  b`", "Run `ls –a b`", Grade.REWORDED),
        ("[Anna](a) met Berit", "Anna met [Berit](a)", Grade.REWORDED),
        ("It is true", "It is <s>true</s>", Grade.REWORDED),
        ("The free trial", "The <q>free</q> trial", Grade.REWORDED),
        ("It was 70%", "It was 7.0%", Grade.NUMBER),
        ("It is safe to eat", "It is unsafe to eat", Grade.NEGATION),
        ("Det er ulovlig der", "Det er lovlig der", Grade.NEGATION),
        ("They can't come", "They cannot come", Grade.REWORDED),
    ],
)
def test_what_says_something_else_is_not(old: str, new: str, expected: Grade) -> None:
    assert grade(old, new).grade is expected


def test_every_changed_fact_is_named() -> None:
    found = grade("On May 3, 40% of Oslo voted.", "On May 4, 45% of Oslo did not vote.")
    assert found.why == "negation: nothing → “not”; number: “40%” → “45%”; date: “May 3” → “May 4”"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Dust from the mines darkens it.", "Soot from the mines darkens it.", "wording: “Dust” → “Soot”"),
        ("Let's eat, grandma", "Let's eat grandma", "punctuation: “,” → nothing"),
        ("Type `a\nb` now please", "Type `a\nc` now please", "wording: “b” → “c”"),
        ("a b " * 40, "c d " * 40, "80 of 80 words are new, 80 are gone"),
    ],
)
def test_what_changed_is_said_in_few_words(old: str, new: str, why: str) -> None:
    assert grade(old, new).why == why
