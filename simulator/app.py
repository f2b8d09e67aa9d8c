"""The Flask app: REST API, control API and the handset page on one server."""

from __future__ import annotations

from flask import Flask, Response

from simulator.api_content import api_content
from simulator.api_messages import api_messages
from simulator.carrier import Carrier
from simulator.control import control
from simulator.page import page
from simulator.refusals import Refusal

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self'; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


def create_app(carrier: Carrier) -> Flask:
    app = Flask("simulator", static_folder="static", static_url_path="/static")
    app.extensions["carrier"] = carrier
    # A cut line is an exception the server must see, not a page saying 500.
    app.config["PROPAGATE_EXCEPTIONS"] = True
    for blueprint in (api_messages, api_content, control, page):
        app.register_blueprint(blueprint)
    app.register_error_handler(Refusal, lambda refusal: refusal.response())
    app.after_request(_harden)
    return app


def _harden(response: Response) -> Response:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    if response.mimetype == "text/html":
        response.headers["Content-Security-Policy"] = CSP
    return response
