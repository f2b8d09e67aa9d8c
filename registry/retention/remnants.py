"""What is still to be deleted in the object store and at the carrier. Noted in the transaction that lets go of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from registry.models import Remnant, RemnantKind

# The carrier may need minutes, in rare cases fourteen days, until a message can be deleted (20009).
WAITS = (*(timedelta(minutes=minutes) for minutes in (2, 10, 60, 360)), *(timedelta(days=1),) * 15)


def leave_objects(session: Session, keys: Iterable[str], at: datetime) -> None:
    session.add_all(Remnant(kind=RemnantKind.OBJECT, key=key, due_at=at, created_at=at) for key in keys)


def leave_messages(session: Session, sids: Iterable[str], at: datetime) -> None:
    """The carrier deletes a message with the files that came or went with it."""
    session.add_all(Remnant(kind=RemnantKind.MESSAGE, key=sid, due_at=at, created_at=at) for sid in sids)


def leave_media(session: Session, message_sid: str, media_sid: str, at: datetime) -> None:
    session.add(Remnant(kind=RemnantKind.MEDIA, key=media_sid, message_sid=message_sid, due_at=at, created_at=at))


def due(session: Session, at: datetime, limit: int) -> list[Remnant]:
    wanted = select(Remnant).where(col(Remnant.due_at) <= at)
    return list(session.exec(wanted.order_by(col(Remnant.due_at), col(Remnant.id)).limit(limit)))


def deleted(session: Session, remnant_id: int) -> None:
    if remnant := session.get(Remnant, remnant_id):
        session.delete(remnant)


def postponed(session: Session, remnant_id: int, error: str, at: datetime) -> bool:
    """Tried again later and later; False when given up: it then stays, for somebody to look at."""
    remnant = session.get(Remnant, remnant_id)
    if remnant is None:
        return True  # another run deleted it meanwhile
    wait = WAITS[remnant.attempts] if remnant.attempts < len(WAITS) else None
    remnant.attempts, remnant.error = remnant.attempts + 1, error
    remnant.due_at = at + wait if wait else None
    session.add(remnant)
    return wait is not None


def given_up(session: Session) -> int:
    return session.exec(select(func.count(col(Remnant.id))).where(col(Remnant.due_at).is_(None))).one()
