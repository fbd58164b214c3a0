"""The gate: may a bundle go out?"""

from __future__ import annotations

from collections import Counter

from l10n.model.bundle import Bundle
from l10n.model.message import MessageKey
from l10n.model.publishing import SOURCE_WORDS, Policy, Verdict
from l10n.model.state import State
from l10n.segmentation.words import count_words

NOTICE = "notice"
"""The role of the words that tell of fallbacks: shown because of the others' states, so they are no reason."""


def gate(bundle: Bundle, policy: Policy, used_chrome: frozenset[MessageKey]) -> Verdict:
    """Count the words of the article, and of the chrome that its page uses, by state."""
    counted: Counter[str] = Counter()
    around = below = 0
    for passage in bundle.all_passages(used_chrome):
        if passage.key.msgctxt == NOTICE:
            continue
        words = count_words(passage.key.msgid)
        counted[SOURCE_WORDS if passage.state is None else passage.state] += words
        around += words if passage.key in bundle.chrome else 0
        below += passage.state is not None and passage.state.rank < policy.gate.rank
    order = [SOURCE_WORDS, *sorted(State, key=lambda state: -state.rank)]
    return Verdict(
        locale=bundle.locale,
        subject=bundle.slug,
        words={str(state): counted[state] for state in order if counted[state]},
        gate=policy.gate,
        percent=policy.percent,
        fallback=policy.fallback,
        around=around,
        below=below,
    )
