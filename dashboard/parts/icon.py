"""The name of a picture of assets/css/40-icons.css -> the classes that put it beside the words of a button.

The style sheet draws it, because every component that Dash mounts costs time at each click.
"""


def with_icon(name: str, style: str) -> str:
    """Return `style` with the icon; what it means must stand in the button's words or in its aria-label."""
    return f"{style} icon icon-{name}"
