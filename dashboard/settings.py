"""What one dashboard is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

Claim = tuple[str, str]  # name and value of what a provider says of a person


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of OpenID Connect and what it knows us by.

    `readers`: who may read, None: all whom it lets in. `administrators`: who is one, None: nobody.
    """

    issuer: str
    client: str
    secret: str = field(default="", repr=False)
    readers: Claim | None = None
    administrators: Claim | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read, and what is noted of it. As it stands here: everybody who reaches the port, and nothing.

    `private`: the folder of accounts, sessions and the session key. `audit`: a file, "-" the standard error, "" none.
    `secure`: cookies go over HTTPS alone. `behind_proxy`: one reverse proxy says who asks and how.
    """

    accounts: bool = False
    provider: Provider | None = None
    private: Path | None = None
    audit: str = ""
    secure: bool = True
    behind_proxy: bool = False

    @property
    def sign_in(self) -> bool:
        """Whether readers must sign in."""
        return self.accounts or self.provider is not None


@dataclass(frozen=True, slots=True)
class Settings:
    """`data`: an output folder of the ETL or a register. `public_url`: where readers reach the page, for links.

    `state`: the folder for what the dashboard itself keeps (saved briefings, exports under way); None keeps nothing.
    `template`: the house's own PPTX, whose master and layouts the slides of a briefing take. `processors`: how many one
    question to the data may use, 0 for all.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8050
    public_url: str = ""
    state: Path | None = None
    access: Access = Access()
    template: Path | None = None
    processors: int = 0
