"""An article in Markdown with YAML front matter, as people write it and as `l10n ingest` does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import msgspec
import yaml

from l10n.errors import InvalidInputError, UsageError
from l10n.formats.readers.language import SCANDINAVIAN
from l10n.model.article import Article, Card, Image
from l10n.model.locale import canonical
from l10n.model.reading import Reading, ReadingOptions

_FENCE = re.compile(r"---[ \t]*\n(.*?)(?:^---[ \t]*\n|^---[ \t]*\Z)", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"\s*# +(.+?)(?: +#+)? *(?:\n+|\Z)|\s*([^\n]+)\n=+ *(?:\n+|\Z)")
_TEXTS = ("title", "lang", "lead")
_PARTS: dict[str, type] = {"images": Image, "cards": Card}


def read(text: str, options: ReadingOptions) -> Reading:
    """The article as it was written; or taken out of a page in Markdown, where wordings of a site stand in it.

    Raises InvalidInputError for text without an article or without a title.
    """
    from l10n.formats.readers.markdown_page import holds_chrome, read_page  # articles are parsed without

    if not text.strip():
        raise InvalidInputError("there is no text in it.")
    fields, body, first_line = _parts(text)
    title, lang = fields.get("title", ""), fields.get("lang", options.article_language)
    own = str(lang).partition("-")[0] not in SCANDINAVIAN
    if not own or (not holds_chrome(body, options) and (title or _TITLE.match(body))):
        return Reading(article=_without_repeats(parse(text, slug="")))
    reading = read_page(body, title if isinstance(title, str) else "", first_line, options)
    if reading.article is None:
        return reading
    written = _article("", {"title": reading.article.title, **fields}, reading.article.body)
    article = replace(
        written,
        badges=written.badges or reading.article.badges,
        images=written.images or reading.article.images,
        cards=written.cards or reading.article.cards,
    )
    return replace(reading, article=_without_repeats(article))


def _without_repeats(article: Article) -> Article:
    """A body that opens with the title, or the lead, of its front matter would show it twice."""
    body = article.body
    heading = _TITLE.match(body)
    if heading and (heading[1] or heading[2]).strip() == article.title:
        body = body[heading.end() :]
    first, _, rest = body.partition("\n\n")
    if article.lead and " ".join(first.split()) == " ".join(article.lead.split()):
        body = rest.lstrip("\n")
    return replace(article, body=body)


def parse(text: str, *, slug: str) -> Article:
    """The article. Without front matter, the first level-one heading is the title.

    Raises InvalidInputError, with the line where it is known, for front matter that does not fit.
    """
    fields, body, _ = _parts(text)
    if "title" not in fields:
        heading = _TITLE.match(body)
        if heading is None:
            raise InvalidInputError("the article has no title, neither as `title:` nor as a `# heading`.", line=1)
        fields["title"] = heading[1] or heading[2]
        body = body[heading.end() :]
    return _article(slug, fields, body)


def _parts(text: str) -> tuple[dict[str, Any], str, int]:
    """The fields of the front matter, the body, and the line it begins on."""
    text = text.replace("\r\n", "\n")
    fence = _FENCE.match(text)
    if text.startswith("---\n") and fence is None:
        raise InvalidInputError("the front matter that opens here is never closed by `---`.", line=1)
    end = fence.end() if fence else 0
    return _front_matter(fence[1]) if fence else {}, text[end:], text.count("\n", 0, end) + 1


def _front_matter(source: str) -> dict[str, Any]:
    try:
        fields = yaml.safe_load(source)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise InvalidInputError(f"the front matter is not valid YAML: {error.problem}.", line=line) from None
    except yaml.YAMLError as error:
        raise InvalidInputError(f"the front matter is not valid YAML: {error}.", line=1) from None
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise InvalidInputError("the front matter is not a list of `key: value` lines.", line=2)
    return {str(key): value for key, value in fields.items()}


def _article(slug: str, fields: dict[str, Any], body: str) -> Article:
    known: dict[str, Any] = {}
    for name in _TEXTS:
        value = fields.pop(name, None)
        if value is None:
            continue
        if not isinstance(value, str):
            raise InvalidInputError(f"`{name}` must be text; put {value!r} in quotes.", line=1)
        known[name] = value.strip()
    for name, model in _PARTS.items():
        known[name] = tuple(_part(model, item, f"{name}[{i}]") for i, item in enumerate(fields.pop(name, None) or ()))
    badges = fields.pop("badges", None) or ()
    known["badges"] = _convert(badges, tuple[str, ...], "badges")
    if "lang" in known:
        try:
            known["lang"] = canonical(known["lang"])
        except UsageError as error:
            raise InvalidInputError(error.message, line=1) from None
    body = body.strip("\n")
    return Article(slug=slug, body=body + "\n" if body.strip() else "", extra=fields, **known)


def _part(model: type, item: Any, where: str) -> Any:
    if not isinstance(item, dict):
        raise InvalidInputError(f"`{where}` must be `key: value` lines, not {item!r}.", line=1)
    names = set(model.__dataclass_fields__)  # type: ignore[attr-defined]
    unknown = {str(key) for key in item if key not in names}
    if unknown:
        raise InvalidInputError(f"`{where}` has the unknown key {', '.join(sorted(unknown))}.", line=1)
    return _convert(item, model, where)


def _convert(value: Any, kind: Any, where: str) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise InvalidInputError(f"`{where}` does not fit: {error}.", line=1) from None
