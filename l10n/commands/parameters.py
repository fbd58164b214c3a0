"""What a command is given: shown in its help, and taken as it was typed where that is enough."""

from __future__ import annotations

from typing import Any


def fit(command: Any) -> None:
    """Have a command and its verbs show and take their parameters so; `--help`, which Typer adds late, among them."""
    parameters = command.get_params
    command.get_params = lambda ctx: [_fitted(parameter) for parameter in parameters(ctx)]
    for inner in getattr(command, "commands", {}).values():
        fit(inner)


def _fitted(parameter: Any) -> Any:
    if "get_runtime_param" not in vars(parameter):
        as_typed = _AsTyped(parameter)
        parameter.get_runtime_param = lambda: as_typed
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = lambda ctx: None  # help says `LOCALE`, and not `LOCALE <str>`
    return parameter


class _AsTyped:
    """The value of a parameter. Typer would have pydantic look at all of them, even at what was not given.

    To import that takes longer than the whole rest of the start; whatever is more than Unicode text still goes there.
    """

    def __init__(self, parameter: Any) -> None:
        self._kind = parameter.type_descriptor.annotation
        self._looked_at = parameter.get_runtime_param

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        is_many = param.multiple or param.nargs == -1
        if value is None:
            return () if is_many else None
        if is_many and self._kind == list[str] and isinstance(value, list | tuple) and all(map(_is_text, value)):
            return list(value)
        if not is_many and self._kind is str and _is_text(value):
            return value
        if not isinstance(value, str) and isinstance(self._kind, type) and isinstance(value, self._kind):
            return value  # our own default: what was typed is a text
        return self._looked_at().coerce(value, param=param, ctx=ctx)


def _is_text(value: Any) -> bool:
    """False for bytes of another encoding, which Python brings along as lone surrogates: Typer refuses them."""
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)
