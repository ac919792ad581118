"""What one dashboard is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`data`: an output folder of the ETL or a register. `public_url`: where readers reach the page, for links.

    `state`: the folder for what the dashboard itself keeps (saved briefings); None keeps nothing.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8050
    public_url: str = ""
    state: Path | None = None
