"""Terms → TBX-Basic version 3, style DCA."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr  # writing only: nothing is parsed with it

from l10n.model.glossary import Term, TermKind

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def serialize(terms: Iterable[Term], *, source: str, target: str) -> str:
    """The file, one term a `conceptEntry`, in the order given; an entry keeps its id as long as it says the same."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx style="dca" type="TBX-Basic" xml:lang={quoteattr(source)} xmlns="urn:iso:std:iso:30042:ed-2">',
        f"<tbxHeader><fileDesc><sourceDesc><p>l10n glossary, {source} to {target}</p></sourceDesc></fileDesc>"
        "</tbxHeader>",
        "<text><body>",
    ]
    for term in dict.fromkeys(terms):
        lines += [
            f'<conceptEntry id="c{_id(term)}">',
            *([f"<note>{_text(term.note)}</note>"] if term.note else []),
            *_section(source, [(term.source, "")]),
            *_section(target, _words(term)),
            "</conceptEntry>",
        ]
    return "\n".join([*lines, "</body></text>", "</tbx>", ""])


def _words(term: Term) -> list[tuple[str, str]]:
    if term.kind is TermKind.FORBIDDEN:
        return [(word, "deprecatedTerm") for word in (term.wording, *term.forms)]
    return [(term.wording, "preferredTerm"), *((form, "admittedTerm") for form in term.forms)]


def _section(language: str, words: list[tuple[str, str]]) -> list[str]:
    lines = [f"<langSec xml:lang={quoteattr(language)}>"]
    for word, status in words:
        note = f'<termNote type="administrativeStatus">{status}-admn-sts</termNote>' if status else ""
        lines.append(f"<termSec><term>{_text(word)}</term>{note}</termSec>")
    return [*lines, "</langSec>"]


def _id(term: Term) -> str:
    said = "\0".join((term.source, term.target, term.kind, *term.forms))
    return sha256(said.encode()).hexdigest()[:12]


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))
