"""`python -m dashboard briefing`: writes one file of a briefing without a browser window, for a monthly job."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.briefing import saved
from dashboard.briefing.options import PAPERS, Options, chosen_sections
from dashboard.exports.chromium import NoBrowser
from dashboard.exports.formats import FORMATS, Wish, make
from dashboard.exports.slides.template import CannotUseTemplate
from dashboard.source import Source, State
from dashboard.view import LANGUAGES
from dashboard.words import word
from etl.store import CannotStore

DONE, FAILED = 0, 1


def briefing(arguments: Sequence[str]) -> int:
    """Write the file; return 0, or 1 with what is wrong on the standard error."""
    asked = _parser().parse_args(arguments)
    try:
        state, options = _wanted(asked)
        for notice in state.notices:
            text = word(f"notice_{notice.why}", state.view.lang, filter=notice.name, value=notice.value)
            print(f"dashboard: {text}", file=sys.stderr)
        content = make(asked.format, Wish(state, options, asked.template, asked.public_url.rstrip("/")))
        asked.out.write_bytes(content)
    except (CannotStore, CannotUseTemplate, NoBrowser, OSError) as error:
        print(f"dashboard: {error}", file=sys.stderr)
        return FAILED
    print(f"{asked.out} ({len(content):,} bytes)")
    return DONE


def _wanted(asked: argparse.Namespace) -> tuple[State, Options]:
    """Read the state and the options that the arguments ask for."""
    if not asked.data.is_dir():
        raise CannotStore(f"{asked.data}: there is no such folder. Make it: python -m etl run ... --out {asked.data}")
    kept = saved.load(asked.state, asked.saved) if asked.state and asked.saved else None
    if asked.saved and kept is None:
        raise CannotStore(f"no briefing is saved as {asked.saved!r} in {asked.state or '--state DIR'}")
    state = Source(asked.data).state(asked.query or (kept.query if kept else ""))
    if asked.lang:
        state = replace(state, view=replace(state.view, lang=asked.lang))
    options = kept.options if kept else Options(sections=chosen_sections(state.view.sections))
    return state, replace(options, paper=asked.paper or options.paper, title=asked.title or options.title)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard briefing", description="Writes a briefing without a browser window."
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="an output folder of the ETL")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    parser.add_argument("--format", choices=FORMATS, default="pptx", help="pptx by default")
    parser.add_argument("--query", default="", help='the filters, as in the address: "region=011&from=2016"')
    parser.add_argument("--lang", choices=LANGUAGES, default="", help="the language of the reader")
    parser.add_argument("--title", default="", help="the title of the briefing")
    parser.add_argument("--paper", choices=PAPERS, default="", help="of PDF and DOCX")
    parser.add_argument("--template", type=Path, metavar="FILE", help="your own PPTX: its master and layouts are used")
    parser.add_argument("--state", type=Path, metavar="DIR", help="the folder of saved briefings")
    parser.add_argument("--saved", default="", metavar="NAME", help="a saved briefing to write anew")
    parser.add_argument("--public-url", default="", metavar="URL", help="where readers reach the dashboard, for links")
    return parser
