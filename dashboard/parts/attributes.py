"""aria_label=... -> {"aria-label": ...}: attributes whose names Python cannot spell."""

from typing import Any


def attributes(**values: str) -> dict[str, Any]:
    """Return aria and data attributes, to be passed to a component with `**`."""
    return {name.replace("_", "-"): value for name, value in values.items()}
