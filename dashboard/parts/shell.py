"""What stands around every page: the name, the pages, how far the data was checked, the filter bar, notices."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.access.who import reader
from dashboard.parts.attributes import attributes
from dashboard.parts.filters import Options, filter_bar
from dashboard.parts.icon import with_icon
from dashboard.words import LANGUAGES, date, share, word

PAGES = {
    "overview": "/",
    "map": "/map",
    "timeline": "/timeline",
    "breakdowns": "/breakdowns",
    "records": "/records",
    "claims": "/claims",
    "areas": "/areas",
    "briefing": "/briefing",
    "quality": "/quality",
    "about": "/about",
}
MANTINE = {
    "fontFamily": "var(--sans)",
    "fontFamilyMonospace": "ui-monospace, monospace",
    "headings": {"fontFamily": "var(--serif)", "fontWeight": "600"},
    "defaultRadius": "xs",
    "primaryColor": "teal",
    "respectReducedMotion": True,
    "cursorType": "pointer",
}


def shell(options: Options, language: str, theme: str, page: Any = None) -> dmc.MantineProvider:
    """Return the whole document; callbacks fill ids.PAGE, ids.CHIPS and ids.NOTICES.

    `theme` is light or dark; "" follows the reader's system.
    """
    scheme = {"forceColorScheme": theme} if theme else {"defaultColorScheme": "auto"}
    inside = [
        html.A(word("skip", language), href=f"#{ids.PAGE}", className="skip"),
        top(language),
        filter_bar(options, language),
        html.Div([html.Div(id=ids.CHIPS, className="chips"), actions(language)], className="chosen"),
        html.Div(id=ids.NOTICES, className="notices", role="status"),
        html.Div(id=ids.ERROR, className="notices", role="alert"),
        connection(language),
        html.Div(id=ids.NEW_DATA, className="notices", role="status"),
        html.Main(page, id=ids.PAGE, className="page", tabIndex=-1),
    ]
    return dmc.MantineProvider(
        html.Div(inside, className="shell", lang=language), id="provider", theme=MANTINE, **scheme
    )


def connection(language: str) -> html.Div:
    """Return where the browser says that the server does not answer, or does again (assets/connection.js)."""
    words = attributes(data_lost=word("connection_lost", language), data_back=word("connection_back", language))
    return html.Div(id="connection", className="connection", role="status", **words)


def top(language: str) -> html.Header:
    """Return the head: name, pages, how much was checked, language and theme."""
    name = dcc.Link(
        word("product", language),
        href="/",
        className=with_icon("tally", "brand"),
        title=word("product_line", language),
    )
    links = [page_link(page, language) for page in PAGES]
    return html.Header(
        [
            name,
            html.Nav(links, className="pages", **attributes(aria_label=word("pages", language))),
            html.Div(id="reviewed", className="reviewed"),
            html.Div(
                [*account_link(language), language_choice(language), theme_button(language)], className="top-tools"
            ),
        ],
        className="top",
    )


def page_link(page: str, language: str) -> dcc.Link:
    """Return the link to a page; a callback adds the query to its address, so that filters stay."""
    return dcc.Link(
        word(f"page_{page}", language), href=PAGES[page], id={"type": "page-link", "page": page}, className="page-link"
    )


def language_choice(language: str) -> Any:
    """Return the choice of the page's language."""
    data = [{"value": code, "label": name} for code, name in LANGUAGES.items()]
    label = attributes(aria_label=word("language", language))
    return dmc.Select(
        id="language", data=data, value=language, allowDeselect=False, size="xs", className="language", **label
    )


def account_link(language: str) -> list[html.A]:
    """Return the way to the reader's own page and out; none where nobody signs in."""
    signed_in = reader()
    if signed_in is None:
        return []
    label = word("access_link", language, account=signed_in.account)
    return [
        html.A(signed_in.account, href="/account", className="account", title=label, **attributes(aria_label=label))
    ]


def theme_button(language: str) -> html.Button:
    """Return the switch between light and dark."""
    label = word("theme", language)
    return html.Button(
        id="theme",
        className=with_icon("theme", "tool"),
        type="button",
        n_clicks=0,
        title=label,
        **attributes(aria_label=label),
    )


def actions(language: str) -> html.Div:
    """Return what can be done with the whole state: open the filters on a phone, share, reset."""
    show = html.Button(
        word("show_filters", language),
        className=with_icon("filter", "action action-filters"),
        type="button",
        **attributes(data_action="filters", aria_expanded="false", aria_controls=ids.FILTERS),
    )
    help_text = word("share_help", language)
    share = html.Button(
        html.Span(word("share", language), id="share-text", role="status"),
        id=ids.SHARE,
        className=with_icon("share", "action"),
        type="button",
        n_clicks=0,
        title=help_text,
        **attributes(data_done=word("shared", language)),
    )
    reset = html.Button(
        word("reset", language), id=ids.RESET, className=with_icon("reset", "action"), type="button", n_clicks=0
    )
    return html.Div([show, share, reset], className="actions")


def reviewed(checked: int, activities: int, day: str, language: str) -> list[html.Span]:
    """Say how many of the activities a person has checked, and of when the data is (`day` is ISO 8601, or "")."""
    if not activities:
        return []
    when = [html.Span(word("data_date", language, date=date(day, language)))] if day else []
    if checked == activities:
        return [html.Span(word("reviewed_all", language), className="reviewed-all"), *when]
    part = share(checked, activities, language)
    said = word("reviewed", language, share=part) if checked else word("reviewed_none", language)
    return [html.Span(word("read_by_machine", language)), html.Span(said, className="reviewed-share"), *when]
