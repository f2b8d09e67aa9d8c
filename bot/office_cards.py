"""The offices as the chat knows them."""

from __future__ import annotations

import json
import time
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import Text, cast, select
from sqlmodel import Session, SQLModel

from bot.flow import OfficeCard
from registry.offices.open_hours import OpenHours, open_hours

OFFICE = SQLModel.metadata.tables["office"]
GOOD_FOR = 2.0  # seconds
# Built once: putting a statement together takes longer than running it.
CARDS = select(
    OFFICE.c.id, OFFICE.c.code, OFFICE.c.name, OFFICE.c.region, OFFICE.c.timezone, OFFICE.c.address,
    cast(OFFICE.c.hours, Text).label("hours"), OFFICE.c.postage_rupiah, OFFICE.c.papers_by, OFFICE.c.release_by,
    OFFICE.c.retention_days, OFFICE.c.draft_days,
    OFFICE.c.announcement, OFFICE.c.carriage, OFFICE.c.courier_name, OFFICE.c.postage_elsewhere_rupiah,
).order_by(OFFICE.c.id)  # fmt: skip


def office_cards(session: Session, at: datetime) -> tuple[OfficeCard, ...]:
    """All offices, a few rows; in the order in which they were made."""
    rows = session.connection().execute(CARDS).mappings()
    return tuple(
        OfficeCard(**{**row, "hours": _hours(row["hours"], at.astimezone(ZoneInfo(row["timezone"])).date())})
        for row in rows
    )


class RecentCards:
    """What was read is good for a moment: every turn asks, and offices change a few times a year."""

    def __init__(self) -> None:
        self._read: tuple[OfficeCard, ...] = ()
        self._good_until = 0.0

    def read(self, session: Session, at: datetime) -> tuple[OfficeCard, ...]:
        if time.monotonic() >= self._good_until:
            self._read, self._good_until = office_cards(session, at), time.monotonic() + GOOD_FOR
        return self._read


@lru_cache(maxsize=1_000)
def _hours(told: str, today: date) -> OpenHours:
    return open_hours(json.loads(told), today)
