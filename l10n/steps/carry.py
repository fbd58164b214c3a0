"""A translation carried from one version of its source to another: what is kept, and what state it has then."""

from __future__ import annotations

from dataclasses import replace

from l10n.model.message import FUZZY, Message, Previous
from l10n.model.state import CHANGED, CONFLICT_PREFIX, State, judged, resealed, standing
from l10n.steps.grade import grade


def refreshed(message: Message, template: Message) -> Message:
    """The same message with the notes, references and format flags of the template; else every byte as it was."""
    flags = _flags(message, template)
    references = template.references or message.references
    if " ".join(references).split() == " ".join(message.references).split():
        references = message.references  # wrapped differently, and no different
    if message.extracted == template.extracted and flags == message.flags and references == message.references:
        return message
    return replace(message, extracted=template.extracted, references=references, flags=flags)


def renamed(message: Message, template: Message) -> Message:
    """The message under a key that reads the same: text, state and judgement carry over, sealed anew."""
    after = replace(
        template,
        msgstr=message.msgstr,
        comments=message.comments,
        flags=_flags(message, template),
        previous=message.previous,
    )
    return resealed(message, after)


def made_stale(message: Message, template: Message, forms: int, *, why: str = "") -> Message:
    """The message under a key that says something else: the old text stays, fuzzy, with the source it was made from.

    A text that was stale already keeps the source it was really made from. `why` is the grade's word on the two
    sources, where it is known already.
    """
    found = standing(message)
    own = found.state is State.STALE and message.previous
    previous = own or Previous(message.msgctxt, message.msgid, message.msgid_plural)
    msgstr = message.msgstr
    if message.msgid_plural is None and template.msgid_plural is not None:
        msgstr = message.msgstr * forms
    elif message.msgid_plural is not None and template.msgid_plural is None:
        msgstr = message.msgstr[:1]
    stale = assembled(template, msgstr, State.STALE, donor=message, previous=previous, comments=message.comments)
    theirs = tuple(line for line in message.comments if line.startswith(CONFLICT_PREFIX))
    stale = replace(stale, comments=(*stale.comments, *theirs))
    for form in message.msgstr[len(msgstr) :]:
        stale = remarked(stale, CHANGED + "a plural form said: " + form.replace("\n", "\\n"))
    if own or not why:
        why = grade(previous.msgid or "", template.msgid).why
    return remarked(stale, CHANGED + why) if why else stale


def assembled(
    template: Message,
    msgstr: tuple[str, ...],
    state: State,
    *,
    donor: Message,
    previous: Previous | None = None,
    comments: tuple[str, ...] = (),
) -> Message:
    """A message made of earlier text: unsigned, with the origin of the message that gave it."""
    # what `extra` of a record says was said of the earlier message; other comments are the translator's own
    kept = tuple(line for line in comments if not line.startswith("l10n-"))
    message = replace(template, msgstr=msgstr, comments=kept, flags=_flags(donor, template), previous=previous)
    return judged(message, state, by=None, at="", origin=standing(donor).origin)


def remarked(message: Message, remark: str) -> Message:
    """The message with a line of sync's own after its record."""
    at = sum(line.startswith("l10n-") for line in message.comments)
    return replace(message, comments=(*message.comments[:at], remark, *message.comments[at:]))


def untranslated(template: Message, forms: int) -> Message:
    """A new message, with as many empty forms as the locale has plurals."""
    return replace(template, msgstr=("",) * (1 if template.msgid_plural is None else forms), comments=())


def retired(message: Message) -> Message:
    """The message as an obsolete entry: text, record and comments stay; notes come again with the template."""
    return replace(message, obsolete=True, extracted=(), references=())


def _flags(message: Message, template: Message) -> tuple[str, ...]:
    """The message's own flags; format flags are the template's to give and to take."""
    if message.flags == template.flags:
        return message.flags
    kept = [flag for flag in message.flags if not flag.endswith("-format") or flag in template.flags]
    return (*kept, *(flag for flag in template.flags if flag not in kept and flag != FUZZY))
