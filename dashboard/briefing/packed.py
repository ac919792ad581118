"""What a manager wrote <-> a short text for the address: only what was edited, as compressed JSON."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

from dashboard.briefing.options import Options, read, written

LONGEST = 3000  # letters, of about 5,000 typed ones: many servers refuse a first line of more than 4,094
MOST_BYTES = 100_000  # of what is unpacked: no small text may fill the memory


def pack(options: Options, even_nothing: bool = False) -> str:
    """Return a text of letters, digits, - and _ without the sections; "" where nothing was edited.

    `even_nothing` says of a saved briefing that nothing of it is left.
    """
    said = {name: value for name, value in written(options).items() if value and name != "sections"}
    if said["paper"] == Options().paper:
        del said["paper"]
    if not said and not even_nothing:
        return ""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def unpack(text: str) -> Options | None:
    """Return what was packed; None where the text is none of ours."""
    try:
        packing = zlib.decompressobj()
        said = packing.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)), MOST_BYTES)
        return read(json.loads(said)) if packing.eof else None
    except (ValueError, zlib.error, AttributeError, TypeError, KeyError):
        return None
