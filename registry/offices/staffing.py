"""An office's own officers: who is taken on, with which roles, and who may not come in any more."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.issuing import substitutes
from registry.issuing.signs import without_strange_signs
from registry.lifecycle import CHECKERS, Refused, Role
from registry.models import Officer
from registry.moves import LOCK, require
from registry.offices import workload
from registry.offices.workload import InHand

KEEPERS = frozenset({Role.ADMIN})
ROLES = (Role.COUNTER, Role.SUPERVISOR, Role.SIGNATORY, Role.PRINTING, Role.POST, Role.ADMIN)  # within an office
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,58}[a-z0-9]")


def staff(session: Session, actor: Actor) -> Sequence[Officer]:
    require(actor, KEEPERS)
    wanted = select(Officer).where(Officer.office_id == actor.office_id)
    return session.exec(wanted.order_by(col(Officer.name), col(Officer.id))).all()


def take_on(
    session: Session, actor: Actor, *, username: str, name: str, roles: Sequence[str], password_hash: str, at: datetime
) -> Officer:
    """Raises Refused for a name somebody has, in this office or another, and for what is no name or no role."""
    require(actor, KEEPERS)
    username = username.casefold()
    if not USERNAME.fullmatch(username):
        raise Refused("refused-username")
    if session.exec(select(Officer.id).where(Officer.username == username)).first():
        raise Refused("refused-username-taken")
    officer = Officer(
        office_id=actor.office_id,
        username=username,
        name=_name(name),
        password_hash=password_hash,
        password_given=True,
        roles=_roles(roles),
        session_key=secrets.token_hex(16),
        created_at=at,
    )
    session.add(officer)
    session.flush()
    _record(session, actor, officer, "officer_created", at, "roles")
    return officer


def change(
    session: Session, actor: Actor, officer_id: int, *, name: str, roles: Sequence[str], at: datetime
) -> Officer:
    """New roles hold from the officer's next click; what the old ones had given goes. Nobody gives up the
    administration of the office by themselves."""
    officer = _lock(session, actor, officer_id)
    wanted = _roles(roles)
    if officer.id == actor.officer_id and Role.ADMIN not in wanted:
        raise Refused("refused-own-account")
    officer.name, officer.roles = _name(name), wanted
    if not CHECKERS & set(wanted):
        workload.empty_hands(session, actor, officer.id, at)
    if not substitutes.may_stand_in(officer):
        substitutes.end_all(session, actor, officer.id, at)
    _record(session, actor, officer, "officer_changed", at, "name", "roles")
    return officer


def shut_out(session: Session, actor: Actor, officer_id: int, at: datetime) -> InHand:
    """Out at once on every device, and no substitute for the head any more. What the officer held goes back to whoever
    is free, and is told; what they did stays theirs."""
    officer = _lock(session, actor, officer_id)
    if officer.id == actor.officer_id:
        raise Refused("refused-own-account")
    officer.disabled_at, officer.session_key = at, secrets.token_hex(16)
    substitutes.end_all(session, actor, officer.id, at)
    held = workload.empty_hands(session, actor, officer.id, at)
    _record(session, actor, officer, "officer_disabled", at)
    return held


def let_in(session: Session, actor: Actor, officer_id: int, at: datetime) -> Officer:
    officer = _lock(session, actor, officer_id)
    officer.disabled_at = None
    _record(session, actor, officer, "officer_enabled", at)
    return officer


def sign_out(session: Session, actor: Actor, officer_id: int, at: datetime) -> Officer:
    """Of every device: a telephone was lost, a computer left open. They may sign in again."""
    officer = _lock(session, actor, officer_id)
    officer.session_key = secrets.token_hex(16)
    _record(session, actor, officer, "officer_signed_out", at)
    return officer


def set_password(
    session: Session, actor: Actor, officer_id: int, password_hash: str, at: datetime, *, given: bool
) -> Officer:
    """Another's by the administrator, one's own by oneself. `given`: made up for them, good for choosing their own
    only. Every session of the officer ends."""
    if officer_id != actor.officer_id:
        require(actor, KEEPERS)
    officer = _lock(session, actor, officer_id)
    officer.password_hash, officer.session_key = password_hash, secrets.token_hex(16)
    officer.password_given = given
    officer.failures, officer.locked_until = 0, None
    _record(session, actor, officer, "password_changed", at)
    return officer


def _lock(session: Session, actor: Actor, officer_id: int) -> Officer:
    officer = session.get(Officer, officer_id, populate_existing=True, with_for_update=LOCK)
    if officer is None or officer.office_id != actor.office_id:
        raise NotFound
    if officer.id != actor.officer_id:
        require(actor, KEEPERS)
    return officer


def _name(written: str) -> str:
    """It may stand under what they sign, so only with signs that our papers have."""
    if not written.strip():
        raise Refused("refused-officer-name")
    if written.strip() != without_strange_signs(written):
        raise Refused("refused-name-strange", field="name")
    return written.strip()[:100]


def _roles(chosen: Sequence[str]) -> list[str]:
    roles = [role.value for role in ROLES if role.value in chosen]
    if not roles or len(roles) != len(set(chosen)):
        raise Refused("refused-officer-roles")
    return roles


def _record(session: Session, actor: Actor, officer: Officer, action: str, at: datetime, *fields: str) -> None:
    subject = f"officer:{officer.id}"
    session.add(officer)
    audit.record(session, actor, action, office_id=officer.office_id, subject=subject, fields=fields, at=at)
