"""What a run over many files says where it is stopped half-way: how much of it is done."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from l10n.commands.console import plural
from l10n.errors import L10nError, StorageError


@contextlib.contextmanager
def told_if_stopped(of: int, written: Callable[[], int], what: str = "catalog") -> Iterator[None]:
    """A fault or an interrupt in the block says how many of the `of` files were written until then."""

    def told() -> str:
        return f"{written()} of {plural(of, what)} {'is' if written() == 1 else 'are'} written, the rest is as it was"

    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(told()) from None
    except L10nError as error:
        if written():
            advice = "Free or open it, and run again." if isinstance(error, StorageError) else error.hint
            raise error.advising("{told}. {advice}", told=told(), advice=advice) from None
        raise
