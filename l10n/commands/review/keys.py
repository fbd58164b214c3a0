"""What each key does, in words: for the line below a message, and for the help."""

from __future__ import annotations

from typing import NamedTuple

from l10n.commands.review.facts import Facts
from l10n.model.conflict import conflicting_texts

RIGHT, LEFT = ("\x1b[C", "\x1bOC"), ("\x1b[D", "\x1bOD")
ALSO = {" ": "s", "n": "s", "p": "b", "h": "?", "\x04": "q", **dict.fromkeys(RIGHT, "s"), **dict.fromkeys(LEFT, "b")}
"""Other ways to say the same."""


class Key(NamedTuple):
    """A key, its word in the line below a message, and what it does."""

    key: str
    word: str
    does: str


KEYS = (
    Key("a", "approve", "vouches for the text as a reviewer, and goes on"),
    Key("e", "edit", "opens the text in your editor ($VISUAL, else $EDITOR); what you save is the translation"),
    Key("t", "translated", "signs the text as translated, leaves the review to someone else, and goes on"),
    Key("r", "reject", "says no, with a reason, and goes on"),
    Key("c", "comment", "says something about the text, and changes nothing"),
    Key("s", "skip", "leaves it for the end (also Space, n and →)"),
    Key("b", "back", "shows the message before (also p and ←)"),
    Key("u", "undo", "takes your last verdict or edit back, of this sitting"),
    Key("m", "machine", "takes the machine's suggestion for a text whose source changed"),
    Key("1", "match", "takes a match of the memory by its number (1, 2, 3)"),
    Key("o", "other", "takes the other text, where two people wrote one"),
    Key("x", "drop", "drops a text of yours that could not be saved"),
    Key("i", "all", "shows all of it, or only what fits on the screen"),
    Key("?", "help", "explains the keys"),
    Key("q", "quit", "ends; the next run begins here (also Ctrl-D)"),
)
_ALWAYS = "aercsbu?q"


def hints(facts: Facts, *, has_unsaved: bool, is_cut: bool, shows_all: bool = False) -> list[Key]:
    """The keys worth naming below this message, in the order of KEYS."""
    wanted = set(_ALWAYS)
    wanted |= {"m"} if facts.knowledge.suggestion else set()
    wanted |= {"1"} if facts.matches else set()
    wanted |= {"o"} if conflicting_texts(facts.message) else set()
    wanted |= {"x"} if has_unsaved else set()
    wanted |= {"i"} if is_cut or shows_all else set()
    return [key._replace(word="less") if key.key == "i" and shows_all else key for key in KEYS if key.key in wanted]
