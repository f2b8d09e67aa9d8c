"""Lending: the books and lists of both offices follow, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import or_
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.cards import blanks
from registry.cards.blanks import LENDERS
from registry.lifecycle import Refused
from registry.models import Device, DeviceKind, DeviceState, Loan, Office, Quota
from registry.moves import LOCK, require
from registry.reports.known import day_of

MOST_AT_ONCE = 100  # loans shown
FURTHEST = 366  # days ahead that a quota may be promised for


def lend_blanks(session: Session, actor: Actor, at: datetime, *, lender: int, borrower: int, pieces: int) -> None:
    """Raises Refused when the lender's books hold fewer."""
    one, other = _offices(session, actor, lender, borrower)
    blanks.lend(session, actor, pieces, at, lender=one, borrower=other)
    session.add(Loan(lender_id=one.id, borrower_id=other.id, pieces=pieces, officer_id=actor.officer_id, at=at))


def lend_printers(
    session: Session, actor: Actor, at: datetime, *, lender: int, borrower: int, pieces: int, capacity: int
) -> None:
    """Those that work and print so many cards a day, from the office itself before those of kecamatan. Raises Refused
    when fewer do."""
    one, other = _offices(session, actor, lender, borrower)
    alike = Device.office_id == one.id, Device.kind == DeviceKind.PRINTER, Device.daily_capacity == capacity
    wanted = select(Device).where(*alike, Device.state == DeviceState.WORKING).limit(max(pieces, 1))
    own_first = wanted.order_by(col(Device.place), col(Device.id))
    found = session.exec(own_first.with_for_update(key_share=True)).all()
    if not 1 <= pieces <= len(found):
        raise Refused("refused-no-printers", left=len(found), office=one.name)
    for device in found:
        _lend(session, actor, at, device, one, other)


def reckoned_with(session: Session, lender: int, borrower: int, newest: int) -> None:
    """Whether a proposal still holds that knew the loans up to `newest`. Raises Refused when either office has lent or
    borrowed since: the proposal was reckoned with what is there no more. Holds both offices until the transaction ends.
    """
    both = (lender, borrower)
    held = select(col(Office.id)).where(col(Office.id).in_(both)).order_by(col(Office.id))
    session.exec(held.with_for_update(key_share=True)).all()
    since = Loan.id > newest, or_(col(Loan.lender_id).in_(both), col(Loan.borrower_id).in_(both))
    if meanwhile := session.exec(select(Loan).where(*since).order_by(col(Loan.id).desc()).limit(1)).first():
        raise Refused("refused-lent-meanwhile", lender=_name(session, meanwhile.lender_id),
                      borrower=_name(session, meanwhile.borrower_id))  # fmt: skip


def give_back(session: Session, actor: Actor, loan_id: int, at: datetime) -> None:
    """A printer works at its own office again. Raises Refused when it already does, and while it is lent on."""
    require(actor, LENDERS)
    loan = session.get(Loan, loan_id, with_for_update=LOCK)
    if loan is None or loan.device_id is None or loan.guest_id is None:
        raise NotFound
    if loan.ended_at is not None:
        raise Refused("refused-given-back")
    own, guest = session.get_one(Device, loan.device_id), session.get_one(Device, loan.guest_id)
    if guest.state is DeviceState.LENT:
        raise Refused("refused-lent-on")
    loan.ended_at = at
    for device, state in ((own, DeviceState.WORKING), (guest, DeviceState.RETIRED)):
        device.state, device.state_since = state, at
    session.add_all([loan, own, guest])
    audit.record(session, actor, "printer_given_back", office_id=loan.lender_id, subject=f"loan:{loan.id}", at=at)


def promise(session: Session, actor: Actor, at: datetime, *, office: int, pieces: int, day: date) -> None:
    """The centre will send an office so many blanks. Raises Refused for a day that is over or far away."""
    require(actor, LENDERS)
    if not 1 <= pieces <= blanks.MOST:
        raise Refused("refused-pieces", least=1, most=blanks.MOST)
    there = _office(session, office)
    if not 0 < (day - day_of(there, at)).days <= FURTHEST:
        raise Refused("refused-quota-day")
    quota = Quota(office_id=there.id, pieces=pieces, day=day, officer_id=actor.officer_id, created_at=at)
    session.add(quota)
    audit.record(session, actor, "quota_promised", office_id=there.id, subject="quota", at=at)


def strike_out(session: Session, actor: Actor, quota_id: int, at: datetime) -> None:
    """It has come, and stands in the office's book, or it will not come."""
    require(actor, LENDERS)
    quota = session.get(Quota, quota_id)
    if quota is None:
        raise NotFound
    session.delete(quota)
    audit.record(session, actor, "quota_struck_out", office_id=quota.office_id, subject=f"quota:{quota_id}", at=at)


def loans(session: Session) -> Sequence[tuple[Loan, Device | None]]:
    """The newest first, each with its printer."""
    printer = col(Device.id) == col(Loan.device_id)
    every = select(Loan, Device).outerjoin(Device, printer).order_by(col(Loan.id).desc())
    return [(loan, device) for loan, device in session.exec(every.limit(MOST_AT_ONCE)).all()]


def _lend(session: Session, actor: Actor, at: datetime, device: Device, lender: Office, borrower: Office) -> None:
    device.state, device.state_since = DeviceState.LENT, at
    guest = Device(
        office_id=borrower.id, kind=device.kind, name=device.name, bought_on=device.bought_on, note=lender.name,
        daily_capacity=device.daily_capacity, state_since=at, created_at=at,
    )  # fmt: skip
    session.add_all([device, guest])
    session.flush()
    session.add(
        Loan(lender_id=lender.id, borrower_id=borrower.id, pieces=1, device_id=device.id, guest_id=guest.id,
             officer_id=actor.officer_id, at=at)
    )  # fmt: skip
    audit.record(session, actor, "printer_lent", office_id=lender.id, subject=f"device:{device.id}", at=at)


def _offices(session: Session, actor: Actor, lender: int, borrower: int) -> tuple[Office, Office]:
    require(actor, LENDERS)
    if lender == borrower:
        raise Refused("refused-same-place")
    return _office(session, lender), _office(session, borrower)


def _name(session: Session, office_id: int) -> str:
    return _office(session, office_id).name


def _office(session: Session, office_id: int) -> Office:
    office = session.get(Office, office_id)
    if office is None:
        raise NotFound
    return office
