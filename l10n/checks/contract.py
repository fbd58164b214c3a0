"""What every check promises: translated texts in, faults out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from l10n.checks.background import NO_BACKGROUND, NO_SOURCES, Background, Sources
from l10n.checks.clues import Clue
from l10n.checks.lazily import lazily
from l10n.checks.prose import prose
from l10n.checks.tokens import signs, words
from l10n.model.finding import Category, Edit, Severity
from l10n.model.glossary import Term
from l10n.model.message import Message


@dataclass(kw_only=True, eq=False)
class Subject:
    """One translated text, with all that a check may know of it. A message with plural forms is several.

    Nobody changes one. It is not frozen, for that would take more than twice as long to make, once for each text.
    """

    source: str
    """What it was translated from: the msgid, or for later plural forms the msgid_plural."""
    target: str
    source_language: str
    locale: str
    domain: str
    message: Message
    form: int = 0
    """Which of the message's msgstr this is."""
    background: Background = NO_BACKGROUND
    """The locale's glossary, house style and words."""
    sources: Sources = NO_SOURCES
    """All source texts of the article."""

    @classmethod
    def all_of(
        cls,
        message: Message,
        *,
        source_language: str,
        locale: str,
        domain: str,
        background: Background = NO_BACKGROUND,
        sources: Sources = NO_SOURCES,
    ) -> Iterator[Subject]:
        """One for each plural form, or one; none for a message that is not translated at all."""
        if not any(message.msgstr):
            return
        for form, target in enumerate(message.msgstr):
            source = message.msgid_plural if form and message.msgid_plural is not None else message.msgid
            yield cls(
                source=source,
                target=target,
                source_language=source_language,
                locale=locale,
                domain=domain,
                message=message,
                form=form,
                background=background,
                sources=sources,
            )

    @property
    def role(self) -> str:
        """The part the text plays: `title`, `paragraph`, `badge`; empty where the catalog does not say."""
        return self.message.msgctxt or ""

    @lazily
    def languages(self) -> tuple[str, str]:
        """The languages of source and target, without script or region: `("en", "pt")`."""
        return self.source_language.partition("-")[0], self.locale.partition("-")[0]

    @lazily
    def source_signs(self) -> str:
        """What is neither letter nor blank in the source, in its order. Without a digit in it, there is no number."""
        return signs(self.source_tokens if self.source_prose is self.source else self.source.split())

    @lazily
    def target_signs(self) -> str:
        """What is neither letter nor blank in the translation."""
        return signs(self.target_tokens if self.target_prose is self.target else self.target.split())

    @lazily
    def source_prose(self) -> str:
        """The source as readers see it: markup blanked, every other character in its place."""
        return prose(self.source)

    @lazily
    def target_prose(self) -> str:
        """The translation as readers see it; a span in it is a span in `target`."""
        return prose(self.target)

    @lazily
    def source_tokens(self) -> list[str]:
        """The source's prose cut at its blanks, for what can be learnt of each token: see tokens.py."""
        return self.source_prose.split()

    @lazily
    def target_tokens(self) -> list[str]:
        return self.target_prose.split()

    @lazily
    def source_words(self) -> list[str]:
        """The words of the source in their order, in lower case, an English genitive with them."""
        return words(self.source_tokens)

    @lazily
    def target_words(self) -> list[str]:
        return words(self.target_tokens)

    @lazily
    def source_vocabulary(self) -> frozenset[str]:
        """The source's words without their order: a check asks it first, and is done with most texts."""
        return frozenset(self.source_words)

    @lazily
    def target_vocabulary(self) -> frozenset[str]:
        return frozenset(self.target_words)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check has to say; the step that runs it adds which message and which check."""

    severity: Severity
    text: str
    """One sentence: what is wrong, with the words it is about."""
    advice: str
    """What to do, as an order: `Write “15. desember”.`"""
    span: tuple[int, int] | None = None
    """Where in the translation, as [start, end); None where it is about what is missing."""
    fix: tuple[Edit, ...] = ()
    """What makes it good, where that is certain: in order and without overlap. It must leave nothing to find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A translation that the check is right to flag, or right to leave alone: for its page, and for its test."""

    source: str
    target: str
    right: bool
    """False where the check finds something."""
    source_language: str = "en"
    locale: str = "nb"
    role: str = "paragraph"
    domain: str = "articles/example"
    source_plural: str | None = None
    forms: tuple[str, ...] = ()
    """Further plural forms of the translation."""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    profile: str = ""
    terms: tuple[Term, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    """Other texts of the locale, as (source, translation), for a check that compares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What wakes a check: it is handed the texts that have one of these, and no other.

    That is for speed alone. Clues may wake a check in vain; they must not let it sleep through anything it would find.
    """

    source: Clue | None = None
    """Something in a token of the source: see clues.py."""
    target: Clue | None = None
    """Or in one of the translation."""
    on_both: bool = False
    """Not or, but and."""
    text: Callable[[Subject], object] | None = None
    """Or else the whole text, of which this is true."""


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A named pure function. A correct translation yields nothing: a false alarm is a fault of the check."""

    id: str
    """Stable, short, lower case: `numbers`."""
    title: str
    """What it looks for, in a line."""
    find: Callable[[Subject], Iterable[Fault]]
    category: Category = field(kw_only=True)
    """Its type in Multidimensional Quality Metrics."""
    about: str = field(kw_only=True)
    """Why it is there and what it leaves alone: one short paragraph."""
    examples: tuple[Example, ...] = field(kw_only=True)
    """At least one right and one wrong."""
    clues: Clues | None = field(default=None, kw_only=True)
    """What a text must have for the check to be asked about it; None for every text."""
    sees_empty: bool = field(default=False, kw_only=True)
    """It looks at plural forms without a text, too; to others they are not shown."""


@dataclass(frozen=True, slots=True)
class CollectionCheck:
    """A check that compares: it is handed all translated texts of a locale at once, chrome first.

    Each fault comes with the very subject that it is about.
    """

    id: str
    title: str
    find: Callable[[Sequence[Subject]], Iterable[tuple[Subject, Fault]]]
    category: Category = field(kw_only=True)
    about: str = field(kw_only=True)
    examples: tuple[Example, ...] = field(kw_only=True)


AnyCheck = Check | CollectionCheck
"""What `l10n.plugins` loads as a check."""
