"""A record -> the same without signs that XML forbids or that turn the direction of what follows: for all formats."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

# Control characters, halves of characters, and the signs that turn the direction of all that follows (a name can be
# made to read backwards with them). Those that mark one letter's direction stay: Arabic needs them.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
Some = TypeVar("Some")


def clean(value: Some) -> Some:
    """Return the value with every text in it cleaned, however deep it lies."""
    return _clean(value)  # type: ignore[no-any-return]


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return FORBIDDEN.sub(" ", value)
    if isinstance(value, tuple | list):
        return type(value)(map(_clean, value))
    if isinstance(value, dict):
        return {key: _clean(member) for key, member in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)})
    return value
