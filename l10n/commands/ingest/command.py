"""`l10n ingest`: a page becomes an article and the chrome around it, or a list of questions."""

from __future__ import annotations

import re
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from l10n import plugins
from l10n.commands import console, session
from l10n.commands.ingest.report import report, show_questions
from l10n.commands.speech import _
from l10n.errors import ConflictError, InvalidInputError, UsageError
from l10n.formats.readers.page.naming import slug as slug_of
from l10n.model.article import Article
from l10n.model.catalog import CHROME
from l10n.model.chrome import ChromeString
from l10n.model.reading import Reading, ReadingOptions
from l10n.steps.ingest import ingest as keep
from l10n.workspace import Workspace
from l10n.workspace.inputs import LIMIT, decode_input, read_input

_ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_OTHER_KINDS = re.compile(
    r"\.(?:toml|jsonl?|ya?ml|ini|cfg|lock|csv|tsv|po|pot|mo|xlf|xliff|tmx|tbx|xlsx?|ods|docx?|odt|rtf|pptx|pdf"
    r"|py|m?js|ts|css|xml|svg|png|jpe?g|gif|webp|avif|mp[34]|wav|zip|gz|tar|sqlite|db)"
)
"""Endings of files that hold something else than a page, for certain."""
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|meta)\b", re.I | re.S)
_NAMED = re.compile(r"(?P<slug>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.capture\.txt|\.html?|\.md)")
_GENERIC = frozenset({"index", "page", "article", "capture", "readme", "download", "default"})
_ANSWER = re.compile(r"(?:(?P<line>\d+)=)?(?P<answer>title|body|card|caption|chrome|above|below)")


