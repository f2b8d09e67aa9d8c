"""Claims that lapsed: cases of one officer on which nothing was done for the office's number of days."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, or_, tuple_
from sqlmodel import Session, col, select

from registry import claiming
from registry.actors import Actor, NotFound
from registry.audit.reading import LOOKS
from registry.lifecycle import Refused, Role
from registry.models import AuditEntry, Case, Office, Officer
from registry.models.cases import IN_QUEUE
from registry.moves import lock_cases, require

KEEPERS = frozenset({Role.SUPERVISOR})


class Lapsed(NamedTuple):
    """`since`: the holder's last deed, or what the citizen sent last."""

    case: Case
    officer: Officer
    since: datetime


def lapsed(session: Session, actor: Actor, at: datetime, after: int | None = None, limit: int = 50) -> Sequence[Lapsed]:
    """Of those that wait for the office, the longest forgotten first. One statement on the index of the queue; what was
    done last comes by the log's index of cases. `after` is the last case of the page before."""
    since = _since()
    wanted = select(Case, Officer, since).join(Officer, col(Officer.id) == col(Case.officer_id))
    wanted = wanted.where(*_forgotten(session, actor, at)).order_by(since, col(Case.id)).limit(limit)
    last = session.exec(select(since).where(col(Case.id) == after)).first() if after else None
    if last is not None:
        wanted = wanted.where(tuple_(since, col(Case.id)) > (last, after))
    return [Lapsed(*row) for row in session.exec(wanted).all()]


def count(session: Session, actor: Actor, at: datetime) -> int:
    return session.exec(select(func.count()).select_from(Case).where(*_forgotten(session, actor, at))).one()


def give_back(session: Session, actor: Actor, case_ids: Collection[int], at: datetime) -> int:
    """Those of them that lie forgotten still: whose holder went on meanwhile keeps theirs. Raises Refused when that is
    all of them."""
    require(actor, KEEPERS)
    locked = {case.id for case in lock_cases(session, actor, case_ids)}
    wanted = select(Case.id).where(*_forgotten(session, actor, at), col(Case.id).in_(locked))
    forgotten = session.exec(wanted.order_by(col(Case.id))).all()
    if not forgotten:
        raise Refused("refused-lapsed")
    for case_id in forgotten:  # each by the rules of its own
        claiming.release(session, actor, case_id, at)
    return len(forgotten)


def _forgotten(session: Session, actor: Actor, at: datetime) -> list[ColumnElement[bool]]:
    require(actor, KEEPERS)
    office = session.get(Office, actor.office_id) if actor.office_id else None
    if office is None:
        raise NotFound
    before = at - timedelta(days=office.claim_days)
    held: list[Any] = [col(Case.office_id) == office.id, IN_QUEUE, col(Case.officer_id).is_not(None)]
    return [*held, _since() < before]


def _since() -> Any:
    """A look is no deed; what a citizen sends gives the holder their time anew."""
    theirs = or_(col(AuditEntry.officer_id) == col(Case.officer_id), col(AuditEntry.contact_id).is_not(None))
    last = (
        select(func.max(col(AuditEntry.at)))
        .where(col(AuditEntry.case_id) == col(Case.id), theirs, col(AuditEntry.action).not_in(LOOKS))
        .correlate(Case)
        .scalar_subquery()
    )
    return func.coalesce(last, col(Case.opened_at))
