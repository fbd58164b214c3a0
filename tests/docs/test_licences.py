"""What an installation brings along is on terms that were agreed to."""

from __future__ import annotations

import runpy

import pytest

from tests.docs.typed import ROOT

PAGES = runpy.run_path(str(ROOT / "docs" / "licence_pages.py"))


def test_all_terms_are_agreed_to() -> None:
    assert list(PAGES["faults"](PAGES["parts"]())) == []


def test_nobody_must_install_what_is_only_agreed_to_for_an_extra() -> None:
    everyone = PAGES["parts"]()[""]
    assert {"babel", "jinja2", "typer"} <= set(everyone)
    assert not set(everyone) & set(PAGES["AGREED"])


@pytest.mark.parametrize(
    ("extra", "package", "why"),
    [
        ("", "minisbd", "minisbd, which everyone installs, is under AGPL-3.0."),
        ("test", "translate-toolkit", "translate-toolkit, of the extra test, is under GPL-3.0-or-later."),
    ],
)
def test_copyleft_is_refused(extra: str, package: str, why: str) -> None:
    assert list(PAGES["faults"]({extra: [package]})) == [why]


def test_every_agreement_is_still_needed() -> None:
    brought = {package for packages in PAGES["parts"]().values() for package in packages}
    assert set(PAGES["AGREED"]) <= brought
