"""What the province sees of all its offices: requests, finished, late, how signed, stock, suket, printers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.calendar.working_time import OpeningHours
from registry.cards.stock import DAY, LATELY, LOW, SPENT
from registry.lifecycle import Role
from registry.models import Blank, BlankBook, BlankEntry, Case, DailyReport, Office
from registry.models.cases import IN_QUEUE, IS_OPEN, is_late, was_moved
from registry.moves import require
from registry.reports.daily import Report, reports
from registry.reports.figures import DOORS
from registry.reports.known import day_of
from registry.reports.pace import none_left

SEES = frozenset({Role.PROVINCE})
ASKED = ("layanan_online_masuk", "layanan_tatap_muka")
SUMMED = (
    *ASKED, *DOORS, "layanan_online_selesai", "tte_dok", "manual_dok", "keliling_terlayani", "ikd_aktivasi",
    "cek_data_pusat",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One office. `sums` are of the days asked for; what no report tells is missing, not 0. `gaps`: on these days
    the office worked and closed no report. `latest` is today's report, `suket_told` the numbers of those
    outstanding, by day, the earliest first, and now."""

    office: Office
    sums: Mapping[str, int | None]
    gaps: Sequence[date]
    waiting: int
    late: int
    moved: int
    latest: Report
    suket_told: Sequence[tuple[date, int]]
    stock_days: int | None  # so long the blanks do, as they were spent lately; none: none were

    @property
    def suket(self) -> tuple[date, int] | None:
        return self.suket_told[-1] if self.suket_told else None

    @property
    def suket_ends(self) -> date | None:
        """The day without any, at this pace."""
        return none_left(self.suket_told)

    @property
    def is_low(self) -> bool:
        return self.stock_days is not None and self.stock_days <= LOW

    @property
    def requests(self) -> int | None:
        return total(self.sums[name] for name in ASKED)


class Day(NamedTuple):
    """Of all offices together; none where no report tells. `is_whole`: no office's report is missing."""

    day: date
    requests: int | None
    finished: int | None
    is_whole: bool


@dataclass(frozen=True)
class Overview:
    rows: Sequence[Row]
    days: Sequence[Day]

    @property
    def totals(self) -> Mapping[str, int | None]:
        return {name: total(row.sums[name] for row in self.rows) for name in SUMMED}

    @property
    def requests(self) -> int | None:
        return total(row.requests for row in self.rows)

    @property
    def waiting(self) -> int:
        return sum(row.waiting for row in self.rows)

    @property
    def late(self) -> int:
        return sum(row.late for row in self.rows)

    @property
    def moved(self) -> int:
        return sum(row.moved for row in self.rows)

    @property
    def suket(self) -> int | None:
        return total(row.suket[1] for row in self.rows if row.suket)

    def latest(self, figure: str) -> int | None:
        """Of what the offices have now, as far as they told."""
        return total(row.latest.figures.get(figure) for row in self.rows)

    @property
    def gaps(self) -> Sequence[Row]:
        """Offices with days that nobody reported."""
        return [row for row in self.rows if row.gaps]


def overview(session: Session, actor: Actor, at: datetime, days: int) -> Overview:
    """Of the last `days`, today included: earlier ones from the closed reports, so that no large table is counted."""
    require(actor, SEES)
    offices = session.exec(select(Office).order_by(col(Office.name))).all()
    today = max((day_of(office, at) for office in offices), default=at.date())
    first = today - timedelta(days=days - 1)
    now = {report.office.id: report for report in reports(session, offices, today, at)}
    past = session.exec(select(DailyReport).where(col(DailyReport.day) >= first, col(DailyReport.day) < today)).all()
    queues = _queues(session, at)
    suket, stock_days = history(told_lately(session, today), "suket_sisa"), _stock_days(session, at)
    period = [first + timedelta(days=n) for n in range(days)]
    rows = [
        Row(office, _sums(office, past, now[office.id]), _gaps(office, period[:-1], past),
            *queues.get(office.id, (0, 0, 0)), now[office.id],
            with_today(suket.get(office.id, ()), today, now[office.id].figures.get("suket_sisa")),
            stock_days.get(office.id))
        for office in offices
    ]  # fmt: skip
    return Overview(rows, [_day(day, past, now, {gap for row in rows for gap in row.gaps}) for day in period])


