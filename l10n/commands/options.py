"""Options that several commands share, so that they are called and explained alike everywhere."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.commands import completing

LocaleArgument = Annotated[
    str,
    typer.Argument(
        metavar="LOCALE", help="A locale, such as nb.", show_default=False, autocompletion=completing.locales
    ),
]
LocalesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="LOCALE", help="Only these locales; else all.", show_default=False, autocompletion=completing.locales
    ),
]
PlacesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[LOCALE…] [ARTICLE…]",
        help="Only these locales, then only these articles (slugs) or `chrome`; else all.",
        show_default=False,
        autocompletion=completing.places,
    ),
]
LocalesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--locale",
        "-l",
        metavar="LOCALE",
        help="Only this locale. Repeatable.",
        show_default=False,
        autocompletion=completing.locales,
    ),
]
DomainArgument = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE", help="An article's slug, or `chrome`.", show_default=False, autocompletion=completing.domains
    ),
]
DomainsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ARTICLE",
        help="Only these articles (slugs), or `chrome`.",
        show_default=False,
        autocompletion=completing.domains,
    ),
]
DomainsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--article",
        "-a",
        metavar="SLUG",
        help="Only this article, or `chrome`. Repeatable.",
        show_default=False,
        autocompletion=completing.domains,
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and write nothing.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Write the result as JSON.")]
