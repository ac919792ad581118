"""What the page stands for -> its slides or the pages of its report, as the files will have them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dash import Dash, Input, Output, State, html, no_update

from dashboard.briefing.compose import compose
from dashboard.briefing.model import Briefing
from dashboard.callbacks.briefing_state import Edits, Standing, wanted
from dashboard.exports.drawing import Pictures, illustrated
from dashboard.exports.jobs import make_ready
from dashboard.exports.report.pdf import preview
from dashboard.exports.slides.deck import deck
from dashboard.exports.slides.drawn.slides import drawn
from dashboard.pages import briefing as page
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.words import word

MOST_PAGES = 40


def register(app: Dash, source: Source, settings: Settings) -> None:
    """Register the callback."""

    @app.callback(
        Output(page.PREVIEW, "children"),
        Output(page.PREVIEW, "className"),
        Input(page.STANDING, "data"),
        Input(page.KIND, "value"),
        State(page.EDITS, "data"),
    )
    def show_pages(standing: Standing | None, kind: str, edits: Edits) -> Any:
        if not standing:
            return no_update, no_update  # the sections are not there yet
        make_ready()  # who looks at the pages will want a file
        state = source.state(standing[1])
        briefing = compose(state, wanted(state, edits), settings.public_url)
        shown = slides(briefing, settings) if kind == "slides" else pages(*illustrated(state, briefing, "svg"))
        return list(islice(shown, MOST_PAGES)), f"briefing-pages {kind}"


def slides(briefing: Briefing, settings: Settings) -> Iterator[html.Img]:
    """Yield the picture of each slide."""
    made = deck(briefing, settings.template)
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    for number, (svg, title) in enumerate(zip(drawn(made), titles, strict=True), 1):
        said = word("briefing_preview_slide", briefing.language, page=number, title=title)
        yield picture(svg.encode(), "svg+xml", said)


def pages(briefing: Briefing, pictures: Pictures) -> Iterator[html.Img]:
    """Yield the picture of each page of the report."""
    for number, png in enumerate(preview(briefing, pictures), 1):
        yield picture(png, "png", word("briefing_preview_page", briefing.language, page=number))


def picture(content: bytes, kind: str, said: str) -> html.Img:
    """Return one page of the preview."""
    source = f"data:image/{kind};base64,{b64encode(content).decode()}"
    return html.Img(src=source, alt=said, className="briefing-page")
