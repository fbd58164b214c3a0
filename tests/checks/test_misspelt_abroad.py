"""A name keeps its letters in Romance languages and Dutch, and its stem where names are inflected."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings

SOURCE = "The award went to Marta Olsen, and Carlos Alcaraz lost to Sanae Takaichi."
NAMES = [
    ("fr", "Le prix est allé à Marta {}, et Carlos {} a perdu contre Sanae {}."),
    ("es", "El premio fue para Marta {}, y Carlos {} perdió contra Sanae {}."),
    ("it", "Il premio è andato a Marta {} e Carlos {} ha perso contro Sanae {}."),
    ("pt", "O prêmio foi para Marta {}, e Carlos {} perdeu para Sanae {}."),
    ("nl", "De prijs ging naar Marta {}, en Carlos {} verloor van Sanae {}."),
    ("fi", "Palkinnon sai Marta {}, ja Carlos {} hävisi Sanae {}lle."),
    ("pl", "Nagrodę dostała Marta {}, a Carlos {} przegrał z Sanae {}."),
    ("cs", "Cenu dostala Marta {} a Carlos {} prohrál se Sanae {}."),
]


@pytest.mark.parametrize(("locale", "text"), NAMES, ids=[row[0] for row in NAMES])
@pytest.mark.parametrize("slip", [("Olson", "Alcaraz", "Takaichi"), ("Olsen", "Alcarez", "Takaichi"),
                                  ("Olsen", "Alcaraz", "Takachi")], ids=["Olson", "Alcarez", "Takachi"])  # fmt: skip
def test_a_letter_that_is_another_one_is_more_than_a_hint(locale: str, text: str, slip: tuple[str, str, str]) -> None:
    assert findings(SOURCE, text.format("Olsen", "Alcaraz", "Takaichi"), locale) == []
    said = [one.severity for one in findings(SOURCE, text.format(*slip), locale) if one.check == "names"]
    assert said
    assert "hint" not in said


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("pl", "Carlos Alcaraz beat Karel Novak.", "Carlos Alcaraz pokonał Karela Novaka."),
        ("cs", "They praised Karel Novak.", "Chválili Karla Novaka."),
        ("fi", "It is the car of Pekka Haavisto.", "Se on Pekka Haaviston auto."),
        ("hu", "He spoke with Viktor Orban.", "Viktor Orbannal beszélt."),
        ("is", "He spoke with Marta Olsen.", "Hann talaði við Mörtu Olsen."),
        ("fr", "Choose the Filter menu of the Server.", "Choisissez le menu Filtre du Serveur."),
    ],
)
def test_an_ending_or_a_word_of_the_language_is_no_slip(locale: str, source: str, target: str) -> None:
    assert [one.message for one in findings(source, target, locale) if one.severity != "hint"] == []
