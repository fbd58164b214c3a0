"""The gate: may a bundle go out?"""

from __future__ import annotations

from collections import Counter

from l10n.model.bundle import Bundle, Passage
from l10n.model.message import MessageKey
from l10n.model.publishing import SOURCE_WORDS, Fallback, Policy, Verdict
from l10n.model.state import State
from l10n.segmentation.article import TITLE
from l10n.segmentation.words import count_words

NOTICE = "notice"
"""The role of the words that tell of fallbacks: shown because of the others' states, so they are no reason."""
EVERYTHING = "text"
"""How a verdict names what is lacking where nothing but a title would be left."""


def gate(
    bundle: Bundle, policy: Policy, used_chrome: frozenset[MessageKey], faulty: frozenset[MessageKey] = frozenset()
) -> Verdict:
    """Count the words of the article, and of the chrome that its page uses, by state.

    Texts whose place may not be taken by another are counted by role, too: those in a mandatory role, those whose
    own fallback is `fail`, a title that would be left out, and an article of which nothing but the title is left.
    So are texts that would stand there although they are `faulty`: checks found an error in them.
    """
    counted: Counter[str] = Counter()
    lacking: Counter[str] = Counter()
    around = below = 0
    for passage in bundle.all_passages(used_chrome):
        if passage.key.msgctxt == NOTICE:
            continue
        words = count_words(passage.key.msgid)
        counted[SOURCE_WORDS if passage.state is None else passage.state] += words
        around += words if passage.key in bundle.chrome else 0
        if passage.state is not None and passage.state.rank < policy.gate.rank:
            below += 1
            lacking[passage.key.msgctxt or ""] += _must_pass(passage, policy)
        if passage.key in faulty and not passage.fell_back:
            lacking[f"{passage.key.msgctxt or EVERYTHING} with an error"] += 1
    if bundle.omitted and not any(passage.key.msgctxt != TITLE for passage in bundle.passages.values()):
        lacking[EVERYTHING] += 1
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
        lacking={role: count for role, count in lacking.items() if count},
    )


def _must_pass(passage: Passage, policy: Policy) -> bool:
    """True for a text below the gate that holds its article back by itself."""
    role = passage.key.msgctxt
    its_own = policy.fallbacks.get(role or "")
    fallback = policy.fallback_of(role)
    is_left_out_title = role == TITLE and fallback is Fallback.OMIT and passage.fell_back
    return role in policy.mandatory or its_own is Fallback.FAIL or is_left_out_title
