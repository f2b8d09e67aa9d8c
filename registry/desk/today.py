"""An office's day in numbers: what waits, what is late or will be, and what was done since the morning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, and_, func
from sqlalchemy import select as columns
from sqlmodel import Session, col

from registry.actors import Actor, NotFound
from registry.desk import done
from registry.desk.queue import document_counts, sent_back
from registry.desk.sieve import is_due
from registry.lifecycle import WAITING_FOR_OFFICE, CaseState, DocumentState
from registry.models import Case, Office
from registry.models.cases import IS_OPEN, is_late, was_moved

D = DocumentState
WORK = (D.IN_SIAK, D.AWAITING_SIGNATURE, D.TO_SIGN_BY_HAND, D.TO_PRINT, D.TO_POST)


@dataclass(frozen=True)
class Today:
    """`documents` by what they wait for; `done` by the event's name. A number that is 0 is there too."""

    mine: int
    unclaimed: int
    late: int
    moved: int  # their citizens were told of a later promise
    due: int  # promised for the rest of today
    sent_back: int  # by the signatory
    documents: Mapping[DocumentState, int]
    done: Mapping[str, int]


def today(session: Session, actor: Actor, at: datetime) -> Today:
    """Four statements, each on an index of what is open or of today. Raises NotFound for who has no office."""
    if actor.office_id is None:
        raise NotFound
    office = session.get_one(Office, actor.office_id)
    numbers = session.execute(_numbers(actor, office, at)).mappings().one()
    documents = document_counts(session, office.id, WORK)
    return Today(**numbers, documents=documents, done=done.counts(session, office.id, morning(office, at)))


def _numbers(actor: Actor, office: Office, at: datetime) -> Select[Any]:
    """By the names that Today gives them. Late, moved and due is whatever has not ended, whoever it waits for."""
    counted = {
        "mine": and_(col(Case.officer_id) == actor.officer_id, col(Case.state).in_(WAITING_FOR_OFFICE)),
        "unclaimed": and_(col(Case.officer_id).is_(None), col(Case.state) == CaseState.SUBMITTED),
        "late": is_late(at),
        "moved": was_moved(),
        "due": is_due(*rest_of_day(office, at)),
    }
    numbers: list[Any] = [func.count().filter(condition).label(name) for name, condition in counted.items()]
    numbers.append(sent_back(office.id).scalar_subquery().label("sent_back"))
    return columns(*numbers).where(col(Case.office_id) == office.id, IS_OPEN)


def rest_of_day(office: Office, at: datetime) -> tuple[datetime, datetime]:
    """From now to the office's midnight."""
    return at, morning(office, at) + timedelta(days=1)


def morning(office: Office, at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(office.timezone)).replace(hour=0, minute=0, second=0, microsecond=0)
