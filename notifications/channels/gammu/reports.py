"""What SMSD has to tell of messages it took: sent, given up, and what delivery reports said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, func, select

from notifications.channels.gammu.fates import Fate, fate
from notifications.channels.gammu.marks import CREATOR, Known, marked
from notifications.channels.gammu.tables import SENT

NEWEST = 5_000  # messages looked through each time: the table has no index by time, and grows
LOOK_BACK = timedelta(days=7)  # at the start: no network keeps a message, and a report about it, for longer


@dataclass(frozen=True)
class Report:
    """As a carrier's receipt: `tag` is the one the message was sent with."""

    sid: str
    tag: str
    fate: Fate


@dataclass
class Heard:
    """Up to which change of a row everything was told; of a second that is not over more may come."""

    since: datetime | None = None
    told: set[Report] = field(default_factory=set)


class Reports:
    """Raises SQLAlchemyError when SMSD's database does not answer. What it told once it tells again after a start."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._newest, self._earlier = Heard(), Heard()

    def news(self) -> Iterator[Report]:
        """What changed of the newest messages since the last time; what is not taken by the next call comes again."""
        return self._news(self._newest, lambda number, newest: number > newest - NEWEST)

    def late_news(self) -> Iterator[Report]:
        """Of all earlier ones: of a telephone, or a modem, that was off for days. Reads the whole table: for now and
        then."""
        return self._news(self._earlier, lambda number, newest: number <= newest - NEWEST)

    def _news(self, heard: Heard, which: Callable[[Any, int], ColumnElement[bool]]) -> Iterator[Report]:
        with self._engine.connect() as connection:
            newest = connection.execute(select(func.max(SENT.c.id))).scalar() or 0
            ours = which(SENT.c.id, newest), SENT.c.CreatorID.startswith(CREATOR)
            latest = connection.execute(select(func.max(SENT.c.UpdatedInDB)).where(*ours)).scalar()
            if latest is None:
                return
            since = heard.since or latest - LOOK_BACK
            changed = select(SENT.c.id).where(*ours, SENT.c.UpdatedInDB >= since)
            query = select(SENT).where(SENT.c.id.in_(changed)).order_by(SENT.c.id, SENT.c.SequencePosition)
            rows = connection.execute(query).all()
        told = {report for _, parts in groupby(rows, lambda row: row.id) if (report := _report(list(parts)))}
        yield from sorted(told - heard.told, key=lambda report: report.sid)
        heard.since, heard.told = latest, told


def _report(parts: Sequence[Row[Any]]) -> Report | None:
    ours = marked(parts[0].CreatorID)
    return Report(Known(parts[0].id, ours.nonce).sid, ours.tag, fate(parts)) if ours else None
