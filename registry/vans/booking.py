"""A place in the queue of a visit, one a family: taken in the chat, given back, never given twice."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from registry import audit, inbox
from registry.actors import Actor, NotFound
from registry.lifecycle import Refused
from registry.models import BookingState, Contact, EventKind, VanBooking, VanRound, VanVisit, VisitState
from registry.models.vans import IKD
from registry.moves import LOCK
from registry.vans import visits
from registry.vans.visits import TAKEN, Visit
from registry.vault import vault

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that reads like something else
CODE_LENGTH = 6
REMINDED_AT = time(9)  # of the day before
MOST_PEOPLE = 30
MOST_A_TELEPHONE = 5  # families with a place still to come: nobody empties a visit with made-up numbers
BOOKED = (  # built once: putting it together takes longer than running it
    select(VanBooking, VanVisit, VanRound)
    .join(VanVisit, col(VanVisit.id) == VanBooking.visit_id)
    .join(VanRound, col(VanRound.id) == VanVisit.round_id)
    .where(VanBooking.state == BookingState.BOOKED)
    .order_by(col(VanVisit.on), col(VanBooking.id))
)
OF_CONTACT = BOOKED.where(VanBooking.contact_id == bindparam("whose"))
OF_FAMILY = BOOKED.where(VanBooking.kk_index == bindparam("whose"))


def book(
    session: Session, actor: Actor, contact: Contact, key: str, kk_number: str, people: int, at: datetime
) -> VanBooking:
    """`kk_number` may be empty: forgotten. Raises Refused: refused-van-over, -full, -many, -twice (who has
    a place), -taken (the family has one by another telephone)."""
    visit = hold(session, key, at)
    index = vault().blind("kk", kk_number) if kk_number else None
    theirs = open_ones(session, at, contact_id=None if index else contact.id, kk_index=index)
    if held := [each for each, _ in theirs if each.service != IKD]:
        mine = any(each.contact_id == contact.id for each in held)
        raise Refused("refused-van-twice" if mine else "refused-van-taken")
    if len(open_ones(session, at, contact_id=contact.id)) >= MOST_A_TELEPHONE:
        raise Refused("refused-van-many", most=MOST_A_TELEPHONE)
    return _put_down(session, actor, contact, visit, index, people, at)


def book_activation(session: Session, actor: Actor, contact: Contact, key: str, at: datetime) -> VanBooking:
    """For the IKD of who writes: one telephone, one person, and nothing about them is asked. Raises Refused as `book`,
    and refused-van-over where no IKD is activated."""
    visit = hold(session, key, at)
    if IKD not in visit.round.services:
        raise Refused("refused-van-over")
    if any(each.service == IKD for each, _ in open_ones(session, at, contact_id=contact.id)):
        raise Refused("refused-van-twice")
    return _put_down(session, actor, contact, visit, None, 1, at, service=IKD)


def book_instead(session: Session, actor: Actor, contact: Contact, key: str, instead: int, at: datetime) -> VanBooking:
    """Another visit for a family whose own was moved or cancelled; its old place is given back."""
    old = session.get(VanBooking, instead, populate_existing=True, with_for_update=LOCK)
    if old is None or old.contact_id != contact.id:
        raise NotFound
    if old.state not in (BookingState.BOOKED, BookingState.DROPPED):
        raise Refused("refused-van-over")
    visit = hold(session, key, at)
    made = _put_down(session, actor, contact, visit, old.kk_index, old.people, at, service=old.service)
    _settle(old, BookingState.CANCELLED if old.state is BookingState.BOOKED else BookingState.DROPPED, at)
    session.add(old)
    return made


def cancel(session: Session, actor: Actor, contact: Contact, booking_id: int, at: datetime) -> VanBooking:
    """By the citizen whose it is."""
    found = session.get(VanBooking, booking_id, populate_existing=True, with_for_update=LOCK)
    if found is None or found.contact_id != contact.id:
        raise NotFound
    if found.state is not BookingState.BOOKED:
        raise Refused("refused-van-over")
    _settle(found, BookingState.CANCELLED, at)
    session.add(found)
    _record(session, actor, found, "van_cancelled", at)
    return found


def hold(session: Session, key: str, at: datetime) -> Visit:
    """The visit with its row, locked until the transaction ends: whoever else wants its last place waits. Raises
    Refused for one that does not come, any more or at all."""
    named = visits.parsed(key)
    round_ = session.get(VanRound, named[0], populate_existing=True, with_for_update=LOCK) if named else None
    visit = visits.one(session, key) if round_ else None
    if visit is None or visit.state is VisitState.CANCELLED or visit.ends_at <= at or visit.round.ended_at:
        raise Refused("refused-van-over")
    return with_row(session, visit)


def with_row(session: Session, visit: Visit) -> Visit:
    """The caller holds the round."""
    if visit.row is None:
        row = VanVisit(
            round_id=visit.round.id, office_id=visit.round.office_id, day=visit.day, on=visit.day,
            opens=visit.opens, closes=visit.closes, place=visit.place, village=visit.village,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return Visit(visit.round, visit.day, row)
    return visit


def open_ones(
    session: Session, at: datetime, *, contact_id: int | None = None, kk_index: bytes | None = None
) -> list[tuple[VanBooking, Visit]]:
    """Places still to be used, of a contact or a family."""
    found = OF_FAMILY if kk_index else OF_CONTACT
    rows = session.exec(found, params={"whose": kk_index or contact_id})
    pairs = [(booking, Visit(each, row.day, row)) for booking, row, each in rows]
    return [(booking, visit) for booking, visit in pairs if visit.ends_at > at]


def of(session: Session, booking_id: int) -> tuple[VanBooking, Visit]:
    booking = session.get_one(VanBooking, booking_id)
    row = session.get_one(VanVisit, booking.visit_id)
    return booking, Visit(session.get_one(VanRound, row.round_id), row.day, row)


def remind(session: Session, contact: Contact, booking: VanBooking, visit: Visit, at: datetime) -> None:
    """The morning before; who books later needs no word."""
    zone = ZoneInfo(visit.round.timezone)
    due_at = datetime.combine(visit.on - timedelta(days=1), REMINDED_AT, zone)
    if due_at > at:
        body = {"name": "van_reminder", "booking_id": booking.id, "office_id": booking.office_id}
        body |= {"on": visit.on.isoformat()}
        inbox.put(session, contact.id, contact.channel, EventKind.TIMER, body, due_at=due_at)


def _put_down(
    session: Session,
    actor: Actor,
    contact: Contact,
    visit: Visit,
    kk_index: bytes | None,
    people: int,
    at: datetime,
    *,
    service: str = "",
) -> VanBooking:
    number = next_number(session, visit, at)
    made = VanBooking(
        visit_id=row_of(visit).id, office_id=visit.round.office_id, contact_id=contact.id, code=new_code(session),
        number=number, people=max(1, min(people, MOST_PEOPLE)), kk_index=kk_index, created_at=at,
        service=service, told_on=visit.on,
    )  # fmt: skip
    session.add(made)
    session.flush()
    _record(session, actor, made, "van_booked", at)
    remind(session, contact, made, visit, at)
    return made


def next_number(session: Session, visit: Visit, at: datetime) -> int:
    """Of the queue. Raises Refused when no place is left."""
    mine = VanBooking.visit_id == row_of(visit).id
    taken = func.count().filter(col(VanBooking.state).in_(TAKEN))
    last, gone = session.exec(select(func.max(VanBooking.number), taken).where(mine)).one()
    if gone >= visit.round.quota:
        raise Refused("refused-van-full")
    return (last or 0) + 1


def row_of(visit: Visit) -> VanVisit:
    if visit.row is None:
        raise NotFound
    return visit.row


def new_code(session: Session) -> str:
    """With a letter in it: six digits alone are a PIN."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if not code.isdecimal() and session.exec(select(VanBooking.id).where(VanBooking.code == code)).first() is None:
            return code


def _settle(booking: VanBooking, state: BookingState, at: datetime) -> None:
    booking.state, booking.settled_at, booking.kk_index = state, at, None


def _record(session: Session, actor: Actor, booking: VanBooking, action: str, at: datetime) -> None:
    subject = f"vanbooking:{booking.id}"
    audit.record(session, actor, action, office_id=booking.office_id, subject=subject, at=at)


def booked_at(session: Session, visit_id: int) -> Sequence[VanBooking]:
    """Who is still awaited at a visit, in the order of the queue."""
    mine = select(VanBooking).where(VanBooking.visit_id == visit_id, VanBooking.state == BookingState.BOOKED)
    return session.exec(mine.order_by(col(VanBooking.number))).all()