def ingest(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="The page; - reads standard input.", show_default=False)
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="auto|capture|html|markdown", help="What the file is.")
    ] = "auto",
    slug: Annotated[str, typer.Option(help="The article's name; else from the file's name or the title.")] = "",
    assume: Annotated[
        list[str] | None,
        typer.Option(metavar="[LINE=]ANSWER", help="Answer a question (12=chrome), or all of them (body). Repeatable."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", "--update", help="Replace an article that is different.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and report, but write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON, every line with its verdict.")] = False,
) -> None:
    """Turn a page capture, an HTML page or a Markdown file into an article.

    Every line is told apart: what is the story's goes to articles/SLUG.md, what is the site's (menus, badges, cookie
    banner) to catalogs/captured.jsonl. A line that could be either is listed with its question, exit code 1, and
    nothing is written until --assume answers it.

    Example: l10n ingest tokyo-forum.capture.txt
    """
    workspace = session.workspace(ctx)
    _refuse_other_kinds(form, file)
    text = decode_input(sys.stdin.buffer.read(LIMIT + 1), "standard input") if file == "-" else read_input(Path(file))
    options = _with_answers(_options(workspace), assume or [])
    try:
        reading: Reading = plugins.load("readers", _format(form, file, text))(text, options)
    except InvalidInputError as error:
        raise error.at(file if file != "-" else "standard input") from None
    _refuse_unknown_lines(reading, options)
    for warning in reading.warnings:
        console.say(_("Warning: {warning}", warning=warning))
    if reading.article is None:
        show_questions(reading, file, as_json=as_json)
        raise typer.Exit(1)
    name = slug or _slug(file, reading.article)
    workspace.article_path(name)
    if dry_run:
        article = keep(reading, name, ())[0]
        changed = False
    else:
        with workspace.lock():
            article, strings = keep(reading, name, workspace.records.load_captured())
            _refuse_other(workspace, article, force=force)
            changed = workspace.save_reading(article, strings)
    shown = workspace.shown(workspace.article_path(name))
    if as_json:
        console.put_json("ingest/1", _payload(reading, article, shown, written=changed))
    else:
        report(reading, article, shown, workspace.settings.chrome_language, changed=changed, dry_run=dry_run)


def _options(workspace: Workspace) -> ReadingOptions:
    settings = workspace.settings
    return ReadingOptions(
        article_language=settings.article_language,
        chrome_language=settings.chrome_language,
        known=(*workspace.records.load_captured(), *_chrome_of_catalogs(workspace)),
    )


def _chrome_of_catalogs(workspace: Workspace) -> list[ChromeString]:
    """Chrome the project translates: its source strings, and their translations."""
    found: list[ChromeString] = []
    template = workspace.load_template(CHROME)
    for message in template.live if template else ():
        found.append(_string(message.msgctxt, message.msgid, workspace.settings.chrome_language))
    for locale in workspace.settings.locales:
        catalog = workspace.load_catalog(locale, CHROME)
        for message in catalog.live if catalog else ():
            if message.has_text and not message.is_fuzzy:
                found.append(_string(message.msgctxt, message.text, locale))
    return found


def _string(context: str | None, text: str, lang: str) -> ChromeString:
    return ChromeString(id="", context=context or "label", text=text, lang=lang)


def _with_answers(options: ReadingOptions, assume: list[str]) -> ReadingOptions:
    answers: dict[int, str] = {}
    for given in assume:
        match = _ANSWER.fullmatch(given.strip())
        if match is None:
            raise UsageError(
                "assume-unreadable",
                "--assume cannot read {given!r}.",
                given=given,
                hint="Write a line and its answer, 12=chrome, or one answer for all.",
            )
        if match["line"]:
            answers[int(match["line"])] = match["answer"]
        else:
            options = replace(options, answer_all=match["answer"])
    return replace(options, answers=answers)


def _refuse_unknown_lines(reading: Reading, options: ReadingOptions) -> None:
    known = {verdict.line for verdict in reading.lines}
    for line in options.answers:
        if line not in known:
            raise UsageError("assume-unreadable", "--assume names line {line}, and there is no text on it.", line=line)


def _refuse_other_kinds(form: str, file: str) -> None:
    """A settings file reads as a page capture, too; only --format can mean that."""
    ending = Path(file).suffix.lower()
    if form == "auto" and _OTHER_KINDS.fullmatch(ending):
        raise UsageError(
            "not-an-article",
            "{file} is no page: its name ends in {ending}.",
            file=file,
            ending=ending,
            hint="Name a page capture, an HTML page or a Markdown file; if it is one, say which: --format capture",
        )


def _format(form: str, file: str, text: str) -> str:
    if form != "auto":
        return form
    by_name = _ENDINGS.get(Path(file).suffix.lower())
    if by_name:
        return by_name
    if _HTML.match(text):
        return "html"
    return "markdown" if re.match(r"---[ \t]*\r?\n|# \S", text) else "capture"


def _slug(file: str, article: Article) -> str:
    named = _NAMED.fullmatch(Path(file).name)
    if named and named["slug"] not in _GENERIC:
        return named["slug"]
    name = slug_of(article.title)
    if not name:
        raise UsageError(
            "title-gives-no-name",
            "The title {title!r} gives no name for the article.",
            title=article.title,
            hint="Name it: --slug NAME",
        )
    return name


def _refuse_other(workspace: Workspace, article: Article, *, force: bool) -> None:
    path = workspace.article_path(article.slug)
    if path.exists() and not force and workspace.load_article(article.slug) != article:
        raise ConflictError(
            "article-there-already",
            "{path} is there already, and says something else.",
            path=workspace.shown(path),
            hint=("Replace it with --force (translations of unchanged passages stay), or choose another --slug."),
        )


def _payload(reading: Reading, article: Article, path: str, *, written: bool) -> dict[str, Any]:
    from l10n.segmentation.article import split

    roles = [unit.context for unit in split(article)]
    return {
        "slug": article.slug,
        "path": path,
        "written": written,
        "title": article.title,
        "counts": {
            "paragraphs": roles.count("lead") + roles.count("paragraph"),
            "images": len(article.images),
            "cards": len(article.cards),
            "chrome": len(reading.chrome),
        },
        "cards": [asdict(card) for card in article.cards],
        "chrome": [asdict(string) for string in reading.chrome],
        "lines": [asdict(verdict) for verdict in reading.lines],
        "questions": [],
        "warnings": list(reading.warnings),
    }
