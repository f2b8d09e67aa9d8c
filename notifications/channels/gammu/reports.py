"""What SMSD has to tell of messages it took: sent, given up, and what delivery reports said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Engine, Row, func, select

from notifications.channels.gammu.fates import Fate, fate
from notifications.channels.gammu.marks import CREATOR, Known, marked
from notifications.channels.gammu.tables import SENT

NEWEST = 5_000  # messages looked through: the table has no index by time, and grows
LOOK_BACK = timedelta(days=1)  # at the start, from the newest news on


@dataclass(frozen=True)
class Report:
    """As a carrier's receipt: `tag` is the one the message was sent with."""

    sid: str
    tag: str
    fate: Fate


class Reports:
    """Raises SQLAlchemyError when SMSD's database does not answer. What it told once it tells again after a start."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._since: datetime | None = None
        self._told: set[Report] = set()  # the last time: of a second that is not over more may come

    def news(self) -> Iterator[Report]:
        """What changed since the last time; what is not taken before the next call comes again."""
        with self._engine.connect() as connection:
            newest = connection.execute(select(func.max(SENT.c.id))).scalar() or 0
            ours = SENT.c.id > newest - NEWEST, SENT.c.CreatorID.startswith(CREATOR)
            latest = connection.execute(select(func.max(SENT.c.UpdatedInDB)).where(*ours)).scalar()
            if latest is None:
                return
            since = self._since or latest - LOOK_BACK
            changed = select(SENT.c.id).where(*ours, SENT.c.UpdatedInDB >= since)
            query = select(SENT).where(SENT.c.id.in_(changed)).order_by(SENT.c.id, SENT.c.SequencePosition)
            rows = connection.execute(query).all()
        told = {report for _, parts in groupby(rows, lambda row: row.id) if (report := _report(list(parts)))}
        yield from sorted(told - self._told, key=lambda report: report.sid)
        self._since, self._told = latest, told


def _report(parts: Sequence[Row[Any]]) -> Report | None:
    ours = marked(parts[0].CreatorID)
    return Report(Known(parts[0].id, ours.nonce).sid, ours.tag, fate(parts)) if ours else None
