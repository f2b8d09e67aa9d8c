"""In, out, and the language of the screens."""

from __future__ import annotations

import secrets

from flask import current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user
from itsdangerous import BadSignature, URLSafeTimedSerializer

from backoffice.access import EVERY_OFFICER, NO_LOGIN, SignedIn, actor, desk, limiter, opens
from backoffice.acting import own_path, typed
from backoffice.parts import parts
from backoffice.passwords import begin_attempt, end_attempt, matches
from backoffice.texts import LANGUAGES
from registry import audit
from registry.actors import Actor
from registry.models import Office, Officer, SecondFactor
from registry.offices import second_factor

DEVICE = "loket-device"
DEVICE_SECONDS = 180 * 86_400
REMEMBERED = 10  # officers who share one computer
WRONG = 401
HALF_SECONDS = 300  # between the password and the code
WRONG_TRIES = "10/minute;60/hour"  # per source; per officer the database counts


@desk.route("/masuk", methods=["GET", "POST"])
@limiter.limit(WRONG_TRIES, methods=["POST"], deduct_when=lambda response: response.status_code == WRONG)
@opens(NO_LOGIN)
def login() -> ResponseReturnValue:
    after = own_path(request.args.get("next"), url_for("desk.home"))
    if request.method == "GET":
        return redirect(after) if current_user.is_authenticated else render_template("desk/login.html", wrong=False)
    officer = _sign_in(typed("username").casefold(), request.form.get("password", ""))
    if officer is None:
        return render_template("desk/login.html", wrong=True, username=typed("username")), WRONG
    with parts().database.reading() as records:
        factor = records.get(SecondFactor, officer.id)
    if factor is not None and factor.confirmed_at is not None:
        session["half"] = [officer.id, officer.session_key, int(parts().clock().timestamp())]
        return redirect(url_for("desk.ask_code", next=request.args.get("next")), 303)
    return let_in(officer, after)


@desk.route("/masuk/kode", methods=["GET", "POST"])
@limiter.limit(WRONG_TRIES, methods=["POST"], deduct_when=lambda response: response.status_code == WRONG)
@opens(NO_LOGIN)
def ask_code() -> ResponseReturnValue:
    """The second step of who has a second factor. The password was right a few minutes ago."""
    officer = _half_in()
    if officer is None:
        return redirect(url_for("desk.login", next=request.args.get("next")), 303)
    if request.method == "GET":
        return render_template("desk/code.html", wrong=False)
    if not _code_fits(officer):
        return render_template("desk/code.html", wrong=True), WRONG
    return let_in(officer, own_path(request.args.get("next"), url_for("desk.home")))


def let_in(officer: Officer, after: str) -> ResponseReturnValue:
    _begin_session(officer)
    response = redirect(after, 303)
    response.set_cookie(
        DEVICE,
        _devices().dumps([officer.id, *(known for known in _known_here() if known != officer.id)][:REMEMBERED]),
        max_age=DEVICE_SECONDS,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return response


@desk.post("/keluar")
@opens(*EVERY_OFFICER)
def logout() -> ResponseReturnValue:
    """Ends the officer's sessions on every device: a copied cookie is worth nothing afterwards."""
    with parts().database.writing() as records:
        officer = records.get_one(Officer, current_user.officer.id)
        officer.session_key = secrets.token_hex(16)
        audit.record(records, actor(), "signed_out", subject=f"officer:{officer.id}", at=parts().clock())
    session.clear()
    return redirect(url_for("desk.login"), 303)


@desk.post("/bahasa")
@opens(NO_LOGIN)
def switch_language() -> ResponseReturnValue:
    chosen = typed("language")
    if chosen in LANGUAGES:
        session["language"] = chosen
        if current_user.is_authenticated:
            with parts().database.writing() as records:
                records.get_one(Officer, current_user.officer.id).language = chosen
    return redirect(own_path(typed("back"), url_for("desk.home")), 303)


def _sign_in(username: str, password: str) -> Officer | None:
    at = parts().clock()
    with parts().database.writing() as records:
        officer = begin_attempt(records, username, at, known_device=lambda found: found.id in _known_here())
    right = matches(officer.password_hash if officer else None, password)
    if officer is None:
        return None
    with parts().database.writing() as records:
        if right:
            end_attempt(records, officer.id)
        event = "signed_in" if right else "sign_in_failed"
        audit.record(records, Actor.officer(officer), event, subject=f"officer:{officer.id}", at=at)
    return officer if right else None


def _half_in() -> Officer | None:
    """Whoever typed the right password in this browser, and had no time for the code yet."""
    number, key, at = session.get("half", (0, "", 0))
    if parts().clock().timestamp() - at > HALF_SECONDS:
        return None
    with parts().database.reading() as records:
        officer = records.get(Officer, number)
    return officer if officer and officer.session_key == key and officer.disabled_at is None else None


def _code_fits(officer: Officer) -> bool:
    """Counted like a password, so that codes cannot be guessed one after another."""
    at = parts().clock()
    with parts().database.writing() as records:
        held = begin_attempt(records, officer.username, at, known_device=lambda found: found.id in _known_here())
    if held is None:
        return False
    with parts().database.writing() as records:
        fits = second_factor.passes(records, officer.id, request.form.get("code", ""), at)
        if fits:
            end_attempt(records, officer.id)
        event = "code_typed" if fits else "code_wrong"
        audit.record(records, Actor.officer(officer), event, subject=f"officer:{officer.id}", at=at)
    return fits


def _begin_session(officer: Officer) -> None:
    """Nothing of the time before the login is kept, so a planted session is worth nothing."""
    session.clear()
    session.permanent = True
    session["sid"] = secrets.token_hex(16)
    with parts().database.reading() as records:
        office = records.get(Office, officer.office_id) if officer.office_id else None
    login_user(SignedIn(officer, office))


def _devices() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(parts().settings.secret_key, salt="desk device")


def _known_here() -> list[int]:
    """The officers who signed in with this browser before."""
    try:
        return list(_devices().loads(request.cookies.get(DEVICE, ""), max_age=DEVICE_SECONDS))
    except BadSignature:
        return []