def total(numbers: Iterable[int | None]) -> int | None:
    """Of those that are known; none when no one is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _sums(office: Office, past: Sequence[DailyReport], now: Report) -> dict[str, int | None]:
    figures = [report.figures for report in past if report.office_id == office.id] + [now.figures]
    return {name: total(each.get(name) for each in figures) for name in SUMMED}


def _gaps(office: Office, days: Sequence[date], past: Sequence[DailyReport]) -> Sequence[date]:
    """Since the first report that it ever closed within the days: an office that began later owes none before."""
    told = {report.day for report in past if report.office_id == office.id and report.closed_at}
    hours = OpeningHours.from_json(office.hours)
    return [day for day in days if told and day > min(told) and day not in told and hours.on(day)]


def _day(day: date, past: Sequence[DailyReport], now: Mapping[int, Report], gaps: Collection[date]) -> Day:
    figures = [each.figures for each in past if each.day == day]
    figures += [dict(each.figures) for each in now.values() if each.day == day]
    asked = total(each.get(name) for each in figures for name in ASKED)
    return Day(day, asked, total(each.get("layanan_online_selesai") for each in figures), day not in gaps)


def _queues(session: Session, at: datetime) -> dict[int, tuple[int, int, int]]:
    """Waiting for the office; late, and moved, of all that has not ended: on the index of what is open."""
    numbers = func.count().filter(IN_QUEUE), func.count().filter(is_late(at)), func.count().filter(was_moved())
    wanted = select(col(Case.office_id), *numbers).where(IS_OPEN)
    found = session.exec(wanted.group_by(col(Case.office_id))).all()
    return {office_id: (waiting, late, moved) for office_id, waiting, late, moved in found}


def _stock_days(session: Session, at: datetime) -> dict[int, int]:
    """Of blanks for grown-ups, in all places of an office together."""
    books = (
        select(col(BlankBook.office_id), func.sum(BlankBook.stock), func.min(BlankBook.created_at))
        .where(BlankBook.blank == Blank.KTP)
        .group_by(col(BlankBook.office_id))
    )
    spent = (
        select(col(BlankBook.office_id), func.sum(-col(BlankEntry.quantity)))
        .join(BlankEntry, col(BlankEntry.book_id) == col(BlankBook.id))
        .where(BlankBook.blank == Blank.KTP, col(BlankEntry.at) >= at - LATELY)
        .where(col(BlankEntry.movement).in_(SPENT))
        .group_by(col(BlankBook.office_id))
    )
    used = {office_id: int(pieces) for office_id, pieces in session.exec(spent).all()}
    return {
        office_id: int(pieces * max(min(at - begun, LATELY) / DAY, 1.0) / used[office_id])
        for office_id, pieces, begun in session.exec(books).all()
        if used.get(office_id)
    }


def told_lately(session: Session, today: date) -> Sequence[DailyReport]:
    """The reports of the last month, the earliest first."""
    lately = select(DailyReport).where(col(DailyReport.day) > today - timedelta(days=31))
    return session.exec(lately.order_by(col(DailyReport.day))).all()


def history(lately: Sequence[DailyReport], name: str) -> dict[int, list[tuple[date, int]]]:
    """That figure of each office on the days that tell it; what was never told is missing."""
    told: dict[int, list[tuple[date, int]]] = {}
    for report in lately:
        if (left := report.figures.get(name)) is not None:
            told.setdefault(report.office_id, []).append((report.day, left))
    return told


def with_today(told: Sequence[tuple[date, int]], today: date, left: int | None) -> Sequence[tuple[date, int]]:
    """What earlier days told, and what is `left` now, where that is known."""
    return told if left is None else [*((day, then) for day, then in told if day < today), (today, left)]
