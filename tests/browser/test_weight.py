"""What the overview costs the wire: at most 3 MB compressed at first sight, next to nothing when it is opened again."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

FIRST_SIGHT = 3_000_000  # bytes, compressed
AGAIN = 200_000  # answers about the data, and the page itself


def test_the_first_view_is_light_and_a_reload_mostly_from_the_cache(reader):
    wire = reader.page.context.new_cdp_session(reader.page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    reader.open()
    first = sum(sizes)
    sizes.clear()
    reader.page.reload()
    reader.settle()
    assert 500_000 < first <= FIRST_SIGHT
    assert 0 < sum(sizes) <= AGAIN
