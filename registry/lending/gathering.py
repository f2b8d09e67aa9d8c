"""The situations of all offices as the printing plan needs them: from reports, books of blanks and machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.calendar.working_time import OpeningHours
from registry.cards import suket
from registry.lending.situation import LONGEST, Situation
from registry.models import Blank, BlankBook, Device, DeviceKind, DeviceState, Office, Quota
from registry.reports.known import day_of
from registry.reports.overview import history, told_lately

WAITING = ("suket_sisa", "prr_sisa")  # who holds a suket waits for a card, and so does who is ready to print


@dataclass(frozen=True)
class Gathered:
    """`told` are the figures that its cards were counted from, as last told within a month; without both nobody knows
    how many wait, and the office lends and borrows nothing."""

    office: Office
    told: Mapping[str, int]
    situation: Situation | None

    @property
    def missing(self) -> list[str]:
        return [name for name in WAITING if name not in self.told]


def gather(session: Session, at: datetime) -> list[Gathered]:
    """Seven statements for any number of offices. Suket are counted from an office's list, if it keeps one."""
    offices = session.exec(select(Office).order_by(col(Office.name))).all()
    today = max((day_of(office, at) for office in offices), default=at.date())
    lately = told_lately(session, today)
    told = {name: history(lately, name) for name in WAITING}
    listed = suket.counted(session, [office.id for office in offices])
    blanks, printers, quotas = _blanks(session), _printers(session), promised(session)
    found = []
    for office in offices:
        mine = {name: figures[office.id][-1][1] for name, figures in told.items() if office.id in figures}
        if office.id in listed:
            mine["suket_sisa"] = listed[office.id].outstanding
        arriving = _arriving(office, [each for each in quotas if each.office_id == office.id], at)
        there = Situation(
            office.id, sum(mine.values()), printers.get(office.id, {}),
            blanks.get(office.id, 0), arriving,
        )  # fmt: skip
        found.append(Gathered(office, mine, there if len(mine) == len(WAITING) else None))
    return found


def promised(session: Session) -> Sequence[Quota]:
    return session.exec(select(Quota).order_by(col(Quota.day), col(Quota.id))).all()


def ends_on(office: Office, at: datetime, days: int) -> date | None:
    """The working day on which so many are over, today among them; none for a plan of many years."""
    hours, day = OpeningHours.from_json(office.hours), day_of(office, at)
    for _ in range(LONGEST):
        days -= bool(hours.on(day))
        if days <= 0:
            return day
        day += timedelta(days=1)
    return None


def _arriving(office: Office, quotas: Sequence[Quota], at: datetime) -> dict[int, int]:
    """By the working days until then. What was to come before today and was not struck out has not come."""
    hours, today = OpeningHours.from_json(office.hours), day_of(office, at)
    arriving: dict[int, int] = {}
    for quota in quotas:
        if quota.day > today:
            days = sum(1 for n in range((quota.day - today).days) if hours.on(today + timedelta(days=n)))
            arriving[days] = arriving.get(days, 0) + quota.pieces
    return arriving


def _blanks(session: Session) -> dict[int, int]:
    pieces = select(col(BlankBook.office_id), func.sum(BlankBook.stock)).where(BlankBook.blank == Blank.KTP)
    return {office: int(stock) for office, stock in session.exec(pieces.group_by(col(BlankBook.office_id))).all()}


def _printers(session: Session) -> dict[int, dict[int, int]]:
    alike = col(Device.office_id), col(Device.daily_capacity)
    working = Device.kind == DeviceKind.PRINTER, Device.state == DeviceState.WORKING
    found: dict[int, dict[int, int]] = {}
    for office_id, cards, pieces in session.exec(select(*alike, func.count()).where(*working).group_by(*alike)).all():
        found.setdefault(office_id, {})[cards] = pieces
    return found
