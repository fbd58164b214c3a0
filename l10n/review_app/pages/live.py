"""What the page asks for while someone works: findings as they type, and translations of texts that are alike."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from l10n.commands import session
from l10n.commands.domains import translated_domains
from l10n.model.catalog import Catalog
from l10n.model.memory import Memory
from l10n.model.memory_unit import Languages
from l10n.model.message import Message
from l10n.review_app.desk import Desk, Row
from l10n.review_app.knowledge import findings
from l10n.review_app.visit import Visit
from l10n.steps.match import LEAST, Match, match
from l10n.steps.suggest import Candidate, suggest


def checks(visit: Visit) -> Response:
    """Findings on the text as it stands in the editor. Nothing is written."""
    desk, _, message = _opened(visit)
    texts = visit.form.all("text")
    return visit.page("findings.html.j2", findings=findings(desk, message, texts), texts=texts)


def memory(visit: Visit) -> Response:
    """What people made of the same text elsewhere, and of texts that are like it."""
    desk, _, message = _opened(visit)
    shelves = _shelves(desk)
    others = [catalog for domain, catalog in shelves if domain != desk.domain]
    exact = Memory(others).find(message)
    return visit.page(
        "memory.html.j2",
        exact=exact if exact != message.text else None,
        candidates=_alike(desk, message, shelves, now=visit.config.now()),
        locale=desk.locale,
        source_language=desk.source_language,
        whole=not visit.is_fragment,
    )


def _alike(desk: Desk, message: Message, shelves: list[tuple[str, Catalog]], *, now: str) -> list[Candidate]:
    """From the project's catalogs, its imported memories and the team's.

    `suggest` looks at what is new, so it is asked as if this message were.
    """
    asked = replace(message, msgstr=tuple("" for _ in message.msgstr))
    pool = [(domain, _without(catalog, message) if domain == desk.domain else catalog) for domain, catalog in shelves]
    with session.memory(desk.workspace) as outside:

        def imported(new: Message) -> list[Match]:
            languages = Languages(desk.source_language, desk.locale)
            units = outside.alike(languages, new.msgid, least=LEAST, outside=True)
            return match(new.msgid, units, now=now, role=new.msgctxt)

        return suggest(Catalog(messages=(asked,)), pool, imported).get(message.key, [])


def _without(catalog: Catalog, message: Message) -> Catalog:
    return Catalog(messages=tuple(one for one in catalog.messages if one.key != message.key))


def _shelves(desk: Desk) -> list[tuple[str, Catalog]]:
    """The locale's catalogs that are translated from the same language, by domain."""
    workspace = desk.workspace
    found = []
    for domain in translated_domains(workspace, desk.locale):
        if workspace.settings.source_language(domain) == desk.source_language:
            catalog = desk.catalog if domain == desk.domain else workspace.load_catalog(desk.locale, domain)
            found += [(domain, catalog)] if catalog else []
    return found


def _opened(visit: Visit) -> tuple[Desk, Row, Message]:
    desk = Desk.open(visit.workspace, visit.path("locale"), visit.path("name"))
    row = desk.find(visit.path("id"))
    return desk, row, row.its_message
