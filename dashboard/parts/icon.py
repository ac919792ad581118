"""The name of a picture of assets/css/40-icons.css -> an icon that screen readers pass over."""

from dash import html

from dashboard.parts.attributes import attributes


def icon(name: str) -> html.Span:
    """Return the icon; what it means must stand beside it or in an aria-label."""
    return html.Span(className=f"icon icon-{name}", **attributes(aria_hidden="true"))
