"""Ten articles in Bokmål and Nynorsk before and after a day of edits: every class of change, in real prose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from l10n.formats import ledger, po
from l10n.model.catalog import Catalog
from l10n.model.header import catalog_header
from l10n.model.ledger import LedgerEntry
from l10n.model.message import Message
from l10n.model.provenance import HUMAN, Actor, Origin
from l10n.model.state import State, judged, seal

OLA = Actor(name="Ola Nordmann", email="ola@example.org")
KARI = Actor(name="Kari Nordmann", email="kari@example.org")
ARGOS = Origin(engine="argos", model="en_nb", version="1.9")
AT = "2026-01-05T10:11Z"

PLACES = [
    "Bergen",
    "Tromsø",
    "Oslo",
    "Bodø",
    "Stavanger",
    "Ålesund",
    "Molde",
    "Hammerfest",
    "Kristiansand",
    "Trondheim",
]
NYNORSK = {
    " ikke ": " ikkje ",
    "åpne": "opne",
    "fra ": "frå ",
    " hun ": " ho ",
    "mennesker": "menneske",
    "uken": "veka",
}

TEXTS = (
    ("title", "Harbour in {place} opens after the storm", "Havnen i {place} åpner etter uværet"),
    (
        "lead",
        "The harbour of {place} opened on Monday, {n} hours after the storm had closed it.",
        "Havnen i {place} åpnet mandag, {n} timer etter at uværet stengte den.",
    ),
    (
        "paragraph",
        "Two ferries left at noon with {n} passengers. The crews had waited since Saturday, and nobody was hurt.",
        "To ferger gikk klokken tolv med {n} passasjerer. Mannskapene hadde ventet siden lørdag, og ingen ble skadet.",
    ),
    (
        "paragraph",
        "“We did not expect the wind to turn so early,” said Ingrid Solberg, who leads the port authority in {place}.",
        "«Vi ventet ikke at vinden skulle snu så tidlig», sa Ingrid Solberg, som leder havnevesenet i {place}.",
    ),
    (
        "paragraph",
        "The repairs are expected to cost {n} million kroner. The county pays 70% of it, and the rest is insured.",
        "Reparasjonene ventes å koste {n} millioner kroner. Fylket betaler 70 % av det, og resten er forsikret.",
    ),
    (
        "paragraph",
        "Schools stayed closed until December 15, and most people worked from home for the rest of the week.",
        "Skolene holdt stengt til 15. desember, og de fleste arbeidet hjemmefra resten av uken.",
    ),
    (
        "caption",
        "Waves in the outer harbour on Sunday evening.",
        "Bølger i ytre havn søndag kveld.",
    ),
)  # fmt: skip


def write(root: Path) -> tuple[Path, Path]:
    """The two states, as folders with a `catalogs/` each."""
    for side in ("before", "after"):
        for locale in ("nb", "nn"):
            verdicts: list[LedgerEntry] = []
            for number, place in enumerate(PLACES):
                domain = f"articles/{place.lower().translate(str.maketrans('øåæ', 'oaa'))}-harbour"
                messages = [_message(n, place, 40 + 3 * number, locale) for n in range(len(TEXTS))]
                drafts = [m for m in messages if m.comments[0] == "l10n-state: draft"]
                verdicts += [_draft_line(message, domain) for message in drafts]
                if side == "after":
                    messages = _edited(messages, number)
                path = root / side / "catalogs" / locale / f"{domain}.po"
                path.parent.mkdir(parents=True, exist_ok=True)
                header = catalog_header(domain, "en", locale)
                path.write_bytes(po.encode(Catalog(header=header, messages=tuple(messages))))
            lines = "".join(f"{ledger.serialize(entry)}\n" for entry in verdicts)
            (root / side / "catalogs" / locale / "reviews.jsonl").write_text(lines, encoding="utf-8")
    return root / "before", root / "after"


def _message(number: int, place: str, n: int, locale: str) -> Message:
    role, source, text = TEXTS[number]
    text = text.format(place=place, n=n)
    if locale == "nn":
        for old, new in NYNORSK.items():
            text = text.replace(old, new)
    message = Message(msgctxt=role, msgid=source.format(place=place, n=n), msgstr=(text,))
    if number in (1, 2):
        return judged(message, State.DRAFT, by=None, at="", origin=ARGOS)
    return judged(message, State.REVIEWED, by=KARI, at=AT, origin=HUMAN)


def _draft_line(message: Message, domain: str) -> LedgerEntry:
    return LedgerEntry(
        seal=seal(message),
        domain=domain,
        state=State.DRAFT,
        by="argos",
        at=AT,
        origin=str(ARGOS),
        context=message.msgctxt,
        msgid=message.msgid,
        text=message.text,
    )


def _edited(messages: list[Message], number: int) -> list[Message]:
    """A different day's work for each article, all of the classes among the ten."""
    title, lead, ferries, quote, repairs, schools, caption = messages
    lead = _signed(_said(lead, "etter at uværet stengte den", "etter at stormen la den øde"), State.REVIEWED)
    if number % 2:
        ferries = _signed(ferries, State.TRANSLATED)
    if number == 0:
        repairs = _said(repairs, "70 %", "90 %")
        quote = _signed(_said(quote, "ikke" if "ikke" in quote.text else "ikkje", "aldri"), State.TRANSLATED)
    if number == 1:
        quote = _said(quote, " ikke " if " ikke " in quote.text else " ikkje ", " ")
    if number == 2:
        repairs = replace(repairs, msgid=repairs.msgid.replace("70%", "75%"))
    if number == 3:
        repairs = replace(_said(repairs, "70 %", "75 %"), msgid=repairs.msgid.replace("70%", "75%"))
    if number == 4:
        schools = replace(schools, msgid=schools.msgid.replace("most people", "nearly everybody"))
    if number == 5:
        caption = _said(caption, "Bølger i ytre havn søndag kveld.", "Slik så det ut ytterst ved moloen da det blåste.")
    if number == 6:
        repairs = _said(repairs, "70 %", "70\u00a0%")
        quote = _said(_said(quote, "«", '"'), "»", '"')
    if number == 7:
        return [title, lead, ferries, quote, schools, caption]
    if number == 8:
        source, text = "Another storm may come on Thursday.", "Et nytt uvær kan komme torsdag."
        return [*messages[:1], lead, ferries, quote, repairs, schools, caption,
                Message(msgctxt="paragraph", msgid=source, msgstr=(text,))]  # fmt: skip
    return [title, lead, ferries, quote, repairs, schools, caption]


def _said(message: Message, old: str, new: str) -> Message:
    return replace(message, msgstr=(message.text.replace(old, new),))


def _signed(message: Message, state: State) -> Message:
    return judged(message, state, by=OLA, at=AT, origin=HUMAN)
