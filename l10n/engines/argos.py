"""Argos: neural models that run on this machine, decoded by CTranslate2 in one sorted batch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from l10n.engines.argos_masks import masks_of
from l10n.engines.argos_model import ArgosModel
from l10n.engines.argos_packages import Package, installed
from l10n.engines.calibration import FORMS, calibrate
from l10n.engines.contract import Draft
from l10n.engines.protection import translate_protected
from l10n.errors import EngineError
from l10n.model.provenance import Origin
from l10n.segmentation.placeholders import Form

_CODES = {"nb": ("nb", "no"), "pt-BR": ("pb", "pt"), "zh-Hant": ("zt", "zh"), "zh-TW": ("zt", "zh")}
"""Argos's own codes for locales, where they differ, the best first."""


class ArgosEngine:
    """The models in the models folder: a direct one for a direction, else two by way of a third language."""

    name = "argos"

    def __init__(self) -> None:
        self._packages: list[Package] | None = None
        self._models: dict[Package, ArgosModel] = {}

    def origin(self, source: str, target: str) -> Origin:
        """`argos en_nb 1.9`; by way of English, `argos sv_en+en_nb 1.5+1.9`."""
        route = self._route(source, target)
        return Origin(
            engine=self.name,
            model="+".join(package.name for package in route),
            version="+".join(package.version for package in route),
        )

    def translate(self, texts: Sequence[str], source: str, target: str, *, keep: Sequence[str] = ()) -> list[Draft]:
        """One draft for each text; all their sentences are decoded together. Confidence is the words' mean."""
        route = self._route(source, target)

        def translate_plain(plain: Sequence[str]) -> list[Draft]:
            drafts = [Draft(text=text) for text in plain]
            language = source
            for package in route:
                drafts = self._model(package).translate(drafts, language)
                language = package.target
            return drafts

        def translate_aligned(plain: Sequence[str]) -> list[Draft]:
            return self._model(route[0]).translate([Draft(text=text) for text in plain], source, aligned=True)

        return translate_protected(
            texts,
            translate_plain,
            forms=self._forms(route, source),
            keep=keep,
            translate_aligned=translate_aligned if len(route) == 1 else None,
        )

    def close(self) -> None:
        self._models.clear()

    def _forms(self, route: Sequence[Package], language: str) -> list[Form]:
        """The masks that every model of the route keeps, in the first one's order."""
        kept: list[tuple[str, ...]] = []
        for package in route:
            kept.append(masks_of(package, partial(self._calibrated, package, language)))
            language = package.target
        return [FORMS[name] for name in kept[0] if all(name in names for names in kept)]

    def _calibrated(self, package: Package, language: str) -> tuple[str, ...]:
        def translate(texts: Sequence[str]) -> list[str]:
            drafts = self._model(package).translate([Draft(text=text) for text in texts], language)
            return [draft.text for draft in drafts]

        return calibrate(translate, language)

    def _route(self, source: str, target: str) -> list[Package]:
        if self._packages is None:
            self._packages = installed()
        starts, ends = _codes(source), _codes(target)
        newest = {(package.source, package.target): package for package in self._packages}
        for start in starts:
            for end in ends:
                if (start, end) in newest:
                    return [newest[start, end]]
        hops = sorted({package.target for package in self._packages}, key=lambda code: (code != "en", code))
        for middle in hops:
            first = next((newest[start, middle] for start in starts if (start, middle) in newest), None)
            second = next((newest[middle, end] for end in ends if (middle, end) in newest), None)
            if first and second:
                return [first, second]
        raise EngineError(
            "argos-no-model",
            "Argos has no model from {source} to {target} on this machine.",
            source=source,
            target=target,
            starts=starts[0],
            ends=ends[0],
            hint=(
                "Install one: l10n models install {starts} {ends}, or from a file: l10n models install FILE.argosmodel"
            ),
        )

    def _model(self, package: Package) -> ArgosModel:
        if package not in self._models:
            self._models[package] = ArgosModel(package)
        return self._models[package]


def _codes(tag: str) -> tuple[str, ...]:
    return _CODES.get(tag, (tag, tag.partition("-")[0]) if "-" in tag else (tag,))
