"""The offices as the chat knows them."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, cast, select
from sqlmodel import Session, SQLModel

from bot.flow import OfficeCard
from bot.wording import ZONES

OFFICE = SQLModel.metadata.tables["office"]
# Built once: putting a statement together takes longer than running it.
CARDS = select(
    OFFICE.c.id, OFFICE.c.code, OFFICE.c.name, OFFICE.c.region, OFFICE.c.timezone, OFFICE.c.address,
    cast(OFFICE.c.hours, Text).label("hours"), OFFICE.c.postage_rupiah, OFFICE.c.papers_by, OFFICE.c.release_by,
    OFFICE.c.retention_days, OFFICE.c.draft_days,
).order_by(OFFICE.c.id)  # fmt: skip

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMES = dict(zip(DAYS, ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"), strict=True))


def office_cards(session: Session) -> tuple[OfficeCard, ...]:
    """All offices, a few rows; in the order in which they were made."""
    rows = session.connection().execute(CARDS).mappings()
    return tuple(OfficeCard(**{**row, "hours": _hours(row["hours"], row["timezone"])}) for row in rows)


@lru_cache(maxsize=1_000)
def _hours(told: str, timezone: str) -> str:
    return hours_said(json.loads(told), timezone)


def hours_said(hours: dict[str, Any], timezone: str) -> str:
    """Senin-Kamis 08.00-15.00, Jumat 08.00-11.00 WITA: days with the same hours stand together."""
    spans: list[tuple[str, str, str]] = []
    for day in DAYS:
        times = ", ".join(f"{a}-{b}".replace(":", ".") for a, b in hours.get("weekly", {}).get(day, []))
        if spans and spans[-1][2] == times and times:
            spans[-1] = (spans[-1][0], day, times)
        elif times:
            spans.append((day, day, times))
    said = (f"{NAMES[a]}-{NAMES[b]} {t}" if a != b else f"{NAMES[a]} {t}" for a, b, t in spans)
    return f"{', '.join(said)} {ZONES.get(timezone, '')}".strip()
