"""“å” stands before an infinitive, “og” between equals: they sound alike, and are mixed up more than any other words.

De prøver å reparere.   right          Hun satt og leste.  right
De prøver og reparere.  wrong          Hun satt å leste.   wrong

Only what no reading of the sentence allows is named: a finite verb with “og” and an infinitive, a preposition with
them, and “å” before a finite verb. Source: Språkrådet, Å eller og.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from l10n.checks.contract import Check, Example, Fault, Subject
from l10n.checks.prose import word_set
from l10n.model.finding import Category, Edit, Severity

_LANGUAGES = frozenset({"nb", "nn"})
_INFINITIVES = word_set(
    "avslutte avsløre be bekrefte beskytte besøke betale bidra bli bo bruke bygge bære dekke dele delta dempe drive "
    "endre etablere fange fatte finne fjerne flytte forbedre forby fortelle forstå forsvare fortsette få gi "
    "gjenoppta gjøre gå ha hente hindre hjelpe holde høre innføre jobbe kjøpe klare komme kutte lage la lede legge "
    "leie lese leve lære løse melde miste motta møte nå oppnå oppfylle ordne overbevise overta passe redde redusere "
    "reise rette rydde rømme samle se selge sende sette si sikre skape skille skjule skrive slippe slutte snakke "
    "spare spre stanse starte stjele stoppe støtte styre svare ta tape teste tjene trekke tvinge uttale utvide "
    "vedta velge vende verne vinne vise være vurdere åpne øke"
)
"""Common ones that are no other form and no other word. To them come those in -ere of borrowed verbs."""
_LEADS = (
    r"(?:for|uten|ved|etter|til|om|i stedet for|framfor|fremfor)",
    r"(?:prøver|prøvde|forsøker|forsøkte|ønsker|ønsket|klarer|klarte|begynner|begynte|pleier|pleide|greier|greide|"
    r"nekter|nektet|håper|håpet|lover|lovet|velger|valgte|planlegger|planla|vurderer|vurderte|kommer til|kom til)",
)
_FOR_AND = re.compile(rf"(?<!\w)(?:{'|'.join(_LEADS)})\s+(og)\s+(?:ikke\s+|også\s+)?(\w+)", re.IGNORECASE)
_BORROWED = re.compile(r"\w{2,}[^aeiouyæøåt\W]ere")
_FINITE = (
    r"er|var|har|hadde|blir|ble|går|gikk|kommer|kom|sier|sa|ser|tar|tok|får|fikk|gjør|gjorde|skal|vil|kan|leser|leste|"
    r"venter|ventet|snakker|snakket|spiser|spiste|sover|sov|jobber|jobbet|ser på|så på|drikker|drakk|spiller|spilte"
)
_AND_FOR = re.compile(rf"(?<!\w)(å)\s+(?:{_FINITE})(?!\w)")


def find(subject: Subject) -> Iterable[Fault]:
    """The first “og” that should be “å”, and the first “å” that should be “og”."""
    if subject.languages[1] not in _LANGUAGES:
        return
    text = subject.target_prose
    if any(word == "og" and _is_infinitive(after) for word, after in pairwise(subject.target_words)):
        for match in _FOR_AND.finditer(text):
            if _is_infinitive(match[2].lower()):
                yield _mixed_up(match, "å")
                return
    if "å" in subject.target_vocabulary and (found := _AND_FOR.search(text)):
        yield _mixed_up(found, "og")


def _is_infinitive(word: str) -> bool:
    return word in _INFINITIVES or (word.endswith("ere") and _BORROWED.fullmatch(word) is not None)


def _mixed_up(match: re.Match[str], right: str) -> Fault:
    said, better = (
        match[0],
        match[0][: match.start(1) - match.start()] + right + match[0][match.end(1) - match.start() :],
    )
    return Fault(
        Severity.WARNING,
        f"“{said}” should be “{better}”.",
        f"Write “{right}”.",
        match.span(1),
        (Edit(*match.span(1), right),),
    )


check = Check(
    "infinitives",
    "“å” stands before infinitives, “og” between equals (Norwegian).",
    find,
    category=Category.GRAMMAR,
    about=(
        "“og” and “å” sound alike in Norwegian. A finite verb or a preposition with “og” and an infinitive, and “å” "
        "before a finite verb, are wrong in every reading. Two infinitives with “og” may be right, and are left alone."
    ),
    examples=(
        Example(source="They are trying to repair the boat.", target="De prøver å reparere båten.", right=True),
        Example(source="They are trying to repair the boat.", target="De prøver og reparere båten.", right=False),
        Example(source="They tried and failed.", target="De prøvde og feilet.", right=True),
        Example(source="She sat reading.", target="Hun satt og leste.", right=True),
        Example(source="She sat reading.", target="Hun satt å leste.", right=False),
        Example(source="He did it to win.", target="Han gjorde det for og vinne.", right=False),
    ),
)
