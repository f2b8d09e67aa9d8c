"""At the van: whose ticket it is, who was served, who did not come, who came without one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, func, or_, update
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import SYSTEM, Actor, NotFound
from registry.database import Database
from registry.lifecycle import Refused, Role
from registry.models import BookingState, RoundKind, VanBooking, VanRound, VanVisit, VisitState
from registry.models.vans import IKD
from registry.moves import LOCK, require
from registry.vans import booking, visits
from registry.vans.visits import Visit

CREW = frozenset({Role.COUNTER, Role.SUPERVISOR})
MOST_OF_A_GROUP = 2_000
SERVABLE = (BookingState.BOOKED, BookingState.MISSED)  # who comes late is served, too


ACTIVE = "active"  # of an IKD; any other outcome is why it is not, though its owner came
NOT_DONE = ("phone", "network", "unenrolled", "data", "face", "email", "other")
OUTCOMES = (ACTIVE, *NOT_DONE)


class Count(NamedTuple):
    """Families of one visit, and the people of theirs who were enrolled, or whose IKD was activated."""

    booked: int = 0
    served: int = 0
    missed: int = 0
    enrolled: int = 0
    activated: int = 0
    came: int = 0  # people who were served


def find(session: Session, actor: Actor, written: str) -> tuple[VanBooking, Visit]:
    """By the code of a ticket, typed or as its QR holds it. Raises NotFound for none of this office's."""
    require(actor, CREW)
    code = written.strip().rstrip("/").rpartition("/")[2].upper()
    found = session.exec(select(VanBooking).where(VanBooking.code == code)).first()
    if found is None or found.office_id != actor.office_id:
        raise NotFound
    return booking.of(session, found.id)


def outcome(written: str) -> tuple[int, str]:
    """Of an activation, as `serve` wants it: how many became active, and why it did not."""
    return (1, "") if written == ACTIVE else (0, written)


def serve(
    session: Session,
    actor: Actor,
    booking_id: int,
    enrolled: int,
    at: datetime,
    *,
    activated: int = 0,
    not_done: str = "",
) -> VanBooking:
    """Raises Refused for what was served already, or given back; and for a place for the IKD of which is not said
    whether it is active, or why not."""
    found = _held(session, actor, booking_id)
    if found.state not in SERVABLE:
        raise Refused(f"refused-van-{found.state.value}")
    if not 0 <= enrolled <= booking.MOST_PEOPLE:
        raise Refused("refused-van-enrolled", most=booking.MOST_PEOPLE)
    if found.service == IKD and ((activated == 1) == bool(not_done) or not_done not in ("", *NOT_DONE)):
        raise Refused("refused-ikd-outcome")
    if not 0 <= activated <= booking.MOST_PEOPLE:
        raise Refused("refused-van-activated", most=booking.MOST_PEOPLE)
    found.enrolled, found.activated, found.not_done = enrolled, activated, not_done if found.service == IKD else ""
    return _settle(session, actor, found, BookingState.SERVED, "van_served", at)


def miss(session: Session, actor: Actor, booking_id: int, at: datetime) -> VanBooking:
    """Nobody of theirs came."""
    found = _held(session, actor, booking_id)
    if found.state is not BookingState.BOOKED:
        raise Refused(f"refused-van-{found.state.value}")
    return _settle(session, actor, found, BookingState.MISSED, "van_missed", at)


def undo(session: Session, actor: Actor, booking_id: int, at: datetime) -> VanBooking:
    """It was a slip of the finger: they are awaited again."""
    found = _held(session, actor, booking_id)
    if found.state not in (BookingState.SERVED, BookingState.MISSED):
        raise Refused("refused-van-not-settled")
    found.state, found.settled_at = BookingState.BOOKED, None
    found.enrolled, found.activated, found.not_done = 0, 0, ""
    session.add(found)
    _record(session, actor, found, "van_undone", at)
    return found


def walk_in(
    session: Session, actor: Actor, key: str, people: int, enrolled: int, at: datetime, *, activated: int = 0
) -> VanBooking:
    """A family without a ticket is served, also when the queue was full: the crew sees whether there is time. At a
    session at an agency, all of its people who came may be written down at once."""
    require(actor, CREW)
    visit = awaited(session, actor, key)
    numbers = select(func.max(VanBooking.number)).where(VanBooking.visit_id == booking.row_of(visit).id)
    last = session.exec(numbers).one()
    most = MOST_OF_A_GROUP if visit.round.kind is RoundKind.GROUP else booking.MOST_PEOPLE
    if not (1 <= people <= most and 0 <= enrolled <= people and 0 <= activated <= people):
        raise Refused("refused-van-people", most=most)
    made = VanBooking(
        visit_id=booking.row_of(visit).id, office_id=visit.round.office_id, code=booking.new_code(session),
        number=(last or 0) + 1, people=people, enrolled=enrolled, activated=activated, created_at=at,
    )  # fmt: skip
    return _settle(session, actor, made, BookingState.SERVED, "van_walk_in", at)


