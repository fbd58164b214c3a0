"""A form as it was sent, read within limits."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from anyio import fail_after
from starlette.requests import Request

from l10n.errors import InvalidInputError

LIMIT = 1_000_000
"""Bytes of a whole form. The longest paragraph ever met was a hundredth of it."""
_PATIENCE = 16 * LIMIT
"""How much of a form that is too large is read and forgotten, so that a browser hears the answer."""
_FIELDS = 200
"""Of one form: an answer to each of a text's comments is a field of it."""
_SECONDS = 60


class TooLargeError(InvalidInputError):
    """A form beyond the limit."""


@dataclass(frozen=True, slots=True)
class Form:
    """Names and values, in order."""

    fields: tuple[tuple[str, str], ...]

    def one(self, name: str) -> str:
        """The first value, or nothing."""
        return next((value for field, value in self.fields if field == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(value for field, value in self.fields if field == name)

    def without(self, *names: str) -> Form:
        return Form(tuple((field, value) for field, value in self.fields if field not in names))


async def read_form(request: Request) -> Form:
    """The fields of a plain form. Raises InvalidInputError for anything else, TooLargeError beyond the limit."""
    body = bytearray()
    size = 0
    try:
        with fail_after(_SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size <= LIMIT:
                    body += chunk
                elif size > _PATIENCE:
                    break
    except TimeoutError:
        raise InvalidInputError(
            "form-late", "The form did not arrive in time, and nothing was saved.", hint="Send it again."
        ) from None
    if size > LIMIT:
        raise TooLargeError(
            "form-too-large", "The text is larger than 1 MB, and nothing was saved.", hint="Shorten it and save again."
        )
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise InvalidInputError("form-unfit", "This is not a form of this page.")
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS, encoding="utf-8"
        )
    except ValueError:
        raise InvalidInputError("form-unfit", "The form is not in UTF-8, or has too many fields.") from None
    return Form(tuple(pairs))
