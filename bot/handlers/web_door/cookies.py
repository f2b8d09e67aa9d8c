"""The one cookie of an office's page, and what proves that a form was ours."""

from __future__ import annotations

import hmac

from flask import request
from werkzeug.wrappers import Response

from registry.links import new_token
from registry.vault import vault
from registry.web_door.visits import OWN_DEVICE

COOKIE = "loket_laman"
LONGEST = 64


class Cookies:
    """Before somebody is let in the cookie only ties the code to the browser that asked for it; whoever comes in gets
    another one, so that nobody can have set it for them."""

    def __init__(self, *, secure: bool) -> None:
        self._secure = secure

    def token(self) -> str:
        """As it came, or a new one."""
        sent = request.cookies.get(COOKIE, "")
        return sent if 0 < len(sent) <= LONGEST else new_token()

    def put(self, response: Response, path: str, token: str, *, lasting: bool = False) -> None:
        response.set_cookie(
            COOKIE, token, max_age=OWN_DEVICE if lasting else None, path=path, secure=self._secure,
            httponly=True, samesite="Lax",
        )  # fmt: skip

    def drop(self, response: Response, path: str) -> None:
        response.delete_cookie(COOKIE, path=path, secure=self._secure, httponly=True, samesite="Lax")


def form_key(token: str) -> str:
    """Stands in every form: a foreign page does not know it."""
    return vault().blind("web-form", token).hex()


def is_ours() -> bool:
    sent = request.cookies.get(COOKIE, "")
    return bool(sent) and hmac.compare_digest(form_key(sent).encode(), request.form.get("form", "").encode())
