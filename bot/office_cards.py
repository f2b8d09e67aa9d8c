"""The offices as the chat knows them."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from bot.flow import OfficeCard
from bot.wording import ZONES
from registry.models import Office

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMES = dict(zip(DAYS, ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"), strict=True))


def office_cards(session: Session) -> tuple[OfficeCard, ...]:
    """All offices, a few rows; in the order in which they were made."""
    columns = (
        Office.id, Office.code, Office.name, Office.region, Office.timezone, Office.address, Office.hours,
        Office.postage_rupiah, Office.papers_by, Office.release_by, Office.retention_days,
    )  # fmt: skip
    rows = session.execute(select(*columns).order_by(col(Office.id))).all()  # type: ignore[call-overload]
    return tuple(OfficeCard(**(row._asdict() | {"hours": hours_said(row.hours, row.timezone)})) for row in rows)


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