def awaited(session: Session, actor: Actor, key: str) -> Visit:
    """A visit of this office, also one that is over: what was done there is written down later. With its row."""
    named = visits.parsed(key)
    round_ = session.get(VanRound, named[0], populate_existing=True, with_for_update=LOCK) if named else None
    visit = visits.one(session, key) if round_ and round_.office_id == actor.office_id else None
    if visit is None:
        raise NotFound
    if visit.state is VisitState.CANCELLED:
        raise Refused("refused-van-over")
    return booking.with_row(session, visit)


def queue(session: Session, visit: Visit) -> Sequence[VanBooking]:
    """Everybody who has or had a place, in order."""
    if visit.row is None:
        return []
    mine = select(VanBooking).where(VanBooking.visit_id == visit.row.id)
    return session.exec(mine.order_by(col(VanBooking.number))).all()


def counts(session: Session, shown: Sequence[Visit]) -> dict[str, Count]:
    """By the key of the visit. One statement."""
    keys = {each.row.id: each.key for each in shown if each.row}
    state = col(VanBooking.state)
    numbers: list[Any] = [func.count().filter(state == each) for each in Count._fields[:3]]
    numbers += [func.sum(VanBooking.enrolled), func.sum(VanBooking.activated)]
    numbers += [func.sum(VanBooking.people).filter(state == BookingState.SERVED)]
    wanted = select(col(VanBooking.visit_id), *numbers).where(col(VanBooking.visit_id).in_(keys))
    found = session.exec(wanted.group_by(col(VanBooking.visit_id))).all()
    return {keys[number]: Count(*(int(each or 0) for each in told)) for number, *told in found}


def reasons(session: Session, shown: Sequence[Visit]) -> dict[str, dict[str, int]]:
    """By the key of the visit: how often an IKD was not activated, for each reason. One statement."""
    keys = {each.row.id: each.key for each in shown if each.row}
    visit, why = col(VanBooking.visit_id), col(VanBooking.not_done)
    wanted = select(visit, why, func.count()).where(visit.in_(keys), why != "").group_by(visit, why)
    found: dict[str, dict[str, int]] = {}
    for number, reason, times in session.exec(wanted.order_by(func.count().desc(), why)).all():
        found.setdefault(keys[number], {})[reason] = times
    return found


def close_over(database: Database, at: datetime) -> int:
    """Who is still awaited at a visit of an earlier day did not come. How many; done twice it does nothing."""
    over = select(col(VanVisit.id)).where(col(VanVisit.on) < at.date())
    awaited_still = col(VanBooking.visit_id).in_(over), col(VanBooking.state) == BookingState.BOOKED
    with database.reading() as session:
        known = col(VanBooking.visit_id).in_(over), col(VanBooking.kk_index).is_not(None)
        waits = or_(and_(*awaited_still), and_(*known))
        if session.exec(select(VanBooking.id).where(waits).limit(1)).first() is None:
            return 0
    with database.writing() as session:
        values = {"state": BookingState.MISSED, "settled_at": at, "kk_index": None}
        gone = session.execute(update(VanBooking).where(*awaited_still).values(values).returning(col(VanBooking.id)))
        number = len(gone.all())
        session.execute(update(VanBooking).where(*known).values(kk_index=None))  # of who took no other visit
        if number:
            audit.record(session, SYSTEM, "van_missed", subject=f"van:{number}", at=at)
    return number


def _held(session: Session, actor: Actor, booking_id: int) -> VanBooking:
    require(actor, CREW)
    found = session.get(VanBooking, booking_id, populate_existing=True, with_for_update=LOCK)
    if found is None or found.office_id != actor.office_id:
        raise NotFound
    return found


def _settle(
    session: Session, actor: Actor, found: VanBooking, state: BookingState, action: str, at: datetime
) -> VanBooking:
    found.state, found.settled_at, found.officer_id, found.kk_index = state, at, actor.officer_id, None
    session.add(found)
    session.flush()
    _record(session, actor, found, action, at)
    return found


def _record(session: Session, actor: Actor, found: VanBooking, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=found.office_id, subject=f"vanbooking:{found.id}", at=at)
