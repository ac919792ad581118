"""Where the dashboard listens and what stands before it -> whose names and whose word about a reader it believes."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.settings import Settings

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches a port on `host`."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def trust(server: Flask, settings: Settings) -> None:
    """Believe one proxy's X-Forwarded-* where told so, and answer only to names that are ours where they are known.

    Without the second, a page on the web whose name is made to point at this machine could read what stands here.
    """
    if settings.access.behind_proxy:
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    public = urlsplit(settings.public_url).hostname
    alone = is_loopback(settings.host) and not settings.access.behind_proxy
    if alone or (settings.access.behind_proxy and public):
        _answer_only_to(server, LOOPBACK | {settings.host, *([public] if public else ())})


def _answer_only_to(server: Flask, names: frozenset[str]) -> None:
    @server.before_request
    def check() -> None:
        if urlsplit(f"//{request.host}").hostname not in names:  # Flask's own list knows no IPv6
            abort(400)
