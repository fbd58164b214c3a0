"""What the source denies the translation denies, and nothing else.

The airline will not refund tickets.  → Flyselskapet refunderer ikke billetter.   right
The airline will not refund tickets.  → Flyselskapet refunderer billetter.        wrong: it says the opposite
The road is open again.               → Veien er ikke åpen igjen.                 wrong, too

Both languages must be known here. Sentence by sentence where there are as many in both, else the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.checks import plain_negation
from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.negators import DENYING, HINTED, denials, excuses
from l10n.checks.prose import is_technical, word_set
from l10n.checks.sentence_pairs import paired
from l10n.checks.tokens import words
from l10n.checks.told_words import fates, lost_and_told
from l10n.model.finding import Category, Severity

_NO_DENIAL = re.compile(
    r"=no\b|\bno\.\s*(?=[\d:.]|$)|\bno(?=\s?\d)|\b(?:whether|if) or not\b|\bor not\b|\bnot (?:only|just|merely|least|"
    r"to mention)\b|"
    r"\bno (?:later|earlier|more|less|fewer|sooner|matter|doubt|wonder)\b|\bnothing (?:but|less)\b|\bnone other\b|"
    r"\bno (?:accident|coincidence|secret|stranger|surprise|exception|denying|shortage|mistake|small|mean|choice)\b|"
    r"\bno (?:hurry|rush|easy|picnic|joke|fun|fan|match|friend of|laughing matter|big deal|time to (?:lose|waste)|"
    r"end to|(?:extra |additional )?(?:cost|charge))\b|\b(?:second|next) to (?:none|nothing)\b|\bbar none\b|"
    r"\bwithout (?:a )?(?:doubt|fail|question|exception|warning|incident)\b|\bfor nothing\b|\bin no time\b|"
    r"\bnow or never\b|"
    r"\bno sooner\b|\bnever (?:before|mind)\b|\bnothing (?:new|has changed)\b|"
    r"\b(?:impossible|hard|difficult) not\b|"
    r"\bcannot but\b|n['’]t agree more\b|"
    r"(?:\bcannot|\bcan['’]t|\bcould(?:n['’]t| not)) (?:help|wait|miss|be overstated)\b|"
    r"\b(?:don['’]t|do not|never) (?:forget|hesitate|worry|miss)\b|"
    r"(?:\bnot|n['’]t) (?:alone|bad|difficult|exactly|far|for the first|hard|long|slow|the (?:first|last|only)|"
    r"without)\b|"
    r"\b(?:not|n['’]t|never)\b[^.;]{0,80}\b(?:until|till|unless)\b|"
    r"\bnot (?:un(?!der|til|ite|ion)|in(?!clud|creas|tend|ter|vest|volv|sist|dicat|form|vit|sur|tro|stall|flu|spir)|"
    r"im(?!prov|pact|ple|port|pos|mediat))\w+|\bno \w+ un\w+ed\b",
    re.IGNORECASE,
)
"""“No. 1”, “no later than Monday”, “not only …”, “not far from”: other languages say it without a no."""
_QUOTED = re.compile('[“‘"](.{2,40}?)[”’"]')
_REFUSING = word_set("refuse refused refuses refusing decline declined declines declining")
_REFUSAL = re.compile(r"\b(?:refus|declin)(?:es?|ed|ing) to\b")
_HARDLY = re.compile(r"\b(?:hardly|scarcely|rarely|seldom)\b", re.IGNORECASE)
_FAILED = re.compile(r"\b(?:failed|fails)\b", re.IGNORECASE)
_FAILED_TO = re.compile(r"(?<!not )(?<!n['’]t )(?<!never )\b(?:fail(?:ed|s|ing)?) to\b", re.IGNORECASE)
_DENYING_WORDS = word_set("denied denies deny denying")
_DENIED = re.compile(
    r"\b(?<!was )(?<!were )(?<!been )(?:denied|denies|deny|denying)\b"
    r"(?! (?:him|her|them|us|me|(?:[\w’'-]+ ){0,2}(?:bail|entry|access|appeals?|requests?|visas?)\b))"
)
_CONFIRMED = re.compile(r"\bbekreft(?:er|et|a|e)\b", re.IGNORECASE)
_DENIED_HERE = re.compile(r"nekt|neit|avvis|avkreft|dement|tilbakevis|bestri|bestred", re.IGNORECASE)
_CLAUSE = re.compile(r",? (?:and|but|while|og|men|mens) ")
_FAILURE = re.compile(
    r"(?<!\w)(?:mislyk\w*|forgjeves|str[øy]k\w*|svikt\w*|\w*feil\w*|glem\w*|glipp|skyld\w*|visn\w*|snubl\w*|forsøm\w*|bom\w*|knel\w*|problem\w*|"
    r"brast|brøt\w*|sv[ie]k\w*|miss\w*|gikk ut|røk|ryker|havarer\w*|ute av stand|utrygg\w*|utilstr\w*|utilfr\w*|"
    r"utålmod\w*|utenkelig\w*|utro\w*|farlig\w*|skjul\w*|irregul\w*|irrelevan\w*|irrasjon\w*|inkompet\w*|"
    r"ineffektiv\w*|illojal\w*|intoler\w*|invalid\w*|analfabet\w*|dårlig\w*|syke?t?|gale?|galt|falske?t?|løgn\w*|"
    r"barnslig\w*|enkel\w*|røff\w*|klarer\w*|motvillig\w*|skeptisk\w*|vanskelig\w*|mot)(?!\w)"
)
"""Norwegian words for failing, and those that say what English does with un-, in- and dis-."""
_UN = word_set(
    """
    unable unafraid unarmed unaware unbeaten unbroken uncertain unclear uncomfortable unconfirmed undamaged undefeated
    undecided unfair unfit unfounded unhappy unharmed unhealthy unhurt uninhabited uninjured uninsured unlawful
    unlicensed unlikely unlimited unloved unnecessary unofficial unopened unpaid unpleasant unpopular unprepared
    unqualified unreliable unresolved unsafe unscathed unsold unsolved unstable unsuccessful unsuccessfully unsure
    untrue untouched unwanted unwell unwilling illegible illiterate immature impatient impossible improbable
    inaccurate inadequate incapable incomplete ineffective inefficient inexperienced infertile inhuman
    insecure insignificant insoluble insufficient intolerable invalid invisible involuntary irrational irregular
    irrelevant irresponsible dishonest disloyal disobedient dissatisfied
    """
)
"""Adjectives that deny what they are made of; Norwegian does so, too, or says it with a “not”."""
_SUCCEEDED = re.compile(
    r"(?<!\w)(?:lyktes|lykkes|lykkast|lukkast|lyckades|klarte|greide|klarer|greier|suksess)(?!\w)", re.IGNORECASE
)
_NEARLY = (
    frozenset({"hardly", "scarcely", "rarely", "seldom", "fail", "failed", "fails", "failing"}) | _UN | _DENYING_WORDS
)
_NEXT = 4
"""Words behind a denial that are what is denied."""
_KNOWN_AS = {"nn": "nb", "no": "nb"}
_LINES = 4
"""A text with more line ends is a listing."""


def find(subject: Subject) -> Iterable[Fault]:
    """A sentence that has lost its only negation, or has come to one."""
    source, target = subject.languages
    if source == target or source not in DENYING:
        return
    if target not in DENYING:
        yield from plain_negation.lost(subject, _NO_DENIAL)
        return
    yield from _refusal(subject)
    yield from _nearly_denied(subject)
    if not (_may_deny(subject.source_vocabulary, source) or _may_deny(subject.target_vocabulary, target)):
        return
    if len(list(denials(subject.source_words, source))) == len(list(denials(subject.target_words, target))):
        return
    if subject.source == subject.target or subject.source.count("\n") > _LINES or is_technical(subject.source):
        return
    for theirs, ours in paired(subject) or [(subject.source_prose, subject.target_prose)]:
        said = _without_kept(theirs, ours)
        before, after = (list(denials(words(text.split()), which)) for text, which in ((said, source), (ours, target)))
        # two in one sentence make a yes: “no reason not to go”
        if len(before) == 1 and not after and not excuses(theirs, ours, target) and not _NO_DENIAL.search(theirs):
            text = f"The negation “{before[0]}” of the source is lost."
            # “not closed” may well be open
            is_clear = _is_told(_behind(before[0], theirs), ours, target)
            yield Fault(Severity.ERROR if is_clear else Severity.HINT, text, "Say what the source denies.")
        elif len(before) == 2 and len(after) == 1 and (lost := _lost_of_two(theirs, ours, subject)):
            yield Fault(
                Severity.WARNING, f"The negation “{lost}” of the source is lost.", "Say what the source denies."
            )
        elif len(after) == 1 and not before and not HINTED[source].search(theirs):
            yield Fault(Severity.WARNING, f"“{after[0]}” denies what the source says.", "Take the negation out.")


def _lost_of_two(theirs: str, ours: str, subject: Subject) -> str:
    """The negation of one of two clauses, each of which denies; empty where none is lost or another word tells it."""
    source, target = subject.languages
    pairs = list(zip(_CLAUSE.split(theirs), _CLAUSE.split(ours), strict=False))
    if len(pairs) != 2 or len(_CLAUSE.split(theirs)) != 2 or len(_CLAUSE.split(ours)) != 2:
        return ""
    for clause, ours_of_it in pairs:
        denied = list(denials(words(clause.split()), source))
        is_told = any(denials(words(ours_of_it.split()), target)) or excuses(clause, ours_of_it, target)
        if len(denied) == 1 and not is_told and not _NO_DENIAL.search(clause):
            return denied[0] if _is_told(_behind(denied[0], clause), ours_of_it, target) else ""
    return ""


def _behind(denial: str, text: str) -> str:
    return re.split(rf"(?<!\w){re.escape(denial)}(?!\w)", text, maxsplit=1, flags=re.IGNORECASE)[-1]


def _is_told(behind: str, ours: str, language: str) -> bool:
    """Does the translation say the words behind a denial? What is not cheap may be called dear."""
    told = fates(" ".join(behind.split()[:_NEXT]), ours, _KNOWN_AS.get(language, language))
    lost_words, told_words = lost_and_told(told)
    return told_words >= lost_words


def _without_kept(theirs: str, ours: str) -> str:
    """Without quotations that stand in the translation as they are: the sign reads “No Kings”."""
    return _QUOTED.sub(lambda kept: " " if kept[1] in ours else kept[0], theirs)


def _refusal(subject: Subject) -> Iterator[Fault]:
    """Who refused to answer did not: somewhere the translation denies, refuses or rejects, in whatever words."""
    if subject.languages[0] != "en" or _REFUSING.isdisjoint(subject.source_vocabulary):
        return
    target = subject.languages[1]
    if target not in DENYING or not _REFUSAL.search(subject.source_prose):
        return
    if DENYING[target].isdisjoint(subject.target_vocabulary) and not HINTED[target].search(subject.target_prose):
        yield Fault(Severity.WARNING, "The refusal of the source is lost.", "Say what the source refuses.")


def _nearly_denied(subject: Subject) -> Iterator[Fault]:
    """“Hardly anyone” is no “nearly all”, and who failed did not succeed."""
    language, text = subject.languages[1], subject.target_prose
    if _NEARLY.isdisjoint(subject.source_vocabulary) or not DENYING[language].isdisjoint(subject.target_vocabulary):
        return
    said = _HARDLY.search(subject.source_prose)
    if said and not HINTED[language].search(text) and not re.search(r"så vidt|med nød", text):
        yield Fault(Severity.WARNING, f"The “{said[0]}” of the source is lost.", "Say how seldom or how little it is.")
    elif _FAILED.search(subject.source_prose) and (ours := _SUCCEEDED.search(text)):
        yield Fault(Severity.WARNING, f"The source says “failed”, not “{ours[0]}”.", "Say that it failed.", ours.span())
    elif language in ("nb", "nn") and not HINTED[language].search(text) and not _FAILURE.search(text.lower()):
        if failed := _FAILED_TO.search(subject.source_prose):
            is_clear = _is_told(subject.source_prose[failed.end() :], text, language)
            yield Fault(
                Severity.WARNING if is_clear else Severity.HINT,
                "The failure of the source is lost.",
                "Say that it failed.",
            )
        elif denied := sorted(_UN & subject.source_vocabulary):
            yield Fault(Severity.WARNING, f"Nothing says “{denied[0]}”.", "Say what the source denies.")
    if language in ("nb", "nn") and (told := _DENIED.search(subject.source_prose)):
        ours = _CONFIRMED.search(text)
        if ours and "confirm" not in subject.source_prose.lower() and not _DENIED_HERE.search(text):
            message = f"The source says “{told[0]}”, not “{ours[0]}”."
            yield Fault(Severity.WARNING, message, "Say what the source denies.", ours.span())


def _may_deny(vocabulary: frozenset[str], language: str) -> bool:
    return not DENYING[language].isdisjoint(vocabulary)


check = Check(
    "negation",
    "Negations are neither lost nor added.",
    find,
    category=Category.MISTRANSLATION,
    about=(
        "A dropped “not” turns a sentence into its opposite, and no length or number shows it. Where the source "
        "denies "
        "and the translation has no word that denies, doubts, lacks or refuses, it is an error; a negation that the "
        "source does not have is a warning. Known are English, Bokmål, Nynorsk, Danish, Swedish and German; a lost one "
        "is found in French, Spanish, Italian, Portuguese, Dutch, Icelandic, Finnish, Polish, Czech, Hungarian, "
        "Russian, Ukrainian, Japanese, Chinese, Korean and Arabic, too."
    ),
    examples=(
        Example(
            source="The airline will not refund tickets.",
            target="Flyselskapet vil ikke refundere billetter.",
            right=True,
        ),
        Example(source="He failed to reach the border.", target="Han nådde ikke grensen.", right=True),
        Example(
            source="The airline will not refund tickets.", target="Flyselskapet vil refundere billetter.", right=False
        ),
        Example(source="The road is open again.", target="Veien er ikke åpen igjen.", right=False),
        Example(source="Nobody was hurt.", target="Ingen blev skadad.", right=True, locale="sv"),
        Example(source="Nobody was hurt.", target="Flera skadades.", right=False, locale="sv"),
        Example(source="The firm did not reply.", target="L’entreprise n’a pas répondu.", right=True, locale="fr"),
        Example(source="The firm did not reply.", target="L’entreprise a répondu.", right=False, locale="fr"),
    ),
)
