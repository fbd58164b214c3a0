"""Which masks a model carries through: no mask survives every model, so it is measured for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from l10n.segmentation.placeholders import Form, Protected, find, mask, unmask

FORMS: dict[str, Form] = {
    "{0}": "{%d}".__mod__,
    "[0]": "[%d]".__mod__,
    "(0)": "(%d)".__mod__,
    "<0>": "<%d>".__mod__,
    "$0$": "$%d$".__mod__,
    "#0#": "#%d#".__mod__,
    "XX0XX": "XX%dXX".__mod__,
}
"""All that are tried, by how the first one looks."""
_LEAST = 0.5
"""The least share of masks that must survive: each mask that fails costs its texts one more translation."""
_MOST = 3

_SENTENCES = {
    "en": (
        "The minister met {a} in Tokyo on Monday.", "{a} was opened by the mayor last year.",
        "Read more about {a} and {b} in our archive.", "According to {a}, the price rose by 12 percent.",
        "The report will be published in {a}.", "More than {a} people came to see {b}.",
        "She said that {a} had been told about the plan.", "Send your answer to {a} before Friday.",
    ),
    "nb": (
        "Statsråden møtte {a} i Tokyo på mandag.", "{a} ble åpnet av ordføreren i fjor.",
        "Les mer om {a} og {b} i arkivet vårt.", "Ifølge {a} steg prisen med 12 prosent.",
        "Rapporten blir lagt fram i {a}.", "Mer enn {a} mennesker kom for å se {b}.",
        "Hun sa at {a} hadde fått vite om planen.", "Send svaret til {a} før fredag.",
    ),
}  # fmt: skip
_NORDIC = frozenset({"nb", "nn", "no", "da", "sv"})


def calibrate(translate: Callable[[Sequence[str]], Sequence[str]], language: str) -> tuple[str, ...]:
    """Names of FORMS that this translator keeps whole, best first; none where it keeps none well enough.

    `translate` takes texts in `language`. The same model gives the same answer.
    """
    sentences = _SENTENCES["nb" if language.partition("-")[0] in _NORDIC else "en"]
    spans: list[list[Protected]] = [find(sentence) for sentence in sentences]
    score: dict[str, float] = {}
    for name, form in FORMS.items():
        masked = [mask(sentence, its_spans, form) for sentence, its_spans in zip(sentences, spans, strict=True)]
        answers = translate([one.text for one in masked])
        survived = sum(unmask(one, answer) is not None for one, answer in zip(masked, answers, strict=True))
        score[name] = survived / len(sentences)
    best = sorted((name for name in score if score[name] >= _LEAST), key=lambda name: -score[name])
    return tuple(best[:_MOST])
