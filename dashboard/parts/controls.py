"""An option of the view (measure, grain, rows ...) -> its control, with the name that it has in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc

from dashboard import ids
from dashboard.words import word

FIELDS = ("kind", "area", "region", "country", "donor", "programme", "audience", "topic", "mode")
Choice = tuple[str, str]  # value, label


def view_control(name: str, choices: Sequence[Choice], language: str, label: str = "") -> Any:
    """Return a control with the id view-`name`; the first choice is the default, `label` the key of other words.

    It is empty until a callback says what the address asks for: a value of its own would change the address.
    """
    data = [{"value": value, "label": shown} for value, shown in choices]
    return dmc.Select(
        id=ids.view_control(name),
        label=word(label or name, language),
        data=data,
        allowDeselect=False,
        size="xs",
        className="view-control",
    )


def words_of(name: str, values: Sequence[str], language: str) -> list[Choice]:
    """Return choices whose labels are words of the page: `name`_`value`."""
    return [(value, word(f"{name}_{value}", language)) for value in values]


def fields(language: str, first: str = "") -> list[Choice]:
    """Return the fields that a breakdown can have, `first` before the others."""
    order = [first, *(field for field in FIELDS if field != first)] if first else list(FIELDS)
    return [(field, word(f"filter_{field}", language)) for field in order]
