"""What `l10n ingest` tells a person of a reading: the summary, or the questions."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import asdict

from l10n.commands import console
from l10n.commands.speech import _
from l10n.model.article import Article, Card
from l10n.model.locale import facts
from l10n.model.reading import Question, Reading

_WIDTH = 72


def report(
    reading: Reading, article: Article, path: str, chrome_language: str, *, changed: bool, dry_run: bool
) -> None:
    """The title, the counts, the cards with their badges, and where it all went."""
    console.put(console.styled(console.one_line(article.title), "bold"))
    console.put(f"  {_counts(reading, article)}")
    for number, card in enumerate(article.cards, 1):
        badges = f"  [{console.one_line(', '.join(card.badges))}]" if card.badges else ""
        console.put(_("  card {number}: {cut}{badges}", number=number, cut=_cut(_name(card)), badges=badges))
    foreign = Counter(string.lang for string in reading.chrome if string.lang != chrome_language)
    for lang, count in sorted(foreign.items()):
        console.say(
            _(
                "{strings} in {english_name}: kept, but in no template until a counterpart in "
                "{english_name2} is named.",
                strings=console.plural(count, "string"),
                english_name=facts(lang).english_name,
                english_name2=facts(chrome_language).english_name,
            )
        )
    if dry_run:
        console.say(_("Dry run: nothing was written; it would go to {path}.", path=path))
        console.next_step("l10n ingest, without --dry-run")
        return
    if changed:
        console.say(_("Written:") + f" {path}" + (", catalogs/captured.jsonl" if reading.chrome else ""))
    else:
        console.say(_("No change: {path} says this already.", path=path))
    console.next_step("l10n extract", _("write the templates for translators"))


def show_questions(reading: Reading, file: str, *, as_json: bool) -> None:
    """Each unsure line with its number and its question, and how to answer."""
    if as_json:
        lines = [asdict(verdict) for verdict in reading.lines]
        questions = [asdict(question) for question in reading.questions]
        warnings = list(reading.warnings)
        console.put_json("ingest/1", {"written": False, "lines": lines, "questions": questions, "warnings": warnings})
    else:
        for question in reading.questions:
            console.put(_("line {line}: {cut}", line=question.line, cut=_cut(question.text)))
            console.put(f"  {question.question} ({' or '.join(question.choices)})")
    count = console.plural(len(reading.questions), "line")
    console.say(_("{count} could be either, and nothing was written. Answer, by line or all at once:", count=count))
    console.next_step(f"l10n ingest {shlex.quote(file)} {_answers(reading.questions)}")


def _answers(questions: tuple[Question, ...]) -> str:
    return " ".join(f"--assume {question.line}={question.choices[0]}" for question in questions[:3])


def _counts(reading: Reading, article: Article) -> str:
    from l10n.segmentation.article import split

    roles = Counter(unit.context for unit in split(article))
    paragraphs = console.plural(roles["lead"] + roles["paragraph"], "body paragraph")
    parts = [paragraphs + (_(" (lead among them)") if article.lead else "")]
    parts += [console.plural(roles["heading"], "heading")] if roles["heading"] else []
    parts += [console.plural(roles["list item"], "list item")] if roles["list item"] else []
    parts += [console.plural(roles["quote"], "quote")] if roles["quote"] else []
    if article.images:
        parts.append(console.plural(len(article.images), "image"))
    parts.append(console.plural(len(article.cards), "related card"))
    languages = Counter(string.lang for string in reading.chrome)
    parts += [
        _("{strings} in {language}", strings=console.plural(count, "chrome string"), language=lang)
        for lang, count in languages.most_common()
    ]
    return ", ".join(parts)


def _name(card: Card) -> str:
    return card.headline or card.summary or card.alt


def _cut(text: str) -> str:
    text = console.one_line(text)
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rsplit(" ", 1)[0] + " …"
