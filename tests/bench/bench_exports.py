"""How long a picture takes once Chromium is warm (0.3 s), and from a press on a format until its file is there.

    python -m tests.bench.bench_exports

Over the register. A press starts a process of its own; the process that it is copied from is ready since the page was
opened, as it is for a reader who has looked at the page for a moment. Not run by pytest.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from dashboard.briefing.options import SECTIONS, Options
from dashboard.exports import chromium
from dashboard.exports.formats import FORMATS
from dashboard.exports.jobs import Jobs, make_ready
from dashboard.exports.order import Order
from dashboard.exports.pictures import SIZES, picture
from dashboard.exports.section_figures import figures_of
from dashboard.figures.inert import inert
from dashboard.source import Source
from tests.bench.timing import timed

REGISTER = Path(__file__).parents[2] / "data" / "register"
LIMIT = 0.3  # seconds of a picture
PRESSES = ("pptx", "pdf", "images", "docx", "xlsx", "html")
READY = 10.0  # seconds that a reader looks at the page before a press
LOOK_EVERY = 0.02


def main() -> int:
    """Print seconds for each picture and each format; return 1 where a picture takes too long."""
    presses()
    return int(max(pictures()) > LIMIT)


def pictures() -> list[float]:
    """Draw each chart once to warm up and once for the clock, at each size as PNG and SVG."""
    state, found = Source(REGISTER).state(""), []
    for name, draw in figures_of(SECTIONS).items():
        chart = draw(state)
        for size in SIZES:
            for kind in ("png", "svg"):
                asked = inert(chart.figure), kind, chart.title
                picture(*asked, ["warm-up"], size)
                seconds = timed(lambda a=asked, s=size: picture(*a, ["measured"], s))
                found.append(seconds)
                print(f"{name} {size} {kind}: {seconds:.3f} s", flush=True)
    print(f"slowest picture {max(found):.3f} s, half of them under {sorted(found)[len(found) // 2]:.3f} s")
    chromium.BROWSER.end()
    return found


def presses() -> None:
    """Press on each format, the first twice: it alone pays for what the machine has not read yet."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = Jobs(Path(folder) / "exports")
        make_ready()
        sleep(READY)
        for name in (PRESSES[0], *PRESSES):
            order = Order(name, name, FORMATS[name].media_type, REGISTER, "", Options())
            start = monotonic()
            key = jobs.start(order)
            while not (job := jobs.get(key)) or not (job.file or job.failed):
                sleep(LOOK_EVERY)
            print(f"press on {name}: {monotonic() - start:.2f} s {job.failed}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
