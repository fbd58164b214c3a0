"""The seeded faults: nearly all are caught, and no right text is flagged."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings
from tests.checks.seeded import SeededFault, seeded_faults

FAULTS = seeded_faults()


def said(fault: SeededFault, target: str) -> set[str]:
    found = findings(fault.source, target, fault.locale, fault.role, fault.language)
    return {f"{finding.check}: {finding.severity}" for finding in found}


def test_nine_of_ten_faults_are_caught_without_hints() -> None:
    caught = [fault for fault in FAULTS if any(not rule.endswith("hint") for rule in said(fault, fault.wrong))]
    assert len(FAULTS) == 150
    assert len(caught) >= 135


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}-{fault.right[:40]}")
def test_a_right_text_is_left_alone(fault: SeededFault) -> None:
    assert said(fault, fault.right) == set()


@pytest.mark.parametrize(
    ("check", "source", "right", "wrong"),
    [
        ("numbers", "It pledged ¥1.8 trillion.", "Det lovet 1,8 billioner yen.", "Det lovet 1,8 trillioner yen."),
        ("numbers", "It opens on December 15.", "Det åpner 15. desember.", "Det åpner 15 December."),
        ("numerals", "China has 70% of it.", "Kina har 70\u00a0% av det.", "Kina har 70% av det."),
        ("negation", "It will not reopen.", "Det vil ikke gjenåpne.", "Det vil gjenåpne."),
        ("names", "Sanae Takaichi's plan won.", "Sanae Takaichis plan vant.", "Sanae Takaichi's plan vant."),
    ],
)
def test_what_a_newsroom_gets_wrong_most(check: str, source: str, right: str, wrong: str) -> None:
    assert [finding.message for finding in findings(source, right)] == []
    assert check in {finding.check for finding in findings(source, wrong)}


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("sv", "The court did not rule on Tuesday.", "Domstolen avgjorde inte målet på tisdagen."),
        ("sv", "About 4,800 people, or 63%, voted.", "Omkring 4 800 personer, eller 63 procent, röstade."),
        (
            "da",
            "“We never agreed,” the mayor said on March 3.",
            "”Vi blev aldrig enige,” sagde borgmesteren den 3. marts.",
        ),
        ("da", "The bridge is 7.1 kilometers long.", "Broen er 7,1 kilometer lang."),
        ("de", "The talks—the first in years—ended.", "Die Gespräche – die ersten seit Jahren – sind beendet."),
        ("de", "Nobody was hurt on Monday.", "Am Montag wurde niemand verletzt."),
        ("fr", "Really? Turnout was 81% on Sunday.", "Vraiment ? La participation a été de 81 % dimanche."),
        ("fr", "The plant employs 1,150 people.", "L’usine emploie 1 150 personnes."),
        ("es", "The minister did not comment on Friday.", "El ministro no hizo comentarios el viernes."),
        ("es", "It costs €1.2 million.", "Cuesta 1,2 millones de euros."),
        ("ja", "The probe arrived on Tuesday. Nobody was hurt.", "探査機は火曜日に到着した。けが人はいなかった。"),
        ("ja", "About 300 people protested.", "約300人が抗議した。"),
        ("ar", "The minister resigned on Sunday.", "استقال الوزير يوم الأحد."),
        ("ar", "About 300 people protested.", "احتج نحو 300 شخص."),
    ],
)
def test_no_locale_is_judged_by_the_rules_of_another(locale: str, source: str, target: str) -> None:
    assert [f"{finding.check}: {finding.message}" for finding in findings(source, target, locale)] == []
