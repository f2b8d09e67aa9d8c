"""A visit that is moved or cancelled, a round that ends: everybody who booked is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session, col, select

from registry import audit, inbox
from registry.actors import Actor, NotFound
from registry.lifecycle import Refused
from registry.models import BookingState, Contact, EventKind, Office, VanVisit, VisitState
from registry.places.regions import Regions
from registry.reports.known import day_of
from registry.telling import due
from registry.vans import booking, visits, writing
from registry.vans.visits import PUT_OFF, Visit

MOST_REASON = 120


def cancel(session: Session, actor: Actor, key: str, reason: str, at: datetime) -> int:
    """How many families were told."""
    visit = _held(session, actor, key, at)
    return _cancelled(session, actor, visit, _reason(reason), at)


def move(
    session: Session, actor: Actor, key: str, given: Mapping[str, str], reason: str, regions: Regions, at: datetime
) -> int:
    """To another day, other hours or another place, as the page's fields are called. How many families were told."""
    visit, why = _held(session, actor, key, at), _reason(reason)
    office, row = session.get_one(Office, visit.round.office_id), booking.row_of(visit)
    row.on = _day(given.get("on", ""), visit, day_of(office, at))
    hours = writing.hours(given)
    row.opens, row.closes = hours["opens"], hours["closes"]
    row.place, row.village = writing.text(given, "place", 60), writing.village_of(given["village"], office, regions)
    if visit.ends_at <= at:
        raise Refused("refused-van-day-over", field="on")
    row.state, row.reason, row.changed_at = VisitState.MOVED, why, at
    session.add(row)
    _record(session, actor, row, "van_visit_moved", at)
    return _tell(session, visit, at)


def end(session: Session, actor: Actor, round_id: int, reason: str, at: datetime) -> int:
    """No visit of it comes any more; those that somebody booked are cancelled. How many families were told."""
    found, why = writing.held(session, actor, round_id), _reason(reason)
    if found.ended_at is not None:
        raise Refused("refused-van-over")
    found.ended_at = at
    session.add(found)
    audit.record(session, actor, "van_round_ended", office_id=found.office_id, subject=f"van:{found.id}", at=at)
    rows = session.exec(select(VanVisit).where(VanVisit.round_id == found.id, col(VanVisit.on) >= at.date())).all()
    due_still = [each for each in (Visit(found, row.day, row) for row in rows) if each.ends_at > at]
    return sum(_cancelled(session, actor, each, why, at) for each in due_still if each.state != VisitState.CANCELLED)


def _held(session: Session, actor: Actor, key: str, at: datetime) -> Visit:
    named = visits.parsed(key)
    found = writing.held(session, actor, named[0]) if named else None
    visit = visits.one(session, key) if found else None
    if visit is None:
        raise NotFound
    if visit.state is VisitState.CANCELLED or visit.ends_at <= at:
        raise Refused("refused-van-over")
    return booking.with_row(session, visit)


def _day(written: str, visit: Visit, today: date) -> date:
    day = writing.day(written, "on", today)
    if abs(day - visit.day) > PUT_OFF:
        raise Refused("refused-van-too-far", field="on")
    return day


def _reason(written: str) -> str:
    reason = " ".join(written.split()).rstrip(".")
    if not 3 <= len(reason) <= MOST_REASON:
        raise Refused("refused-van-reason", field="reason", most=MOST_REASON)
    return reason


def _cancelled(session: Session, actor: Actor, visit: Visit, reason: str, at: datetime) -> int:
    row = booking.row_of(visit)
    row.state, row.reason, row.changed_at = VisitState.CANCELLED, reason, at
    session.add(row)
    _record(session, actor, row, "van_visit_cancelled", at)
    told = _tell(session, visit, at)
    for each in booking.booked_at(session, row.id):
        each.state, each.settled_at = BookingState.DROPPED, at
        session.add(each)
    return told


def _tell(session: Session, visit: Visit, at: datetime) -> int:
    """Everybody still awaited, by day; of a moved one they are reminded anew. Nothing of the contacts is locked."""
    booked = booking.booked_at(session, booking.row_of(visit).id)
    office = session.get_one(Office, visit.round.office_id)
    wanted = col(Contact.id).in_({each.contact_id for each in booked})
    contacts = {each.id: each for each in session.exec(select(Contact).where(wanted)) if each.forgotten_at is None}
    rows = []
    for each in booked:
        if each.contact_id is None or (contact := contacts.get(each.contact_id)) is None:
            continue
        body = {"name": "van_changed", "booking_id": each.id, "office_id": office.id, "changed": at.isoformat()}
        rows.append({"contact_id": contact.id, "channel": contact.channel, "kind": EventKind.TIMER, "body": body,
                     "due_at": due(contact, office, at)})  # fmt: skip
        if booking.row_of(visit).state is VisitState.MOVED:
            booking.remind(session, contact, each, visit, at)
    inbox.put_all(session, rows)
    return len(rows)


def _record(session: Session, actor: Actor, row: VanVisit, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=row.office_id, subject=f"vanvisit:{row.id}", at=at)
