"""The blanks and machines of the demo's offices: one of them must order new blanks now."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import Session

from registry.calendar.working_time import OpeningHours
from registry.cards import blanks, devices
from registry.demo.staff import Staff
from registry.lifecycle import Role
from registry.models import Blank, DeviceKind, DeviceState, Movement, Office

# Pieces received, and printed a week for who came to the counter.
BLANKS = {"BPP": (7200, 560), "SMD": (2500, 310), "MHU": (500, 40), "CLG": (600, 110)}
CHILD_CARDS = 300
WEEKS = 4
PRINTERS = (("Printer 1", 2019, DeviceState.WORKING), ("Printer 2", 2016, DeviceState.IN_REPAIR))
KITS = (("Alat rekam 1", 2010), ("Alat rekam 2", 2018))


def stock_up(session: Session, office: Office, staff: Staff, now: datetime) -> None:
    """Everything happened while the office was open."""
    hours, keeper = OpeningHours.from_json(office.hours), staff[Role.PRINTING]

    def opened(weeks: int) -> datetime:
        return hours.next_opening(now - timedelta(weeks=weeks, days=4)) + timedelta(minutes=30)

    received, weekly = BLANKS[office.code]
    began, note = opened(WEEKS + 1), blanks.write_down
    note(session, keeper, Movement.RECEIVED, received, began, place="", blank=Blank.KTP, reason="Jatah dari pusat")
    note(session, keeper, Movement.RECEIVED, CHILD_CARDS, began, place="", blank=Blank.KIA)
    for week in range(WEEKS, 0, -1):
        note(session, keeper, Movement.USED, weekly, opened(week), place="", blank=Blank.KTP, reason="Cetak di loket")
    note(session, keeper, Movement.SPOILED, 3, opened(1), place="", blank=Blank.KTP, reason="pita printer macet")
    _machines(session, staff, began)


def _machines(session: Session, staff: Staff, at: datetime) -> None:
    keeper = staff[Role.PRINTING]
    for name, year, state in PRINTERS:
        printer = devices.add(
            session, keeper, at, kind=DeviceKind.PRINTER, name=name, place="", bought_on=date(year, 1, 1),
            daily_capacity=devices.USUAL_PRINTER,
        )  # fmt: skip
        if state is not DeviceState.WORKING:
            note = "Kepala cetak bergaris"
            devices.change(
                session, keeper, printer.id, at, state=state, place="", daily_capacity=printer.daily_capacity, note=note
            )
    for name, year in KITS:
        devices.add(
            session, keeper, at, kind=DeviceKind.ENROLMENT_KIT, name=name, place="", bought_on=date(year, 1, 1),
            daily_capacity=60,
        )  # fmt: skip
