"""The printing plan on the province's page: what is proposed, accepted, promised and refused."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from registry.models import (
    AuditEntry,
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
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_queue import statements

TODAY = AT.date()


@pytest.fixture
def offices(desk: Desk) -> tuple[Office, Office]:
    """One with cards and hardly a blank, one with blanks and a printer that stands still."""
    short, idle = desk.office(), desk.office("SMD", "64.72")
    for office, waiting, printers, stock in ((short, 900, 1, 50), (idle, 0, 2, 5_000)):
        desk.add(DailyReport(office_id=office.id, day=TODAY, told={"suket_sisa": waiting, "prr_sisa": 0}))
        for number in range(printers):
            name = f"Fargo {number + 1}"
            desk.add(Device(office_id=office.id, kind=DeviceKind.PRINTER, name=name, daily_capacity=200))
        for book in desk.all(BlankBook):
            if book.office_id == office.id and book.blank is Blank.KTP:
                desk.change(book, stock=stock)
    return short, idle


@pytest.fixture
def province(desk: Desk, offices: tuple[Office, Office]) -> Client:
    return desk.client(desk.officer(None, "province"))


def test_the_plan_names_what_holds_up_and_what_to_lend(province: Client, offices: tuple[Office, Office]) -> None:
    before = unescape(province.get("/rencana-cetak").text)
    assert re.search(r"Tidak selesai</b> <span class=\"quiet\">50 kartu dalam 1 hari kerja", before)
    assert "Blangko kurang 850" in before and "Hitung usulan" in before
    page = unescape(province.get("/rencana-cetak?hitung=1").text)
    assert "850 blangko KTP-el" in page and "1 alat cetak (200 kartu per hari)" in page
    assert re.search(r"Dengan pinjaman:\s*<b>3 hari kerja</b>", page)


def test_an_accepted_move_stands_in_both_books_and_the_plan_goes_on(
    desk: Desk, province: Client, offices: tuple[Office, Office]
) -> None:
    short, idle = offices
    move: dict[str, Any] = {
        "lender": str(idle.id),
        "borrower": str(short.id),
        "pieces": "850",
        "newest": "0",
        "capacity": "",
    }
    assert province.post("/rencana-cetak/pinjam", **move).status_code == 303
    lent = [entry for entry in desk.all(BlankEntry) if entry.movement in (Movement.LENT, Movement.BORROWED)]
    assert [(entry.quantity, entry.reason) for entry in lent] == [(-850, short.name), (850, idle.name)]
    page = unescape(province.get("/rencana-cetak?hitung=1").text)
    assert "Pinjaman dicatat di kedua kantor" in page and "blangko KTP-el</b><br>" not in page
    assert {"blanks_lent", "blanks_borrowed"} <= {entry.action for entry in desk.all(AuditEntry)}
    keeper = desk.client(desk.officer(short, "printing"))
    assert "Pinjaman dari kantor lain" in keeper.get("/cetak/blangko").text


def test_a_proposal_open_twice_is_booked_once(desk: Desk, province: Client, offices: tuple[Office, Office]) -> None:
    short, idle = offices
    page = province.get("/rencana-cetak?hitung=1").text
    form = re.findall(
        r'name="(newest|lender|borrower|pieces|capacity)" value="(\d*)"',
        page.partition('class="loans"')[2].partition("</form>")[0],
    )
    assert province.post("/rencana-cetak/pinjam", **dict(form)).status_code == 303
    answer = province.post("/rencana-cetak/pinjam", **dict(form))
    assert answer.status_code == 409 and len(desk.all(Loan)) == 1
    assert f"pinjaman {idle.name} ke {short.name} sudah dicatat" in unescape(answer.text)
    assert province.post("/rencana-cetak/pinjam", **dict(form, newest=str(desk.all(Loan)[0].id))).status_code == 303


def test_a_printer_is_lent_and_comes_back(desk: Desk, province: Client, offices: tuple[Office, Office]) -> None:
    short, idle = offices
    move: dict[str, Any] = {
        "lender": str(idle.id),
        "borrower": str(short.id),
        "pieces": "1",
        "newest": "0",
        "capacity": "200",
    }
    assert province.post("/rencana-cetak/pinjam", **move).status_code == 303
    states = [(each.office_id, each.state) for each in desk.all(Device)]
    assert states.count((idle.id, DeviceState.LENT)) == 1 and states.count((short.id, DeviceState.WORKING)) == 2
    again = desk.client(desk.officer(idle, "printing"))
    lent = next(each for each in desk.all(Device) if each.state is DeviceState.LENT)
    answer = again.post(f"/cetak/alat/{lent.id}", state="working", place="", daily_capacity="200", note="")
    assert answer.status_code == 409 and "sedang dipinjamkan ke kantor lain" in answer.text
    [loan] = desk.all(Loan)
    assert province.post(f"/rencana-cetak/pinjaman/{loan.id}/kembali").status_code == 303
    assert desk.again(lent).state is DeviceState.WORKING and desk.again(loan).ended_at is not None
    assert province.post(f"/rencana-cetak/pinjaman/{loan.id}/kembali").status_code == 409


def test_a_move_that_is_stale_says_so_and_moves_nothing(
    desk: Desk, province: Client, offices: tuple[Office, Office]
) -> None:
    short, idle = offices
    for pieces, capacity, words in (("5.001", "", "tinggal 5.000"), ("3", "200", "hanya punya 2 alat cetak")):
        move: dict[str, Any] = {
            "lender": str(idle.id),
            "borrower": str(short.id),
            "pieces": pieces,
            "capacity": capacity,
            "newest": "0",
        }
        answer = province.post("/rencana-cetak/pinjam", **move)
        assert answer.status_code == 409 and words in unescape(answer.text)
    assert desk.all(Loan) == []


def test_a_promised_quota_is_reckoned_with_until_it_is_struck_out(
    desk: Desk, province: Client, offices: tuple[Office, Office]
) -> None:
    form: dict[str, Any] = {"office": str(offices[0].id), "pieces": "1.000", "day": "2 desember 2025"}
    assert province.post("/rencana-cetak/kuota", **form).status_code == 303
    [quota] = desk.all(Quota)
    page = unescape(province.get("/rencana-cetak").text)
    assert quota.pieces == 1_000 and "Blangko kurang" not in page and "02-12-2025" in page
    assert province.post(f"/rencana-cetak/kuota/{quota.id}/hapus").status_code == 303
    assert desk.all(Quota) == []
    assert province.post(f"/rencana-cetak/kuota/{quota.id}/hapus").status_code == 404


@pytest.mark.parametrize(
    ("pieces", "day"), [("0", "2-12-2025"), ("banyak", "2-12-2025"), ("9", "2-12-2024"), ("9", "x")]
)
def test_what_cannot_be_promised_is_told_and_kept(
    desk: Desk, province: Client, offices: tuple[Office, Office], pieces: str, day: str
) -> None:
    answer = province.post("/rencana-cetak/kuota", office=str(offices[0].id), pieces=pieces, day=day)
    assert answer.status_code == 409 and f'value="{day}"' in answer.text and desk.all(Quota) == []


def test_an_office_that_has_not_reported_is_missing_and_not_nothing(desk: Desk, province: Client) -> None:
    desk.office("MHU", "64.11")
    page = unescape(province.get("/rencana-cetak?hitung=1").text)
    assert "Belum dilaporkan: Suket sisa, " in page


def test_more_offices_take_no_more_statements(desk: Desk, province: Client) -> None:
    counted = []
    for code, region in (("MHU", "64.11"), ("CLG", "36.72")):
        with statements(desk.database) as seen:
            province.get("/rencana-cetak?hitung=1")
        counted.append(len(seen))
        desk.office(code, region)
    assert counted[0] == counted[1]
