"""The list of who holds a suket: read without doubles, and asked when somebody wants the card."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from registry.cards import printing, suket
from registry.lifecycle import CaseState, DocumentState, Refused, Role
from registry.models import Case, Contact, Office, SuketHolder
from registry.reports.daily import reports
from registry.reports.pace import none_left
from tests.registry.desk import MONDAY, SERVICES, Desk

NIK, KK = "6471010506900000", "6471041203150000"
HEAD = ("Nama", "NIK", "No KK")


def keep(desk: Desk, *lines: tuple[str, str], gone: int | None = None) -> tuple[int, int]:
    read = suket.read([HEAD, *(("Contoh Warga", nik, kk) for nik, kk in lines)])
    assert not read.faults
    with desk.database.writing() as session:
        return suket.keep(session, desk.officers[Role.PRINTING], read.holders, MONDAY, gone=gone)


def exchange(desk: Desk, *, flag: bool = False) -> tuple[int, bool]:
    """A citizen's request with a photo of the suket, looked up as the chat does."""
    case_id = desk.open("SUKET", papers={"suket": [desk.new_upload()]}, kk_number=KK, for_whom="self")
    with desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        case.flags = ["name-differs"] if flag else []
        return case_id, suket.take_up(session, SERVICES["SUKET"], case, MONDAY)


def counted(desk: Desk) -> tuple[int, ...]:
    with desk.database.reading() as session:
        return suket.counted(session, [desk.office_id])[desk.office_id]


def test_who_is_listed_goes_straight_to_print(desk: Desk) -> None:
    keep(desk, (NIK, KK), ("6471010506910000", KK))
    case_id, straight = exchange(desk)
    [card] = desk.documents(case_id)
    assert straight and (desk.state(case_id), card.state) == (CaseState.APPROVED, DocumentState.TO_PRINT)
    assert counted(desk) == (2, 1, 2)
    with desk.database.writing() as session:
        printing.mark_printed(session, desk.officers[Role.PRINTING], [card.id], MONDAY)
    assert counted(desk) == (2, 0, 1)
    with desk.database.reading() as session:
        [report] = reports(session, session.exec(select(Office)).all(), MONDAY.date(), MONDAY)
        assert report.figures["suket_sisa"] == 1


@pytest.mark.parametrize(
    ("listed", "flag", "flags"),
    [
        (("6471010506910000", KK), False, ["not-on-list"]),
        ((NIK, "6471041203160000"), False, ["list-kk-differs"]),
        ((NIK, KK), True, ["name-differs"]),
    ],
)
def test_in_any_doubt_an_officer_looks(desk: Desk, listed: tuple[str, str], flag: bool, flags: list[str]) -> None:
    keep(desk, listed)
    case_id, straight = exchange(desk, flag=flag)
    assert not straight and desk.state(case_id) is CaseState.SUBMITTED
    assert desk.case(case_id).flags == flags


def test_a_paper_to_bring_waits_for_the_counter(desk: Desk) -> None:
    keep(desk, (NIK, KK))
    case_id = desk.open("SUKET", papers={"suket": None}, kk_number=KK)
    with desk.database.writing() as session:
        assert not suket.take_up(session, SERVICES["SUKET"], session.get_one(Case, case_id), MONDAY)


def test_who_forgot_the_number_of_the_family_card_is_looked_at(desk: Desk) -> None:
    keep(desk, (NIK, KK))
    case_id = desk.open("SUKET", papers={"suket": [desk.new_upload()]})
    with desk.database.writing() as session:
        case = session.get_one(Case, case_id)
        assert not suket.take_up(session, SERVICES["SUKET"], case, MONDAY) and case.flags == []
    assert counted(desk) == (1, 1, 1)


def test_without_a_list_nobody_is_marked(desk: Desk) -> None:
    case_id, straight = exchange(desk)
    assert not straight and desk.case(case_id).flags == []


def test_another_service_asks_no_list(desk: Desk) -> None:
    keep(desk, (NIK, KK))
    case_id = desk.open()
    with desk.database.writing() as session:
        assert not suket.take_up(session, SERVICES["KK-HR"], session.get_one(Case, case_id), MONDAY)


def test_a_list_read_again_doubles_nobody_and_a_whole_one_strikes_out(desk: Desk) -> None:
    other = ("6471010506910000", KK)
    assert (keep(desk, (NIK, KK), other), keep(desk, (NIK, KK), other)) == ((2, 0), (0, 0))
    assert keep(desk, (NIK, KK)) == (0, 0) and counted(desk) == (2, 0, 2)
    assert keep(desk, (NIK, KK), gone=1) == (0, 1) and counted(desk) == (2, 0, 1)
    assert keep(desk, other) == (0, 0) and counted(desk) == (2, 0, 2)  # the list of before brings them back


def test_nobody_is_struck_out_whom_the_officer_has_not_counted(desk: Desk) -> None:
    keep(desk, (NIK, KK), ("6471010506910000", KK))
    with pytest.raises(suket.StrikesOut) as struck_out:
        keep(desk, ("6471010506930000", KK), gone=1)
    assert struck_out.value.gone == 2 and counted(desk) == (2, 0, 2)


def test_no_name_and_no_number_of_anybody_is_kept(desk: Desk) -> None:
    keep(desk, (NIK, KK))
    with desk.database.reading() as session:
        [holder] = session.exec(select(SuketHolder).order_by(col(SuketHolder.id))).all()
    assert NIK.encode() not in holder.nik_index and set(holder.model_dump()) == {
        "id", "office_id", "nik_index", "kk_index", "case_id", "exchanged_at", "created_at",
    }  # fmt: skip


def test_faults_are_named_by_line() -> None:
    rows = [HEAD, ("a", NIK, KK), ("b", "12", KK), ("", "", ""), ("c", NIK, ""), ("d", NIK, KK)]
    read = suket.read(rows)
    assert read.faults == [(3, "suket-fault-nik"), (5, "suket-fault-kk"), (6, "suket-fault-twice")]
    assert len(read.holders) == 1


@pytest.mark.parametrize(("rows", "reason"), [
    ([], "refused-table-empty"), ([("NIK", "Nama")], "refused-suket-columns"),
    ([HEAD, *([("", NIK, KK)] * 20_001)], "refused-table-long"),
])  # fmt: skip
def test_what_is_no_such_table_is_refused(rows: list[tuple[str, ...]], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        suket.read(rows)


@pytest.mark.parametrize(("told", "ends"), [
    ([], None), ([(date(2026, 11, 1), 100)], None),
    ([(date(2026, 11, 1), 100), (date(2026, 11, 11), 50)], date(2026, 11, 21)),
    ([(date(2026, 11, 1), 100), (date(2026, 11, 11), 120)], None),
    ([(date(2026, 11, 1), 9), (date(2026, 11, 11), 0)], date(2026, 11, 11)),
    ([(date(2026, 11, 1), 900_001), (date(2026, 11, 11), 900_000)], None),
])  # fmt: skip
def test_the_day_without_any_suket(told: list[tuple[date, int]], ends: date | None) -> None:
    assert none_left(told) == ends


def test_officers_of_the_counter_keep_no_list(desk: Desk) -> None:
    with desk.database.writing() as session, pytest.raises(Refused, match="refused-role"):
        suket.keep(session, desk.officers[Role.POST], [], MONDAY)
    with desk.database.reading() as session:
        assert session.get_one(Contact, desk.contact_id)
