"""A move that is accepted is in the books and lists of both offices, once and whole."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from registry.actors import Actor, NotFound
from registry.cards import balance, devices
from registry.lending import gathering, loans
from registry.lifecycle import Refused, Role
from registry.models import (
    Blank,
    BlankBook,
    BlankEntry,
    DailyReport,
    Device,
    DeviceKind,
    DeviceState,
    Loan,
    Movement,
    Office,
    Quota,
)
from registry.reports.daily import reports
from tests.registry.desk import MONDAY, Desk
from tests.stocked import PIECES

PROVINCE = Actor(frozenset({Role.PROVINCE}))
TODAY = MONDAY.date()


@pytest.fixture
def other(desk: Desk) -> int:
    with desk.database.writing() as session:
        own = session.get_one(Office, desk.office_id)
        twin = Office(**own.model_dump(exclude={"id", "code", "region"}), code="SMD", region="64.72")
        session.add(twin)
        session.flush()
        return twin.id


def printer(desk: Desk, capacity: int = 200, place: str = "") -> int:
    with desk.database.writing() as session:
        keeper = desk.officers[Role.PRINTING]
        made = devices.add(session, keeper, MONDAY, kind=DeviceKind.PRINTER, name="Fargo 1", place=place,
                           bought_on=None, daily_capacity=capacity)  # fmt: skip
        return made.id


def lend(desk: Desk, deed: Any, borrower: int, actor: Actor = PROVINCE, **what: int) -> None:
    with desk.database.writing() as session:
        deed(session, actor, MONDAY, lender=desk.office_id, borrower=borrower, **what)


def stock(session: Session, office_id: int) -> int:
    mine = BlankBook.office_id == office_id, BlankBook.blank == Blank.KTP
    return sum(session.exec(select(BlankBook.stock).where(*mine)))


def test_blanks_leave_one_book_and_stand_in_the_other(desk: Desk, other: int) -> None:
    lend(desk, loans.lend_blanks, other, pieces=30)
    with desk.database.reading() as session:
        lent = col(BlankEntry.movement).in_((Movement.LENT, Movement.BORROWED))
        entries = session.exec(select(BlankEntry).where(lent).order_by(col(BlankEntry.id))).all()
        assert [(each.movement, each.quantity) for each in entries] == [("lent", -30), ("borrowed", 30)]
        assert (stock(session, desk.office_id), stock(session, other)) == (PIECES - 30, 30)
        assert all(each.holds for id in (desk.office_id, other) for each in balance.balances(session, id, MONDAY))
        figures = reports(session, session.exec(select(Office).order_by(col(Office.id))).all(), TODAY, MONDAY)
        assert [(each.figures["blangko_kembali"], each.figures["blangko_terima"]) for each in figures] == [
            (30, PIECES), (0, 30),
        ]  # fmt: skip
        assert not [flag for each in figures for flag in each.flags]


def test_more_blanks_than_there_are_move_nothing(desk: Desk, other: int) -> None:
    with pytest.raises(Refused, match="refused-no-blanks"):
        lend(desk, loans.lend_blanks, other, pieces=PIECES + 1)
    with desk.database.reading() as session:
        assert (stock(session, desk.office_id), stock(session, other)) == (PIECES, 0)
        assert session.exec(select(Loan)).all() == []


def test_a_lent_printer_works_at_the_borrower_until_it_is_given_back(desk: Desk, other: int) -> None:
    own = printer(desk)
    lend(desk, loans.lend_printers, other, pieces=1, capacity=200)
    with desk.database.reading() as session:
        [loan] = session.exec(select(Loan)).all()
        assert session.get_one(Device, own).state is DeviceState.LENT
        [guest] = devices.devices(session, other)
        assert (guest.name, guest.daily_capacity, guest.state) == ("Fargo 1", 200, DeviceState.WORKING)
    with desk.database.writing() as session, pytest.raises(Refused, match="refused-lent"):
        devices.change(session, desk.officers[Role.PRINTING], own, MONDAY, state=DeviceState.WORKING, place="",
                       daily_capacity=200, note="")  # fmt: skip
    with desk.database.writing() as session:
        loans.give_back(session, PROVINCE, loan.id, MONDAY)
    with desk.database.writing() as session:
        assert session.get_one(Device, own).state is DeviceState.WORKING
        assert list(devices.devices(session, other)) == []
        with pytest.raises(Refused, match="refused-given-back"):
            loans.give_back(session, PROVINCE, loan.id, MONDAY)


def test_a_printer_that_was_lent_on_comes_back_step_by_step(desk: Desk, other: int) -> None:
    printer(desk)
    lend(desk, loans.lend_printers, other, pieces=1, capacity=200)
    with desk.database.writing() as session:
        third = Office(**session.get_one(Office, other).model_dump(exclude={"id", "code", "region"}), code="MHU",
                       region="64.11")  # fmt: skip
        session.add(third)
        session.flush()
        loans.lend_printers(session, PROVINCE, MONDAY, lender=other, borrower=third.id, pieces=1, capacity=200)
    with desk.database.writing() as session, pytest.raises(Refused, match="refused-lent-on"):
        loans.give_back(session, PROVINCE, 1, MONDAY)


@pytest.mark.parametrize(("pieces", "capacity"), [(2, 200), (0, 200), (1, 100)])
def test_only_printers_that_are_there_are_lent(desk: Desk, other: int, pieces: int, capacity: int) -> None:
    printer(desk)
    with pytest.raises(Refused, match="refused-no-printers"):
        lend(desk, loans.lend_printers, other, pieces=pieces, capacity=capacity)


def test_only_the_province_lends_and_never_to_the_same_office(desk: Desk, other: int) -> None:
    with pytest.raises(Refused, match="refused-role"):
        lend(desk, loans.lend_blanks, other, actor=desk.officers[Role.PRINTING], pieces=1)
    with pytest.raises(Refused, match="refused-same-place"):
        lend(desk, loans.lend_blanks, desk.office_id, pieces=1)
    with pytest.raises(NotFound):
        lend(desk, loans.lend_blanks, 999, pieces=1)


def test_the_plan_knows_what_reports_books_machines_and_promises_say(desk: Desk, other: int) -> None:
    printer(desk)
    printer(desk, capacity=150)
    with desk.database.writing() as session:
        session.add(DailyReport(office_id=desk.office_id, day=TODAY - timedelta(days=1),
                                told={"suket_sisa": 900, "prr_sisa": 100}))  # fmt: skip
        session.add(DailyReport(office_id=other, day=TODAY, told={"suket_sisa": 50}))
        loans.promise(session, PROVINCE, MONDAY, office=desk.office_id, pieces=400, day=date(2026, 11, 30))
    with desk.database.reading() as session:
        one, two = sorted(gathering.gather(session, MONDAY), key=lambda each: each.office.id)
        assert one.situation is not None
        assert (one.situation.work, one.situation.blanks) == (1_000, PIECES)
        assert one.situation.printers == {200: 1, 150: 1}
        assert one.situation.arriving == {5: 400}  # Monday in a week: five working days
        assert (two.situation, two.missing) == (None, ["prr_sisa"])  # missing is not 0
        assert gathering.ends_on(one.office, MONDAY, 6) == date(2026, 11, 30)


@pytest.mark.parametrize(("pieces", "days"), [(0, 7), (400, 0), (400, -3), (400, 400), (100_001, 7)])
def test_a_promise_is_ahead_and_in_pieces(desk: Desk, pieces: int, days: int) -> None:
    with desk.database.writing() as session, pytest.raises(Refused):
        loans.promise(session, PROVINCE, MONDAY, office=desk.office_id, pieces=pieces, day=TODAY + timedelta(days))
    with desk.database.reading() as session:
        assert session.exec(select(Quota)).all() == []
