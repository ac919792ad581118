"""A provider of OpenID Connect on this machine, small but strict: it checks what a client must send."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import time
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, redirect, request
from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET = "tally", "the secret of the client"
OWN = "provider"  # the cookie of the provider's own session


@dataclass
class Made:
    """The provider: what it says of the person at the browser, and what it was asked."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    says: dict[str, Any] = field(default_factory=lambda: {"sub": "7", "email": "cy@example.org"})
    lies: dict[str, Any] = field(default_factory=dict)  # claims put in place of the right ones
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "one"})
    about: dict[str, Any] = field(default_factory=dict)  # put in place of what discovery says
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    asks: bool = False  # who has no session with it must press a button first, as a person does
    ended: list[dict[str, str]] = field(default_factory=list)  # what came with those who signed out

    def fresh(self) -> None:
        """Tell the truth again."""
        fresh = Made(self.issuer, self.key)
        self.says, self.lies, self.header, self.about = fresh.says, fresh.lies, fresh.header, fresh.about
        self.header["kid"] = self.key.kid
        self.ended.clear()

    def discovery(self) -> Response:
        """Say where everything is."""
        said = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "end_session_endpoint": f"{self.issuer}/end",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        }
        return jsonify(said | self.about)

    def authorize(self) -> Any:
        """Let the person in at once and send them back with a code."""
        asked = request.args.to_dict()
        for name, value in (("response_type", "code"), ("client_id", CLIENT), ("code_challenge_method", "S256")):
            if asked.get(name) != value:
                return Response(name, 400)
        if not asked.get("state") or not asked.get("nonce") or "openid" not in asked.get("scope", ""):
            return Response("state, nonce or scope", 400)
        if self.asks and OWN not in request.cookies:
            link = f'<link rel="icon" href="data:,"><a href="/in?{urlencode({"to": request.full_path})}">I am cy</a>'
            return Response(link, mimetype="text/html")
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return redirect(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    def token(self) -> Any:
        """Exchange a code, once, for who the person is."""
        asked = self.codes.pop(request.form.get("code", ""), None)
        verifier = hashlib.sha256(request.form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).decode().rstrip("=")
        client = request.authorization
        if asked is None or client is None or (client.username, client.password) != (CLIENT, SECRET):
            return jsonify(error="invalid_client"), 401
        if challenge != asked["code_challenge"] or request.form.get("redirect_uri") != asked["redirect_uri"]:
            self.refused.append("pkce")
            return jsonify(error="invalid_grant"), 400
        now = int(time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": asked["nonce"], **self.says}
        token = jwt.encode(self.header, claims | self.lies, self.signer(), algorithms=["RS256", "HS256", "none"])
        return jsonify(access_token="a", token_type="Bearer", expires_in=60, id_token=token)

    def begin(self) -> Any:
        """Let a person begin a session with the provider itself."""
        answer = redirect(request.args["to"])
        answer.set_cookie(OWN, "cy")
        return answer

    def end(self) -> Any:
        """End the provider's own session, for whom its token names; send the person back where the client asks."""
        asked = request.args.to_dict()
        said = jwt.decode(asked["id_token_hint"], self.key, algorithms=["RS256"]).claims
        if (said["aud"], asked["client_id"]) != (CLIENT, CLIENT) or not asked["post_logout_redirect_uri"]:
            return Response("not ours", 400)
        self.ended.append(asked)
        answer = redirect(asked["post_logout_redirect_uri"])
        answer.delete_cookie(OWN)
        return answer

    def signer(self) -> Any:
        """Return the key that signs."""
        return self.key

    def keys(self) -> Response:
        """Hand out the public key."""
        return jsonify(keys=[self.key.as_dict(private=False)])


def _kept_by_nobody(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer


@contextmanager
def running() -> Iterator[Made]:
    """Serve a provider on loopback."""
    provider, app = Made(), Flask("provider")
    app.add_url_rule("/.well-known/openid-configuration", "discovery", lambda: provider.discovery())
    app.add_url_rule("/authorize", "authorize", lambda: provider.authorize())
    app.add_url_rule("/in", "begin", lambda: provider.begin())
    app.add_url_rule("/end", "end", lambda: provider.end())
    app.add_url_rule("/token", "token", lambda: provider.token(), methods=["POST"])
    app.add_url_rule("/keys", "keys", lambda: provider.keys())
    app.after_request(_kept_by_nobody)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield provider
    server.shutdown()
    server.server_close()
    thread.join()
