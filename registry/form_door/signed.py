"""What a form's own script posts: signed with the form's key over the time and the body, and fresh."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime, timedelta

from sqlmodel import Session

from registry.form_door import answers
from registry.form_door.answers import MOST_CELLS, Cells, Kept
from registry.models import Office, WebForm

FRESH = timedelta(minutes=5)  # by which clocks may differ; what is older was recorded and is played again
MOST_A_MINUTE, MOST_A_DAY = 60, 10_000
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NO_SECRET = "0" * 64  # compared with where there is no form, so that nobody can tell which addresses exist


class TooMany(Exception):
    """More than any form gets. The script tries again."""


def is_genuine(found: WebForm | None, stamp: str, body: bytes, signature: str, at: datetime) -> bool:
    """`stamp` in seconds since 1970, `signature` hexadecimal, of "<stamp>.<body>"."""
    secret = (found.secret if found else None) or NO_SECRET
    right = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    same = hmac.compare_digest(right.encode(), signature.lower().encode())
    return same and secret != NO_SECRET and _is_fresh(stamp, at)


def parse(body: bytes) -> Cells | None:
    """{"answers": {"heading": "answer", ...}}, none for any other form."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    given = told.get("answers") if isinstance(told, dict) else None
    if not isinstance(given, dict) or not 0 < len(given) <= MOST_CELLS:
        return None
    if not all(isinstance(value, str) for value in given.values()):
        return None
    plain = {" ".join(heading.split()): value.strip() for heading, value in given.items()}
    return answers.bounded(plain) if any(plain.values()) else None


def keep(session: Session, found: WebForm, cells: Cells, at: datetime) -> Kept:
    """The same answer posted again changes nothing. Raises TooMany."""
    if answers.lately(session, found, at - MINUTE) >= MOST_A_MINUTE:
        raise TooMany
    if answers.lately(session, found, at - DAY) >= MOST_A_DAY:
        raise TooMany
    office = session.get_one(Office, found.office_id)
    return answers.keep(session, found, office, list(cells), [(None, cells)], at)


def _is_fresh(stamp: str, at: datetime) -> bool:
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 12):
        return False
    return abs(at.timestamp() - int(stamp)) <= FRESH.total_seconds()
