"""The list of suket holders, as an office brings it."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from registry.models import AuditEntry, DailyReport, SuketHolder
from tests.backoffice.conftest import AT, Client, Desk

NIKS = ("6471044506900000", "6471045506910000")
KK = "6471041203150000"
CSV = "\n".join(["No;NIK;Nama;No KK", *(f"{n};{nik};Contoh;{KK}" for n, nik in enumerate(NIKS, 1))]).encode()


@pytest.fixture
def keeper(desk: Desk) -> Client:
    return desk.client(desk.officer(desk.office(), "printing"))


def brought(client: Client, data: bytes, name: str = "suket.csv", **more: Any) -> Any:
    return client.post("/cetak/suket", file=(BytesIO(data), name), **more)


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book, file = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file.getvalue()


def test_a_list_is_read_once(desk: Desk, keeper: Client) -> None:
    assert "Belum ada daftar" in keeper.get("/cetak/suket").text
    assert brought(keeper, CSV).status_code == 303
    assert "2 baris dibaca, 2 baru" in keeper.get("/cetak/suket").text
    assert brought(keeper, CSV).status_code == 303 and len(desk.all(SuketHolder)) == 2
    assert "suket_listed" in [entry.action for entry in desk.all(AuditEntry)]


def test_the_province_reads_what_is_left_now_and_the_same_last_day(desk: Desk) -> None:
    office = desk.office()
    keeper, province = desk.client(desk.officer(office, "printing")), desk.client(desk.officer(None, "province"))
    day = AT.date() - timedelta(days=8)
    desk.add(DailyReport(office_id=office.id, day=day, closed_at=AT - timedelta(days=8), told={"suket_sisa": 10}))
    brought(keeper, CSV)  # 2 of 10 in 8 days: the other 2 in 2 days
    row = province.get("/provinsi").text.partition("Disdukcapil BPP")[2].partition("</tr>")[0]
    assert f"nol {AT.date() + timedelta(days=2):%d-%m-%Y}" in row
    assert f"Nol suket {AT.date() + timedelta(days=2):%d-%m-%Y}" in keeper.get("/cetak/suket").text


def test_a_list_saved_as_unicode_text_is_read(desk: Desk, keeper: Client) -> None:
    assert brought(keeper, CSV.decode().encode("utf-16")).status_code == 303
    assert len(desk.all(SuketHolder)) == 2


def test_excel_may_keep_the_numbers_as_numbers(desk: Desk, keeper: Client) -> None:
    data = workbook(("NIK", "NO KK"), (int(NIKS[0]), float(KK)), (NIKS[1], KK))
    assert brought(keeper, data, "suket.xlsx").status_code == 303
    assert len(desk.all(SuketHolder)) == 2


def test_a_number_that_excel_has_rounded_is_a_fault_and_no_number(desk: Desk, keeper: Client) -> None:
    answer = brought(keeper, workbook(("NIK", "No KK"), (9171014506900000, KK)), "suket.xlsx")
    assert answer.status_code == 409 and "simpan kolomnya sebagai teks" in answer.text
    assert desk.all(SuketHolder) == []


def test_faults_are_named_by_line_and_the_good_ones_may_be_kept(desk: Desk, keeper: Client) -> None:
    faulty = CSV + b"\n3;12;Contoh;" + KK.encode()
    answer = brought(keeper, faulty)
    page = unescape(answer.text)
    assert answer.status_code == 409 and "1 baris perlu diperbaiki" in page and ">4</td>" in page
    assert desk.all(SuketHolder) == []
    assert brought(keeper, faulty, only_good="on").status_code == 303 and len(desk.all(SuketHolder)) == 2


def test_who_is_missing_from_a_whole_list_is_counted_and_asked_about(desk: Desk, keeper: Client) -> None:
    brought(keeper, CSV)
    shorter = CSV.rsplit(b"\n", 1)[0]
    answer = brought(keeper, shorter, whole="on")
    assert answer.status_code == 409 and "1 pemegang suket tidak ada di daftar ini" in unescape(answer.text)
    assert 'name="gone" value="1"' in answer.text and left(desk) == 2
    assert brought(keeper, shorter, whole="on", gone="2").status_code == 409 and left(desk) == 2
    assert brought(keeper, shorter, whole="on", gone="1").status_code == 303 and left(desk) == 1
    assert "1 pemegang suket dianggap sudah ditukar" in keeper.get("/cetak/suket").text
    brought(keeper, CSV)
    assert left(desk) == 2


def test_a_whole_list_with_a_fault_strikes_nobody_out(desk: Desk, keeper: Client) -> None:
    brought(keeper, CSV)
    faulty = CSV.replace(NIKS[1].encode(), b"12")
    answer = brought(keeper, faulty, whole="on", only_good="on", gone="1")
    assert answer.status_code == 409 and "karena ini daftar lengkap" in answer.text and left(desk) == 2
    assert 'name="only_good"' in answer.text and 'name="whole"' not in answer.text


def left(desk: Desk) -> int:
    return sum(holder.exchanged_at is None for holder in desk.all(SuketHolder))


@pytest.mark.parametrize(("data", "said"), [
    (b"", "Pilih berkasnya dulu"), (b"%PDF-1.7\0", "bukan CSV atau XLSX"),
    (b"PK\x03\x04 broken", "bukan CSV atau XLSX"),
    (b"Nama;Alamat\nx;y", "Kolom NIK, No KK tidak ada"), (b"x" * (6 * 1024 * 1024), "terlalu besar"),
])  # fmt: skip
def test_another_file_is_told_what_it_is_not(desk: Desk, keeper: Client, data: bytes, said: str) -> None:
    answer = brought(keeper, data)
    assert answer.status_code == 409 and said in unescape(answer.text) and desk.all(SuketHolder) == []


def test_a_bomb_is_not_unpacked(desk: Desk, keeper: Client) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * (70 * 1024 * 1024))
    answer = brought(keeper, file.getvalue(), "suket.xlsx")
    assert answer.status_code == 409 and "terlalu besar" in answer.text
