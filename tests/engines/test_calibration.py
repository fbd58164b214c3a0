"""Which mask survives is measured once for each package, and remembered beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from l10n.engines import argos_packages
from l10n.engines.argos import ArgosEngine
from l10n.engines.argos_masks import masks_file, masks_of
from l10n.engines.calibration import FORMS, calibrate
from tests.engines.tiny_model import build


def test_the_masks_that_survive_best_come_first() -> None:
    def eats_braces_and_some_brackets(texts: Sequence[str]) -> list[str]:
        kept = [text.replace("{", "").replace("$", "") for text in texts]
        return [text.replace("[", "") if "Monday" in text or "mandag" in text else text for text in kept]

    for language in ("en", "nb", "ja"):
        names = calibrate(eats_braces_and_some_brackets, language)
        assert names == ("(0)", "<0>", "#0#")


def test_a_translator_that_keeps_nothing_has_no_mask() -> None:
    assert calibrate(lambda texts: ["noe annet"] * len(texts), "en") == ()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> argos_packages.Package:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "models"))
    return argos_packages.install(build(tmp_path / "nb_en.argosmodel", "nb", "en", {"Les": "Read"}))


def test_measured_once_for_a_package(package: argos_packages.Package, tmp_path: Path) -> None:
    ArgosEngine().translate(["Les {n}"], "nb", "en")
    remembered = json.loads(masks_file(package).read_text(encoding="utf-8"))
    assert remembered["masks"] and set(remembered["masks"]) <= set(FORMS)
    assert masks_of(package, lambda: pytest.fail("it is known")) == tuple(remembered["masks"])
    argos_packages.install(build(tmp_path / "nb_en.argosmodel", "nb", "en", {"Les": "Look"}))
    assert masks_of(package, lambda: ("(0)",)) == ("(0)",), "another model, measured anew"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"package": 1}', '{"package": 1, "masks": ["?"]}'])
def test_a_damaged_memory_is_measured_anew(package: argos_packages.Package, text: str) -> None:
    masks_file(package).write_text(text, encoding="utf-8")
    assert masks_of(package, lambda: ("[0]",)) == ("[0]",)


def test_a_package_without_recorded_hashes_is_known_by_its_files(package: argos_packages.Package) -> None:
    package.hashes.unlink()
    assert masks_of(package, lambda: ("[0]",)) == ("[0]",)
    assert masks_of(package, lambda: ()) == ("[0]",)
    (package.path / "metadata.json").write_text("{}", encoding="utf-8")
    assert masks_of(package, lambda: ()) == ()


def test_removed_with_its_package(package: argos_packages.Package) -> None:
    masks_of(package, lambda: ("[0]",))
    argos_packages.remove("nb", "en")
    assert list(package.path.parent.iterdir()) == []
