"""The web process: `gunicorn 'wsgi:create_app()'`, and `flask --app wsgi` for the commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import structlog
from flask import Blueprint, Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from assembly import chat, commands, health, preview
from assembly.parts import Parts, parts
from assembly.serving import crowd
from backoffice.app import register as register_backoffice
from backoffice.parts import furnish
from bot.handlers import form_answers, webhooks
from bot.handlers.at_once import AtOnce
from bot.handlers.handout import Handouts
from bot.handlers.pages.blueprint import public_pages
from bot.handlers.pages.screen import Screen
from bot.handlers.web_door.blueprint import door_of_pages
from bot.handlers.web_door.status import standing_of
from bot.handlers.webhooks import Door
from bot.interviews import Interviews
from notifications.channels.web import PageCarrier
from notifications.links import CarrierLinks
from notifications.queues import Bell
from registry.models.columns import now
from registry.places.regions import load_regions

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = structlog.get_logger()

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
LARGEST_REQUEST = 32 * 1024 * 1024  # bytes


class Loket(Flask):
    def log_exception(self, exc_info: Any) -> None:
        """Flask would log the path, and with it the token of a link."""
        log.error("request_failed", endpoint=request.endpoint, exc_info=exc_info)


def create_app(joined: Parts | None = None) -> Flask:
    """Without `joined` the parts come from the environment."""
    joined = joined or parts()
    app = _app()
    app.after_request(close_the_curtains)
    app.register_blueprint(health.blueprint(joined))
    app.register_blueprint(
        public_pages(
            database=joined.database,
            store=joined.store,
            waker=joined.waker,
            words=chat.words(),
            catalogue=chat.services(),
            public_url=joined.settings.public_url,
            handouts=Handouts(joined.database, chat.services(), load_regions(), chat.words()),
        )  # fmt: skip
    )
    at_once = AtOnce(chat.conversations(joined), Bell(joined.waker), joined.settings.web_threads, crowd)
    app.register_blueprint(web_door(joined, at_once))
    furnished = furnish(
        database=joined.database,
        settings=joined.settings,
        store=joined.store,
        waker=joined.waker,
        catalogue=chat.services(),
        regions=load_regions(),
        sentence=preview.sentence(joined),
        interview=Interviews(joined.database, chat.services(), load_regions(), chat.words()),
        alerts=health.alerts_of(joined),
    )
    register_backoffice(app, furnished)
    commands.register(app, joined)
    # We listen on the loopback alone: whoever forwards to us ends TLS and names the visitor.
    visitors = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)
    carriers = Door(joined.settings, joined.database, at_once)
    app.wsgi_app = _by_path(carriers, _form_door(joined), visitors)  # type: ignore[method-assign, assignment]
    return app


def _app() -> Loket:
    app = Loket("loket", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    return app


def web_door(joined: Parts, at_once: AtOnce) -> Blueprint:
    screen, url = Screen(chat.words(), now), joined.settings.public_url
    links = CarrierLinks(joined.database, url)
    standing = standing_of(chat.services(), load_regions(), chat.words(), url, screen)
    return door_of_pages(joined.database, PageCarrier(joined.store), links, at_once, screen, url, standing)


def _form_door(joined: Parts) -> Flask:
    """An app of its own: no browser comes here, so logins, sessions, limits and headers of the pages stay away."""
    door = _app()
    door.register_blueprint(form_answers.blueprint(joined.database, Bell(joined.waker)))
    return door


def _by_path(carriers: Door, forms: WSGIApplication, pages: WSGIApplication) -> WSGIApplication:
    def dispatch(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path in carriers.ways:
            return carriers(environ, start_response)
        asked = forms if path.startswith(webhooks.PREFIX) else pages
        return asked(environ, start_response)

    return dispatch


def close_the_curtains(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
