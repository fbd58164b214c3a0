"""The header entry of templates and of new catalogs: what gettext's own check wants, and nothing that moves.

`msgfmt -c` warns where PO-Revision-Date, Last-Translator or Language-Team is missing, and is content with empty
ones; Babel crashes on an empty date, and msgfmt warns of gettext's own `YEAR-MO-DA`. So the date is a fixed one: the
epoch, which nobody takes for the day somebody worked. Who changed what and when stands in each message's own record.
A template keeps the warnings that xgettext's have: without a language, msgfmt never calls its header complete.
Editors may fill the fields in: sync never touches a header that is there.
"""

from __future__ import annotations

from l10n.model.locale import facts, gettext_name
from l10n.model.message import Message

_MIME = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
# `Language` is the language of the msgstrs, so a template has none. Poedit reads the language of the msgids
# from X-Source-Language, and takes them for English without it.
_SOURCE = "X-Source-Language"


def template_header(domain: str, source_language: str) -> Message:
    """The header of a template, naming the language that its msgids are written in."""
    return _header({"Project-Id-Version": domain, **_MIME, _SOURCE: source_language})


def catalog_header(domain: str, source_language: str, locale: str) -> Message:
    """The header of a new catalog; `Language` is written with an underscore, as gettext does."""
    fields = {
        "Project-Id-Version": domain,
        "PO-Revision-Date": "1970-01-01 00:00+0000",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": gettext_name(locale),
        **_MIME,
        "Plural-Forms": facts(locale).plural_forms,
        _SOURCE: source_language,
    }
    return _header(fields)


def _header(fields: dict[str, str]) -> Message:
    return Message(msgid="", msgstr=("".join(f"{name}: {value}\n" for name, value in fields.items()),))
