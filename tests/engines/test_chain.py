"""A chain of engines: the next one does what the one before it could not, and the draft says who did it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from l10n.engines.chain import Chain
from l10n.engines.contract import Draft
from l10n.engines.pseudo import PseudoEngine
from l10n.errors import EngineError
from l10n.model.provenance import Origin


class Picky:
    """Translates only texts with a `+`, from English only, and gives up on a `!`."""

    name = "picky"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def origin(self, source: str, target: str) -> Origin:
        if source != "en":
            raise EngineError("engine-cannot", "English only.")
        return Origin(engine=self.name, model="p")

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        self.seen += texts
        if any("!" in text for text in texts):
            raise EngineError("engine-failed", "Out of breath.")
        return [Draft(text=text.upper()) if "+" in text else Draft(text="", notes=("no plus",)) for text in texts]

    def close(self) -> None: ...


def test_the_next_engine_gets_only_what_is_left() -> None:
    chain = Chain([PseudoEngine(), picky := Picky()])
    assert [draft.text for draft in chain.translate(["a", "b"], "en", "nb")] == ["⟦å ·⟧", "⟦ƀ ·⟧"]
    assert picky.seen == []
    chain = Chain([Picky(), PseudoEngine()])
    one, two = chain.translate(["a +", "b"], "en", "nb")
    assert (one.text, one.origin) == ("A +", Origin(engine="picky", model="p"))
    assert two.text == "⟦ƀ ·⟧"
    assert two.origin is not None and two.origin.engine == "pseudo"
    assert two.notes == ()
    assert chain.setback is None


def test_an_engine_that_gives_up_is_stood_in_for_and_named() -> None:
    chain = Chain([Picky(), PseudoEngine()])
    assert [draft.text for draft in chain.translate(["a!"], "en", "nb")] == ["⟦å! ·⟧"]
    assert chain.setback is not None and chain.setback.message == "Out of breath."


def test_an_engine_that_has_not_the_direction_is_stood_in_for() -> None:
    chain = Chain([Picky(), PseudoEngine()])
    assert chain.origin("nb", "nn").engine == "pseudo"
    assert chain.setback is not None and chain.setback.message == "English only."


def test_when_all_give_up_the_first_reason_is_told() -> None:
    with pytest.raises(EngineError, match="Out of breath"):
        Chain([Picky(), Picky()]).translate(["a!"], "en", "nb")
    with pytest.raises(EngineError, match="English only"):
        Chain([Picky()]).translate(["a"], "nb", "nn")


def test_what_nobody_can_do_says_why() -> None:
    (draft,) = Chain([Picky()]).translate(["a"], "en", "nb")
    assert (draft.text, draft.notes) == ("", ("no plus",))
