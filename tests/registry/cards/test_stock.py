"""How long the blanks will do, and the printers with them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from registry.cards import balance, blanks, devices, stock
from registry.lifecycle import Refused, Role
from registry.models import Blank, DeviceKind, DeviceState, Movement
from tests.registry.desk import MONDAY, Desk

LATER = MONDAY + timedelta(days=28)


def spend(desk: Desk, pieces: int, days: int) -> stock.Stock:
    """So many of the hundred, `days` after the book was begun; how it stands four weeks after that."""
    with desk.database.writing() as session:
        printer, at = desk.officers[Role.PRINTING], MONDAY + timedelta(days=days)
        blanks.write_down(session, printer, Movement.SPOILED, pieces, at, place="", blank=Blank.KTP, reason="banjir")
        return stock.stocks(session, desk.office_id, LATER)[0]


@pytest.mark.parametrize(
    ("pieces", "days", "low"), [(65, 15, False), (67, 13, True), (90, 3, True), (100, 0, True)]
)  # fmt: skip
def test_the_use_of_the_last_weeks_tells_when_they_end(desk: Desk, pieces: int, days: int, low: bool) -> None:
    found = spend(desk, pieces, days=1)
    assert (found.days, found.is_low) == (days, low)


def test_what_is_never_used_is_never_low(desk: Desk) -> None:
    with desk.database.reading() as session:
        unused = stock.stocks(session, desk.office_id, LATER)
    assert [(each.days, each.is_low) for each in unused] == [(None, False)] * 2


def test_use_of_long_ago_does_not_count(desk: Desk) -> None:
    with desk.database.writing() as session:
        printer = desk.officers[Role.PRINTING]
        blanks.write_down(session, printer, Movement.SPOILED, 90, MONDAY, place="", blank=Blank.KTP, reason="banjir")
        found = stock.stocks(session, desk.office_id, LATER + timedelta(days=1))
    assert found[0].days is None


def test_a_new_book_counts_the_days_since_it_began(desk: Desk) -> None:
    with desk.database.writing() as session:
        printer = desk.officers[Role.PRINTING]
        blanks.write_down(session, printer, Movement.SPOILED, 20, MONDAY, place="", blank=Blank.KTP, reason="banjir")
        found = stock.stocks(session, desk.office_id, MONDAY + timedelta(days=2))
    assert (found[0].per_day, found[0].days) == (10, 8)


def test_only_printers_that_work_shorten_the_wait_and_blanks_bound_it(desk: Desk) -> None:
    with desk.database.writing() as session:
        first, _ = (printer(session, desk, name) for name in ("Printer 1", "Printer 2"))
        supervisor = desk.officers[Role.SUPERVISOR]
        devices.change(
            session, supervisor, first, MONDAY, state=DeviceState.BROKEN, place="", daily_capacity=200, note="kepala"
        )
        machines = devices.devices(session, desk.office_id)
        found = stock.outlook(stock.stocks(session, desk.office_id, MONDAY), machines, 500, Blank.KTP)
    assert (found.printers, found.daily, found.days, found.lacking) == (1, 200, 1, 400)


def printer(session: Session, desk: Desk, name: str) -> int:
    return devices.add(
        session, desk.officers[Role.PRINTING], MONDAY, kind=DeviceKind.PRINTER, name=name, place="",
        bought_on=date(2019, 1, 1), daily_capacity=200,
    ).id  # fmt: skip


@pytest.mark.parametrize("fault", [{"name": " "}, {"daily_capacity": 0}, {"bought_on": date(2027, 1, 1)}])
def test_a_machine_that_cannot_be_is_refused(desk: Desk, fault: dict[str, object]) -> None:
    plain: dict[str, object] = {"name": "Printer", "daily_capacity": 200, "bought_on": None}
    with pytest.raises(Refused), desk.database.writing() as session:
        devices.add(
            session, desk.officers[Role.PRINTING], MONDAY, kind=DeviceKind.PRINTER, place="", **(plain | fault)  # type: ignore[arg-type]
        )  # fmt: skip


def test_the_balance_of_a_time_begins_with_what_was_there(desk: Desk) -> None:
    spend(desk, 10, days=1)
    with desk.database.reading() as session:
        ktp, kia = balance.balances(session, desk.office_id, MONDAY + timedelta(hours=1))
    assert (ktp.opening, ktp.moved[Movement.SPOILED], ktp.closing, ktp.holds) == (100, -10, 90, True)
    assert (kia.opening, kia.closing) == (100, 100)
