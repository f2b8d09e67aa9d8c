"""Joins the back office to a Flask app: login, CSRF, headers, templates, routes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask, Response, render_template, request
from flask_bootstrap import Bootstrap5
from flask_login import LoginManager, current_user
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from backoffice import access, words
from backoffice.access import desk
from backoffice.formats import rupiah
from backoffice.parts import Parts
from backoffice.texts import texts
from backoffice.views import SCREENS
from backoffice.wrong_fields import wrong
from registry.actors import NotFound
from registry.database import is_away
from registry.uploads.store import StoreUnwritable
from settings import Settings

LONGEST_IDLE = timedelta(hours=12)  # an office's own time is shorter, see access.py
# Fields of free words.
WRITTEN = ("reason", "text", "note", "answer", "value", "tracking", "siak_number", "document_number")
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'"
)


def register(app: Flask, parts: Parts) -> None:
    app.extensions["backoffice"] = parts
    _configure(app, parts.settings)
    access.csrf.init_app(app)
    access.limiter.init_app(app)
    if app.static_folder is None:
        app.static_url_path = ""  # Bootstrap-Flask builds its own address on it
    Bootstrap5(app)
    login_manager = LoginManager(app)
    login_manager.session_protection = None  # a phone changes its address all day; the session key ends sessions
    login_manager.user_loader(access.load)
    assert SCREENS  # noqa: S101 - importing the screens declared their routes
    app.register_blueprint(desk)
    app.register_error_handler(404, astray)
    app.register_error_handler(405, astray)


def _configure(app: Flask, settings: Settings) -> None:
    secure = settings.public_url.startswith("https://")
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="__Host-loket" if secure else "loket",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=LONGEST_IDLE,
        SESSION_REFRESH_EACH_REQUEST=False,  # a late answer to a poll would bring an old session back, and lose a word
        WTF_CSRF_CHECK_DEFAULT=False,  # the desk checks its own routes; a carrier's webhook carries no token
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session, which ends when idle
        BOOTSTRAP_SERVE_LOCAL=True,
    )
    redis_url = settings.redis_url
    app.config["RATELIMIT_STORAGE_URI"] = f"redis+{redis_url}" if redis_url.startswith("unix:") else redis_url


@desk.app_context_processor
def vocabulary() -> dict[str, Any]:
    """What every template may say."""
    if request.blueprint not in ("desk", None):
        return {}
    spoken = texts(access.language())
    return {
        "t": spoken,
        "lang": spoken.language,
        "words": words.Words(spoken, current_user.clock if current_user.is_authenticated else None),
        "wrong_field": wrong,
        "written": _written,
        "rupiah": lambda amount: rupiah(amount, spoken.language),
    }


def _written() -> list[str]:
    """What was typed in the form that came, to be taken up again where it was refused."""
    typed = request.form.items(multi=True)
    return [text for name, text in typed if name.partition(".")[0] in WRITTEN and text.strip()]


@desk.after_request
def close_the_curtains(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
    if request.endpoint != "desk.static":
        headers.setdefault("Cache-Control", "no-store")
    return response


@desk.errorhandler(NotFound)
def not_found(fault: NotFound) -> tuple[str, int]:
    if current_user.is_authenticated:
        access.note("record_not_found")
    return render_template("desk/fault.html", key="fault-404"), 404


def astray(fault: HTTPException) -> Any:
    """An address that leads nowhere, or a button's, opened by hand: an officer is shown the way back."""
    return fault_page(fault) if current_user.is_authenticated else fault


@desk.errorhandler(StoreUnwritable)
def storage_away(fault: StoreUnwritable) -> tuple[str, int]:
    return render_template("desk/fault.html", key="fault-503"), 503


@desk.errorhandler(SQLAlchemyError)
def database_away(fault: SQLAlchemyError) -> tuple[str, int]:
    """Busy or full: what the officer did is not done, and is not lost where it was typed (static/keeping.js)."""
    if not is_away(fault):
        raise fault
    return render_template("desk/fault.html", key="fault-503"), 503


@desk.errorhandler(HTTPException)
def fault_page(fault: HTTPException) -> Any:
    key = f"fault-{fault.code}"
    known = key if key in texts(access.language()) else "fault-other"
    return (render_template("desk/fault.html", key=known), fault.code) if fault.code else fault
