"""One office of the demo keeps the list of who holds a suket: as many as its last report told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlmodel import Session

from registry.calendar.working_time import OpeningHours
from registry.cards import suket
from registry.demo.staff import Staff
from registry.lifecycle import Role
from registry.models import Office
from registry.reports.known import day_of
from registry.reports.overview import history, told_lately

KNOWN = ("6471044506900000", "6471041203150000")  # Rina Contoh of the demo's register


def list_holders(session: Session, office: Office, staff: Staff, at: datetime) -> None:
    told = history(told_lately(session, day_of(office, at)), "suket_sisa").get(office.id)
    if told:
        rows = [("NIK", "No KK"), KNOWN, *_made_up(office, told[-1][1] - 1)]
        opened = OpeningHours.from_json(office.hours).last_open(at)
        suket.keep(session, staff[Role.PRINTING], suket.read(rows).holders, opened)


def _made_up(office: Office, count: int) -> Iterator[tuple[str, str]]:
    """Men born on one day after another; serial 0000, which nobody has."""
    district = office.region.replace(".", "") + "01"
    for born in (date(1970, 1, 1) + timedelta(days=number) for number in range(count)):
        yield f"{district}{born:%d%m%y}0000", f"{district}120315{born.toordinal() % 10_000:04}"
