"""Until when an office keeps what citizens gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from registry.models import Office

DAYS = 30  # where no office was chosen yet


@dataclass(frozen=True)
class Limits:
    """`cutoffs` by office: what is older than that is due at `at`."""

    at: datetime
    cutoffs: Mapping[int, datetime]
    otherwise: datetime

    @classmethod
    def of(cls, session: Session, at: datetime) -> Limits:
        days = session.exec(select(col(Office.id), col(Office.retention_days))).all()
        cutoffs = {office: at - timedelta(days=kept) for office, kept in days}
        return cls(at, cutoffs, at - timedelta(days=DAYS))

    @property
    def latest(self) -> datetime:
        return max((self.otherwise, *self.cutoffs.values()))

    def are_passed(self, office_id: int | None, since: datetime) -> bool:
        return since < self.cutoffs.get(office_id or 0, self.otherwise)
