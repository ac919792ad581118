"""A class of fields -> records that nobody changes: mypy sees to that, so that making one costs little."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fixed(made: type[T]) -> type[T]:
    """Return `made` as a dataclass with slots, for records of which a text needs thousands.

    A frozen one sets each of its fields by a call, which takes three times as long; mypy refuses changes to both.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
