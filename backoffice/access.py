"""Who is at the desk, and what they may open. Every route names its roles; what names none opens for nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, redirect, request, session, url_for
from flask_limiter import Limiter, RouteLimit
from flask_limiter.util import get_remote_address
from flask_login import UserMixin, current_user
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import ColumnElement, and_
from sqlmodel import col, select
from werkzeug.wrappers import Response

from backoffice.formats import Clock
from backoffice.parts import parts
from registry import audit
from registry.actors import Actor
from registry.lifecycle import Role
from registry.models import Office, Officer, SecondFactor, Substitute
from registry.offices.second_factor import DEMANDED

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, in_memory_fallback_enabled=True, key_prefix="desk")
desk = Blueprint("desk", __name__, template_folder="templates", static_folder="static", static_url_path="/desk")

GUESSES = "5/minute;20/hour"
COUNTER, SUPERVISOR, SIGNATORY = Role.COUNTER, Role.SUPERVISOR, Role.SIGNATORY
PRINTING, POST, ADMIN, PROVINCE = Role.PRINTING, Role.POST, Role.ADMIN, Role.PROVINCE
CHECKERS = (COUNTER, SUPERVISOR)
READERS = (COUNTER, SUPERVISOR, SIGNATORY, PROVINCE)  # who may read a case; the province reads all and changes nothing
EVERY_OFFICER = (COUNTER, SUPERVISOR, SIGNATORY, PRINTING, POST, ADMIN, PROVINCE)
NO_LOGIN = "no login"
IDLE_MINUTES = 240  # of the province, which has no office to set it
ACTIVE_STEP = 30  # seconds
CHOOSING = ("desk.show_account", "desk.change_password", "desk.logout")  # with a password that was given
SETTING_UP = ("desk.show_factor", "desk.confirm_factor", "desk.logout")  # what is open until a second factor is there

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class SignedIn(UserMixin):  # type: ignore[misc]
    """An officer and their office for the length of one request."""

    officer: Officer
    office: Office | None
    has_factor: bool = False
    stands_in: tuple[tuple[date, date], ...] = ()  # for the head, from the first day to the last

    def get_id(self) -> str:
        """The session key is part of it: when that changes, every live session of the officer has ended."""
        return f"{self.officer.id}:{self.officer.session_key}"

    @property
    def roles(self) -> set[Role]:
        """Their own; and the signatory's while they stand in for the head."""
        own = {Role(role) for role in self.officer.roles}
        today = parts().clock().astimezone(self.clock.zone).date()
        return own | ({SIGNATORY} if any(first <= today <= last for first, last in self.stands_in) else set())

    @property
    def actor(self) -> Actor:
        return replace(Actor.officer(self.officer), roles=frozenset(self.roles))

    def may(self, *roles: Role) -> bool:
        return any(role in self.roles for role in roles)

    @property
    def lacks_factor(self) -> bool:
        """Has to set up a second factor before anything else."""
        demanded = parts().settings.second_factor == "required" and self.may(*DEMANDED)
        return demanded and not self.has_factor

    @property
    def clock(self) -> Clock:
        return Clock(self.office.timezone if self.office else "Asia/Makassar", self.officer.language)


def load(identity: str) -> SignedIn | None:
    """Read anew at each request: a disabled officer is out at once."""
    number, _, key = identity.partition(":")
    query = (
        select(Officer, Office, SecondFactor, Substitute)
        .outerjoin(Office, col(Officer.office_id) == col(Office.id))
        .outerjoin(SecondFactor, col(SecondFactor.officer_id) == col(Officer.id))
        .outerjoin(Substitute, and_(col(Substitute.officer_id) == col(Officer.id), _is_not_over()))
    )
    with parts().database.reading() as records:
        found = records.exec(query.where(col(Officer.id) == int(number))).all()
    if not found or found[0][0].disabled_at is not None or found[0][0].session_key != key:
        return None
    officer, office, factor, _ = found[0]
    days = tuple((each.first, each.last) for *_, each in found if each)  # few: one for each time they stand in
    return SignedIn(officer, office, bool(factor and factor.confirmed_at), days)


def _is_not_over() -> ColumnElement[bool]:
    yesterday = (parts().clock() - timedelta(days=1)).date()
    return and_(col(Substitute.ended_at).is_(None), col(Substitute.last) >= yesterday)


def opens(*roles: Role | str) -> Callable[[View], View]:
    """Declares who may open a route. Without it the route answers 403 to everybody."""

    def declare(view: View) -> View:
        view.roles = frozenset(roles)  # type: ignore[attr-defined]
        return view

    return declare


def few_guesses(what: str, wrong: int = 409) -> RouteLimit:
    """Of a secret, an officer guesses only so often: an answer with the status `wrong` counts."""
    return limiter.limit(
        GUESSES,
        key_func=lambda: f"{what} {current_user.get_id()}",
        deduct_when=lambda response: response.status_code == wrong,
    )


@desk.before_request
def guard() -> Response | None:
    if request.endpoint == "desk.static":
        return None
    roles: frozenset[Role | str] = getattr(current_app.view_functions[request.endpoint or ""], "roles", frozenset())
    if NO_LOGIN in roles:
        csrf.protect()
        return None
    if not current_user.is_authenticated:  # whose session has ended has no token any more: they are asked in again
        return redirect(url_for("desk.login", next=_page_left()), 303)
    csrf.protect()
    if _has_been_idle():
        session.clear()
        return redirect(url_for("desk.login", next=_page_left()), 303)
    if current_user.officer.password_given:
        return None if request.endpoint in CHOOSING else redirect(url_for("desk.show_account"), 303)
    if current_user.lacks_factor and request.endpoint not in SETTING_UP:
        return redirect(url_for("desk.show_factor"), 303)
    if not current_user.may(*roles):
        note("access_refused")
        abort(403)
    return None


def _page_left() -> str | None:
    """Where to go on after the login: the page that was asked for, or the one with the form (static/keeping.js)."""
    if request.method == "GET":
        return request.full_path
    page = urlsplit(request.referrer or "")
    return f"{page.path}?{page.query}" if page.netloc == request.host else None


def _has_been_idle() -> bool:
    """A page that keeps itself fresh does not keep its officer signed in; a click does."""
    at = int(parts().clock().timestamp())
    minutes = current_user.office.idle_minutes if current_user.office else IDLE_MINUTES
    if at - session.get("active", at) > minutes * 60:
        return True
    clicked = request.method == "POST" or request.headers.get("Sec-Fetch-Dest", "document") == "document"
    if clicked and at - session.get("active", 0) >= ACTIVE_STEP:
        session["active"] = at
    return False


def note(action: str, *, subject: str | None = None, case_id: int | None = None) -> None:
    """One audit row of its own, for looks and for doors that stayed shut."""
    subject = subject or "/".join([str(request.endpoint), *map(str, (request.view_args or {}).values())])[:60]
    with parts().database.writing() as records:
        audit.record(records, actor(), action, subject=subject, case_id=case_id, at=parts().clock())


def actor() -> Actor:
    found: Actor = current_user.actor
    return found


def language() -> str:
    return str(current_user.officer.language if current_user.is_authenticated else session.get("language", "id"))
