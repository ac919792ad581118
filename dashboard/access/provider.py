"""What a provider of OpenID Connect says of a person -> a session: authorisation code with PKCE, state and nonce."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from authlib.integrations.base_client import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Flask, Response, redirect, request, session
from joserfc.errors import JoseError
from requests import RequestException

from dashboard.access.audit import tell
from dashboard.access.gate import SIGN_IN
from dashboard.access.hosts import is_loopback
from dashboard.access.page import own_path, wanted
from dashboard.access.sessions import PROVIDER
from dashboard.access.sign_in import Door
from dashboard.settings import Claim, Provider

PATIENCE = 10.0  # seconds for an answer of the provider
# Ways to sign that only the provider's key can: neither "none" nor a secret that both know.
SIGNED_BY = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"}
NAMES = ("preferred_username", "email", "sub")  # what a person is called, the first that the provider says
LONGEST_NAME = 200
WANTED = "wanted"  # in the cookie while the reader is at the provider
NOT_AS_EXPECTED = (OAuthError, JoseError, RequestException, ValueError, KeyError, RuntimeError, TypeError)


class Outside:
    """Sends readers to the provider and takes them back."""

    def __init__(self, server: Flask, provider: Provider, public_url: str, door: Door) -> None:
        """Nothing is asked of the provider before the first reader comes."""
        self._provider, self._door = provider, door
        self._back, self._after = f"{public_url}{SIGN_IN}/back", f"{public_url}{SIGN_IN}"
        door.elsewhere = self.end_address
        oauth = OAuth(server)
        self._client = oauth.register(
            "provider",
            client_id=provider.client,
            client_secret=provider.secret or None,
            server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email profile",
                "code_challenge_method": "S256",
                "default_timeout": PATIENCE,
                **({} if provider.secret else {"token_endpoint_auth_method": "none"}),
            },
        )

    def go(self) -> Any:
        """Send the reader to the provider."""
        where = wanted()
        session.clear()
        session[WANTED] = where
        try:
            self._check()
            return self._client.authorize_redirect(self._back)
        except NOT_AS_EXPECTED as error:
            return self._failed(error)

    def come_back(self) -> Any:
        """Let in whom the provider names, where they may read."""
        where = own_path(str(session.get(WANTED, "/")))
        try:
            said, hint = self._said()
        except NOT_AS_EXPECTED as error:
            return self._failed(error)
        role = role_of(said, self._provider)
        if role is None:
            tell("sign_in_refused", account=name_of(said), subject=str(said["sub"]), why="no reader")
            return self._door.form(True, 403, "no_reader")
        self._door.let_in(name_of(said), role, PROVIDER, hint, subject=str(said["sub"]))
        return redirect(where, 303)

    def end_address(self, hint: str) -> str:
        """Return where the provider ends its own session (OpenID Connect RP-Initiated Logout 1.0), "" if it cannot."""
        try:
            self._check()
            end = urlsplit(str(self._client.load_server_metadata().get("end_session_endpoint") or ""))
        except NOT_AS_EXPECTED:
            return ""  # ours ends all the same
        if end.scheme != "https" and not is_loopback(end.hostname or ""):
            return ""
        asked = {"id_token_hint": hint, "client_id": self._provider.client, "post_logout_redirect_uri": self._after}
        return end._replace(query="&".join(filter(None, (end.query, urlencode(asked)))), fragment="").geturl()

    def _said(self) -> tuple[Mapping[str, Any], str]:
        """Return the checked claims of the person, and the token that holds them."""
        self._check()
        issuer, client = self._provider.issuer, self._provider.client
        options = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client}}
        token = self._client.authorize_access_token(claims_options=options)
        said: Mapping[str, Any] = token["userinfo"]  # KeyError where no identity was given
        return said, str(token["id_token"])

    def _check(self) -> None:
        """Ask the provider what it is, once; ValueError where it is not the one that we were told of."""
        about = self._client.load_server_metadata()
        if about.get("issuer") != self._provider.issuer:
            raise ValueError(f"the provider calls itself {about.get('issuer')!r}, not {self._provider.issuer!r}")
        offered = about.get("id_token_signing_alg_values_supported") or ["RS256"]
        about["id_token_signing_alg_values_supported"] = [name for name in offered if name in SIGNED_BY]

    def _failed(self, error: Exception) -> Response:
        tell("sign_in_failed", why=type(error).__name__, said=str(request.args.get("error", ""))[:LONGEST_NAME])
        return self._door.form(True, 502, "failed")


def role_of(said: Mapping[str, Any], provider: Provider) -> str | None:
    """Return the role of a person; None for one who may not read."""
    if provider.administrators and has(said, provider.administrators):
        return "administrator"
    return "reader" if provider.readers is None or has(said, provider.readers) else None


def has(said: Mapping[str, Any], claim: Claim) -> bool:
    """Say whether a claim has a value, alone or in a list."""
    name, value = claim
    given = said.get(name)
    return value in given if isinstance(given, list) else given == value


def name_of(said: Mapping[str, Any]) -> str:
    """Return what the person is called."""
    return next(str(said[name]) for name in NAMES if said.get(name))[:LONGEST_NAME]
