"""Officers' passwords: hashed with argon2, guesses slowed down in the database."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlmodel import Session, col, select

from registry.models import Officer

SHORTEST = 12  # characters
FREE_TRIES = 5
PLAIN_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
LONGEST_WAIT = timedelta(minutes=5)
hasher = PasswordHasher()


def hash_password(plain: str) -> str:
    return hasher.hash(plain)


def made_up() -> str:
    """To be read out over a desk and typed once: three groups of four, without what looks alike; 58 bits."""
    return "-".join("".join(secrets.choice(PLAIN_SIGNS) for _ in range(4)) for _ in range(3))


def matches(password_hash: str | None, plain: str) -> bool:
    """Takes as long for a name nobody has (no hash) as for a wrong password."""
    try:
        return hasher.verify(password_hash or _nobody(), plain) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return hasher.hash("nobody has this password")


def begin_attempt(
    session: Session, username: str, at: datetime, *, known_device: Callable[[Officer], bool]
) -> Officer | None:
    """Counts the attempt before its password is looked at, so that parallel guesses count too.

    None: no such officer, or guesses came too fast. A device on which this officer signed in before does not
    wait, so that a stranger's guessing never locks the officer out.
    """
    officer = session.exec(select(Officer).where(col(Officer.username) == username).with_for_update()).first()
    if officer is None or officer.disabled_at is not None:
        return None
    waiting = officer.locked_until is not None and at < officer.locked_until <= at + LONGEST_WAIT
    if waiting and not known_device(officer):
        return None
    officer.failures += 1
    if officer.failures >= FREE_TRIES:
        wait = timedelta(seconds=2 ** min(officer.failures, 20))
        officer.locked_until = at + min(wait, LONGEST_WAIT)
    return officer


def end_attempt(session: Session, officer_id: int) -> None:
    """The password was right: earlier guesses are forgotten."""
    officer = session.get_one(Officer, officer_id)
    officer.failures, officer.locked_until = 0, None
