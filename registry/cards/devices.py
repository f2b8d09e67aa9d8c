"""Printers and enrolment kits: where they stand, whether they work, and what they manage in a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.cards.blanks import KEEPERS
from registry.lifecycle import Refused
from registry.models import Device, DeviceKind, DeviceState, Loan
from registry.moves import LOCK, require

MOST_A_DAY = 5_000
USUAL_PRINTER = 200  # cards a day


def add(
    session: Session,
    actor: Actor,
    at: datetime,
    *,
    kind: DeviceKind,
    name: str,
    place: str,
    bought_on: date | None,
    daily_capacity: int,
) -> Device:
    """Raises Refused for what cannot be right."""
    require(actor, KEEPERS)
    if not name.strip():
        raise Refused("refused-device-name")
    _check(daily_capacity, bought_on, at)
    if actor.office_id is None:
        raise NotFound
    device = Device(
        office_id=actor.office_id,
        place=place,
        kind=kind,
        name=name.strip()[:60],
        bought_on=bought_on,
        daily_capacity=daily_capacity,
        state_since=at,
        created_at=at,
    )
    session.add(device)
    session.flush()
    _record(session, actor, device, "device_added", at)
    return device


def change(
    session: Session,
    actor: Actor,
    device_id: int,
    at: datetime,
    *,
    state: DeviceState,
    place: str,
    daily_capacity: int,
    note: str,
) -> Device:
    require(actor, KEEPERS)
    device = session.get(Device, device_id, populate_existing=True, with_for_update=LOCK)
    if device is None or device.office_id != actor.office_id:
        raise NotFound
    _check(daily_capacity, None, at)
    if device.state is not state:
        if _is_lent_out(session, device):
            raise Refused("refused-lent")
        device.state, device.state_since = state, at
    device.place, device.daily_capacity, device.note = place, daily_capacity, note.strip()[:200] or None
    session.add(device)
    _record(session, actor, device, "device_changed", at)
    return device


def devices(session: Session, office_id: int) -> Sequence[Device]:
    """Those in use, the printers first."""
    mine = select(Device).where(Device.office_id == office_id, Device.state != DeviceState.RETIRED)
    return session.exec(mine.order_by(col(Device.kind).desc(), col(Device.place), col(Device.name))).all()


def _check(daily_capacity: int, bought_on: date | None, at: datetime) -> None:
    if not 1 <= daily_capacity <= MOST_A_DAY:
        raise Refused("refused-capacity", most=MOST_A_DAY)
    if bought_on is not None and bought_on > at.date():
        raise Refused("refused-date-ahead")


def _is_lent_out(session: Session, device: Device) -> bool:
    """By the province's plan: it comes back there."""
    away = Loan.device_id == device.id, col(Loan.ended_at).is_(None)
    return session.exec(select(Loan.id).where(*away)).first() is not None


def _record(session: Session, actor: Actor, device: Device, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=device.office_id, subject=f"device:{device.id}", at=at)
