"""The visits to come, worked out from the rounds and from what was changed about single ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.calendar.working_time import OpeningHours
from registry.models import BookingState, Office, VanBooking, VanRound, VanVisit, VisitState
from registry.vans import rounds

TAKEN = (BookingState.BOOKED, BookingState.SERVED, BookingState.MISSED)  # a place that nobody else gets
AHEAD = timedelta(days=92)  # a round that comes every month is seen three times
PUT_OFF = timedelta(days=92)  # so far at most a visit is moved


@dataclass(frozen=True)
class Visit:
    """One coming of a van: of this round, on this `day` of its rule, as it stands now."""

    round: VanRound
    day: date
    row: VanVisit | None = None
    taken: int = 0  # places of its queue

    @property
    def left(self) -> int:
        return max(0, self.round.quota - self.taken)

    @property
    def key(self) -> str:
        """How a page or a button names it; see `parsed`."""
        return f"{self.round.id}-{self.day:%Y%m%d}"

    @property
    def on(self) -> date:
        return self.row.on if self.row else self.day

    @property
    def opens(self) -> str:
        return self.row.opens if self.row else self.round.opens

    @property
    def closes(self) -> str:
        return self.row.closes if self.row else self.round.closes

    @property
    def place(self) -> str:
        return self.row.place if self.row else self.round.place

    @property
    def village(self) -> str:
        return self.row.village if self.row else self.round.village

    @property
    def state(self) -> VisitState:
        return self.row.state if self.row else VisitState.PLANNED

    @property
    def starts_at(self) -> datetime:
        return moment(self.on, self.opens, self.round.timezone)

    @property
    def ends_at(self) -> datetime:
        return moment(self.on, self.closes, self.round.timezone)


def moment(day: date, written: str, timezone: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(written), ZoneInfo(timezone))


def parsed(key: str) -> tuple[int, date] | None:
    number, _, day = key.partition("-")
    try:
        return int(number), date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    except ValueError:
        return None


def one(session: Session, key: str) -> Visit | None:
    """None for what no round brings."""
    named = parsed(key)
    found = session.get(VanRound, named[0]) if named else None
    if found is None or named is None:
        return None
    row = session.exec(select(VanVisit).where(VanVisit.round_id == found.id, VanVisit.day == named[1])).first()
    office = session.get_one(Office, found.office_id)
    due = row is not None or named[1] in rounds.days(found, named[1], named[1], _closed(office))
    return Visit(found, named[1], row) if due else None


def between(session: Session, offices: Iterable[Office], first: date, last: date) -> list[Visit]:
    """All that fall on these days as they stand now, the cancelled too, in order. Three statements."""
    closed = {office.id: _closed(office) for office in offices}
    mine = select(VanRound).where(col(VanRound.office_id).in_(closed))
    found = {each.id: each for each in session.exec(mine)}
    changed = select(VanVisit).where(col(VanVisit.round_id).in_(found), col(VanVisit.day) >= first - PUT_OFF)
    rows = {(row.round_id, row.day): row for row in session.exec(changed.where(col(VanVisit.day) <= last + PUT_OFF))}
    due = {
        (each.id, day)
        for each in found.values()
        if each.ended_at is None
        for day in rounds.days(each, first, last, closed[each.office_id])
    }
    taken = _taken(session, [row.id for row in rows.values()])
    visits = [Visit(found[number], day, None) for number, day in due - rows.keys()]
    visits += [Visit(found[number], day, row, taken.get(row.id, 0)) for (number, day), row in rows.items()]
    return sorted((each for each in visits if first <= each.on <= last), key=_order)


def upcoming(session: Session, offices: Collection[Office], at: datetime) -> list[Visit]:
    """Those that come and are not over."""
    if not offices:
        return []
    today = min(at.astimezone(ZoneInfo(office.timezone)).date() for office in offices)
    visits = between(session, offices, today, today + AHEAD)
    return [each for each in visits if each.state is not VisitState.CANCELLED and each.ends_at > at]


def rounds_of(session: Session, office_id: int) -> Sequence[VanRound]:
    """Those that go on, the newest last."""
    mine = select(VanRound).where(VanRound.office_id == office_id, col(VanRound.ended_at).is_(None))
    return session.exec(mine.order_by(col(VanRound.id))).all()


def _taken(session: Session, visits: Collection[int]) -> dict[int, int]:
    mine = col(VanBooking.visit_id).in_(visits), col(VanBooking.state).in_(TAKEN)
    counted = select(col(VanBooking.visit_id), func.count()).where(*mine).group_by(col(VanBooking.visit_id))
    return dict(session.exec(counted).all())


def _closed(office: Office) -> Collection[date]:
    return OpeningHours.from_json(office.hours).closed


def _order(visit: Visit) -> tuple[date, str, int]:
    return visit.on, visit.opens, visit.round.id
