"""Running a check on its own examples: for its page, and for the tests that police all checks."""

from __future__ import annotations

from l10n.checks.background import Background, Sources
from l10n.checks.contract import AnyCheck, Check, Example, Fault, Subject
from l10n.model.message import Message


def faults_in(check: AnyCheck, example: Example) -> list[Fault]:
    """What the check finds in the example; a check that compares sees the texts beside it, too."""
    message = Message(
        msgid=example.source,
        msgctxt=example.role,
        msgid_plural=example.source_plural,
        msgstr=(example.target, *example.forms),
        flags=example.flags,
        comments=example.comments,
    )
    others = [Message(msgid=source, msgctxt=example.role, msgstr=(target,)) for source, target in example.beside]
    background = Background(terms=example.terms, profile=example.profile)
    sources = Sources(texts=tuple(one.msgid for one in (message, *others)))
    subjects = [
        subject
        for one in (message, *others)
        for subject in Subject.all_of(
            one,
            source_language=example.source_language,
            locale=example.locale,
            domain=example.domain,
            background=background,
            sources=sources,
        )
    ]
    if not isinstance(check, Check):
        return [fault for subject, fault in check.find(subjects) if subject.message is message]
    about = (subject for subject in subjects if subject.message is message)
    return [fault for subject in about if subject.target or check.sees_empty for fault in check.find(subject)]
