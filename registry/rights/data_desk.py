"""The supervisor's side of what citizens ask about their data: the list, and the decision on each."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import func, tuple_
from sqlmodel import Session, col, select

from registry.actors import Actor, NotFound
from registry.lifecycle import Refused, Role
from registry.models import DataRequest, Officer
from registry.models import DataRequestKind as Kind
from registry.models import DataRequestState as State
from registry.models.rights import OPEN as UNANSWERED
from registry.moves import LOCK, require
from registry.rights.data_requests import end, record, tell

READERS = frozenset({Role.SUPERVISOR})
# How an officer made sure: KTP at the counter, a call back, facts in the chat, a signed letter with a copy of the KTP.
IDENTITY = ("counter", "call", "chat", "letter")
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def waiting(session: Session, actor: Actor, after: int | None = None, limit: int = 50) -> list[DataRequest]:
    """The office's open ones, what is due first; deletions that wait for a case at the end. `after` is the last one's
    id on the page before."""
    require(actor, READERS)
    wanted = select(DataRequest).where(DataRequest.office_id == actor.office_id, UNANSWERED)
    due = func.coalesce(col(DataRequest.due_at), NEVER)
    if last := session.get(DataRequest, after) if after else None:
        wanted = wanted.where(tuple_(due, col(DataRequest.id)) > (last.due_at or NEVER, last.id))
    return list(session.exec(wanted.order_by(due, col(DataRequest.id)).limit(limit)))


def count(session: Session, actor: Actor) -> int:
    """How many are open: the index holds no others."""
    require(actor, READERS)
    waiting = select(func.count()).select_from(DataRequest).where(DataRequest.office_id == actor.office_id, UNANSWERED)
    return session.exec(waiting).one()


def ended(session: Session, actor: Actor, after: int | None = None, limit: int = 20) -> list[DataRequest]:
    """The newest first. `after` is the last one's id on the page before."""
    require(actor, READERS)
    closed = DataRequest.office_id == actor.office_id, col(DataRequest.closed_at).is_not(None)
    wanted = select(DataRequest).where(*closed)
    if after:
        wanted = wanted.where(col(DataRequest.id) < after)
    return list(session.exec(wanted.order_by(col(DataRequest.id).desc()).limit(limit)))


def look(session: Session, actor: Actor, request_id: int, at: datetime) -> DataRequest:
    """Opening it is a look at the record, and audited."""
    request = _seen(actor, session.get(DataRequest, request_id))
    record(session, actor, request, "data_request_viewed", at)
    return request


def confirm(session: Session, actor: Actor, request_id: int, identity: str, at: datetime) -> DataRequest:
    """The officer is sure who asks, and says how: Loket makes the copy."""
    request = _to_decide(session, actor, request_id, Kind.ACCESS)
    _require_identity(identity)
    request.state, request.identity, request.confirmed_at = State.CONFIRMED, identity, at
    request.officer_id = actor.officer_id
    session.add(request)
    record(session, actor, request, "identity_confirmed", at, fields=(identity,))
    return request


def correct(session: Session, actor: Actor, request_id: int, identity: str, answer: str, at: datetime) -> DataRequest:
    """The office has put right what was wrong, and tells what."""
    request = _to_decide(session, actor, request_id, Kind.CORRECT)
    _require_identity(identity)
    _require_text(answer)
    request.identity, request.answer = identity, answer.strip()
    end(session, actor, request, State.DONE, "data_corrected", at)
    tell(session, request, "data_corrected", at, text=request.answer)
    return request


def refuse(session: Session, actor: Actor, request_id: int, reason: str, at: datetime) -> DataRequest:
    """Never without a reason that the citizen can read: as a rule, that nobody could make sure who asks."""
    request = _to_decide(session, actor, request_id, Kind.ACCESS, Kind.CORRECT)
    _require_text(reason)
    request.answer = reason.strip()
    end(session, actor, request, State.REFUSED, "data_request_refused", at)
    tell(session, request, "data_request_refused", at, text=request.answer)
    return request


def _to_decide(session: Session, actor: Actor, request_id: int, *kinds: Kind) -> DataRequest:
    """Locked: of two officers one is told that the other was first."""
    locked = session.get(DataRequest, request_id, populate_existing=True, with_for_update=LOCK)
    request = _seen(actor, locked)
    if request.kind not in kinds or request.state is not State.WAITING:
        first = session.get(Officer, request.officer_id) if request.officer_id else None
        raise Refused("refused-decided-by", officer=first.name) if first else Refused("refused-decided")
    return request


def _seen(actor: Actor, request: DataRequest | None) -> DataRequest:
    require(actor, READERS)
    if request is None or request.office_id != actor.office_id:
        raise NotFound
    return request


def _require_identity(identity: str) -> None:
    if identity not in IDENTITY:
        raise Refused("refused-identity")


def _require_text(text: str) -> None:
    if not text.strip():
        raise Refused("refused-text-missing")
