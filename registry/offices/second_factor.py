"""The second factor of an officer's login: codes of an authenticator app (RFC 6238), and ten codes kept on paper."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from hmac import compare_digest

import pyotp
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import Refused, Role
from registry.models import Officer, SecondFactor
from registry.moves import LOCK, require
from registry.offices.staffing import KEEPERS
from registry.vault import vault

DEMANDED = frozenset({Role.SIGNATORY, Role.ADMIN})  # what they sign and set is worth most to a thief
STEP = 30  # seconds
DRIFT = 1  # steps that a phone's clock may be off
BACKUPS = 10
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def begin(session: Session, actor: Actor) -> str:
    """The secret for the app. Until a code of it was typed nothing is asked for, and it stays the same."""
    if actor.officer_id is None:
        raise NotFound
    factor = _held(session, actor.officer_id)
    if factor is None:
        factor = SecondFactor(officer_id=actor.officer_id, secret=pyotp.random_base32())
        session.add(factor)
    elif factor.confirmed_at is not None:
        raise Refused("refused-factor-there")
    return factor.secret


def address(secret: str, username: str) -> str:
    """What the QR holds, as apps read it."""
    return pyotp.TOTP(secret, interval=STEP).provisioning_uri(username, issuer_name="Loket")


def confirm(session: Session, actor: Actor, code: str, at: datetime) -> list[str]:
    """From now on a code is asked for at every login. Returns the backup codes, which are shown this once."""
    factor = _held(session, actor.officer_id)
    if factor is None or factor.confirmed_at is not None or not _take(factor, code, at):
        raise Refused("refused-code")
    codes = ["-".join(_word() for _ in range(2)) for _ in range(BACKUPS)]
    factor.confirmed_at, factor.backup = at, [_kept(each) for each in codes]
    _record(session, actor, actor.officer_id, "factor_confirmed", at)
    return codes


def passes(session: Session, officer_id: int, code: str, at: datetime) -> bool:
    """A code serves once: one of this half minute (or its neighbours), else one from paper."""
    factor = _held(session, officer_id)
    if factor is None or factor.confirmed_at is None:
        return False
    session.add(factor)
    if _take(factor, code, at):
        return True
    kept = _kept(code.strip().casefold())
    left = [each for each in factor.backup if not compare_digest(each, kept)]
    used = len(left) < len(factor.backup)
    factor.backup = left
    return used


def remove(session: Session, actor: Actor, officer_id: int, at: datetime) -> None:
    """One's own, or by the administrator for who has lost their phone. Every session of the officer ends."""
    officer = session.get(Officer, officer_id, with_for_update=LOCK)
    if officer is None or officer.office_id != actor.office_id:
        raise NotFound
    if officer_id != actor.officer_id:
        require(actor, KEEPERS)
    if (factor := _held(session, officer_id)) is not None:
        session.delete(factor)
    officer.session_key = secrets.token_hex(16)
    session.add(officer)
    _record(session, actor, officer_id, "factor_removed", at)


def holders(session: Session, officer_ids: Sequence[int]) -> set[int]:
    """Those of them who type a code."""
    wanted = select(SecondFactor.officer_id).where(col(SecondFactor.officer_id).in_(officer_ids))
    return set(session.exec(wanted.where(col(SecondFactor.confirmed_at).is_not(None))).all())


def _held(session: Session, officer_id: int | None) -> SecondFactor | None:
    return session.get(SecondFactor, officer_id, populate_existing=True, with_for_update=True) if officer_id else None


def _take(factor: SecondFactor, code: str, at: datetime) -> bool:
    """Notes the step, so that a code overheard or copied is not taken a second time."""
    digits, now = "".join(code.split()), int(at.timestamp()) // STEP
    totp = pyotp.TOTP(factor.secret, interval=STEP)
    last = factor.last_step if factor.last_step <= now + DRIFT else 0  # later than any: by a clock that stood ahead
    for step in range(now - DRIFT, now + DRIFT + 1):
        if step > last and digits.isascii() and compare_digest(totp.generate_otp(step), digits):
            factor.last_step = step
            return True
    return False


def _word() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(5))


def _kept(code: str) -> str:
    return vault().blind("second factor", code).hex()


def _record(session: Session, actor: Actor, officer_id: int | None, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=actor.office_id, subject=f"officer:{officer_id}", at=at)
