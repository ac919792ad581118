"""What a file is made of <-> JSON, so that another process can make it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dashboard.briefing.options import Options, read, written
from dashboard.exports.formats import Wish
from dashboard.source import Source


@dataclass(frozen=True, slots=True)
class Order:
    """`search` is the query string of the page, `format` a key of FORMATS, `name` what the reader's file is called."""

    format: str
    name: str
    media_type: str
    data: Path
    search: str
    options: Options
    template: Path | None = None
    public_url: str = ""

    def wish(self) -> Wish:
        """Open the data; raises etl.store.CannotStore."""
        state = Source(self.data).state(self.search)
        return Wish(state, self.options, self.template, self.public_url)

    def to_json(self) -> str:
        """Write it."""
        said = {name: getattr(self, name) for name in ("format", "name", "media_type", "search", "public_url")}
        paths = {"data": str(self.data.resolve()), "template": str(self.template.resolve()) if self.template else ""}
        return json.dumps(said | paths | {"options": written(self.options)}, ensure_ascii=False)


def order_of(text: str) -> Order:
    """Read what `to_json` wrote; ValueError or KeyError for another text."""
    said = json.loads(text)
    options, template = read(said.pop("options")), said.pop("template")
    data = Path(said.pop("data"))
    return Order(**said, data=data, options=options, template=Path(template) if template else None)
