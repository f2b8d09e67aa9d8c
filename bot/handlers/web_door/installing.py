"""How a telephone puts an office's page among its apps: its manifest, a worker, and the page that it shows without
signal. Nothing of a citizen's is in any of them."""

from __future__ import annotations

import json

from flask import Response as FlaskResponse
from flask import send_from_directory, url_for
from sqlmodel import select
from werkzeug.wrappers import Response

from bot.handlers.pages.blueprint import STATIC
from bot.handlers.pages.screen import Screen
from registry.actors import NotFound
from registry.database import Database
from registry.models import Office

ICONS = {"192x192": "icon-192.png", "512x512": "icon-512.png"}  # what Android asks for


class Installing:
    def __init__(self, database: Database, screen: Screen) -> None:
        self._database = database
        self._screen = screen

    def manifest(self, code: str) -> Response:
        office = self._office(code)
        scope = url_for(".show", code=code)
        told = {
            "name": f"Loket {office.name}", "short_name": f"Loket {office.code}", "lang": "id",
            "start_url": scope, "scope": scope, "id": scope, "display": "standalone",
            "background_color": "#ffffff", "theme_color": "#0b57a4",
            "icons": [_icon(size, file, purpose) for size, file in ICONS.items() for purpose in ("any", "maskable")],
        }  # fmt: skip
        return FlaskResponse(json.dumps(told), mimetype="application/manifest+json")

    def worker(self, code: str) -> Response:
        """From below the page, yet for the page itself as well."""
        self._office(code)
        script = send_from_directory(STATIC, "door_worker.js", mimetype="text/javascript")
        script.headers["Service-Worker-Allowed"] = url_for(".show", code=code)
        return script

    def show_offline(self, code: str) -> Response:
        return self._screen.show("web_offline", office=self._office(code).name, code=code)

    def _office(self, code: str) -> Office:
        with self._database.reading() as session:
            office = session.exec(select(Office).where(Office.code == code)).first()
        if office is None:
            raise NotFound
        return office


def _icon(size: str, file: str, purpose: str) -> dict[str, str]:
    return {"src": url_for("pages.static", filename=file), "sizes": size, "type": "image/png", "purpose": purpose}
