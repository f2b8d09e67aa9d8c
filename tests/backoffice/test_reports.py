"""The daily report on the desk, as files, and all offices of the province."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import timedelta
from html import unescape

import pytest

from registry.models import AuditEntry, Blank, BlankBook, BlankEntry, DailyReport, Movement, Office
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_queue import statements

TODAY = "2025-11-24"


@pytest.fixture
def clerk(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor"))


@pytest.fixture
def province(desk: Desk, office: Office) -> Client:
    desk.office("SMD", "64.72")
    return desk.client(desk.officer(None, "province"))


def test_a_clerk_tells_what_loket_does_not_know(desk: Desk, clerk: Client, office: Office) -> None:
    desk.case(office)
    page = clerk.get("/laporan").text
    assert '<b id="layanan_online_masuk"' in page and 'name="suket_sisa"' in page
    answer = clerk.post("/laporan", hari=TODAY, suket_awal="10", suket_terbit="0", suket_ditukar="1", suket_sisa="10")
    assert answer.status_code == 303
    assert desk.all(DailyReport)[0].told == {"suket_awal": 10, "suket_terbit": 0, "suket_ditukar": 1, "suket_sisa": 10}
    assert "Suket sisa tidak cocok dengan bagian-bagiannya, selisih 1." in clerk.get("/laporan").text
    assert "report_told" in [entry.action for entry in desk.all(AuditEntry)]


def test_what_is_no_number_is_told_and_kept_on_the_page(desk: Desk, clerk: Client) -> None:
    answer = clerk.post("/laporan", hari=TODAY, suket_awal="banyak", suket_terbit="7")
    assert answer.status_code == 409 and "Suket awal: tulis angka saja" in answer.text
    assert 'value="banyak"' in answer.text and 'value="7"' in answer.text and desk.all(DailyReport) == []


def test_csv_leaves_empty_what_is_missing(desk: Desk, province: Client, office: Office) -> None:
    desk.case(office)
    rows = list(csv.DictReader(io.StringIO(province.get("/laporan/berkas.csv").text)))
    assert [row["kode_kab"] for row in rows] == ["64.71", "64.72"]
    assert (rows[0]["layanan_online_masuk"], rows[1]["layanan_online_masuk"], rows[0]["suket_sisa"]) == ("1", "0", "")


def test_a_spreadsheet_and_a_pdf_come_too(desk: Desk, province: Client, clerk: Client) -> None:
    sheet = zipfile.ZipFile(io.BytesIO(province.get("/laporan/berkas.xlsx").data))
    assert "Disdukcapil SMD" in sheet.read("xl/sharedStrings.xml").decode()
    for client in (province, clerk):
        answer = client.get(f"/laporan/berkas.pdf?hari={TODAY}")
        assert answer.data.startswith(b"%PDF-") and "attachment" in answer.headers["Content-Disposition"]
    assert clerk.get("/laporan/berkas.exe").status_code == 404
    assert [entry.action for entry in desk.all(AuditEntry)].count("report_fetched") == 3


def test_an_office_reads_its_own_report_only(desk: Desk, clerk: Client, province: Client) -> None:
    assert "Disdukcapil SMD" not in clerk.get("/laporan/berkas.csv").text
    assert "Disdukcapil SMD" in province.get("/laporan").text
    assert province.post("/laporan", hari=TODAY, suket_awal="1").status_code == 403


def test_the_province_sees_every_office_and_what_is_missing(desk: Desk, province: Client, office: Office) -> None:
    desk.approved(office)
    day, closed, known = AT.date() - timedelta(days=1), AT - timedelta(hours=9), {"layanan_online_masuk": 40}
    known |= {"tte_dok": 12, "manual_dok": 3}
    desk.add(DailyReport(office_id=office.id, day=day, closed_at=closed, known=known, told={"suket_sisa": 77}))
    page = province.get("/provinsi?hari=7").text
    row = page.partition("Disdukcapil BPP")[2].partition("</tr>")[0]
    assert ">41<" in row and ">12<" in row and ">3<" in row and "77" in row and "belum ada" in row
    whole = page.partition("<tfoot>")[2]
    assert ">41<" in whole and ">77<" in whole and 'data-label="Menunggu">0<' in whole
    assert page.count("<rect") == 3 and "<title>23-11: Masuk 40</title>" in page and "style=" not in page
    assert ">1<" in province.get("/provinsi?hari=1").text.partition("Disdukcapil BPP")[2].partition("</tr>")[0]
    assert desk.client(desk.officer(office, "admin")).get("/provinsi").status_code == 403


def test_a_day_that_nobody_reported_is_missing_and_named(desk: Desk, province: Client, office: Office) -> None:
    for back in (6, 4):  # Tuesday and Thursday of last week
        day, known = AT.date() - timedelta(days=back), {"tte_dok": 2}
        desk.add(DailyReport(office_id=office.id, day=day, closed_at=AT - timedelta(days=back), known=known))
    page = unescape(province.get("/provinsi?hari=7").text)
    assert f'href="/laporan?kantor={office.id}&hari=2025-11-19"' in page and "19-11*" in page
    assert "2025-11-22" not in page and "<title>20-11: Masuk" not in page  # Saturday; and no report told of requests
    assert "Disdukcapil SMD" not in province.get(f"/laporan?kantor={office.id}").text


@pytest.mark.parametrize("path", ["/provinsi?hari=7", "/laporan", "/laporan/berkas.csv"])
def test_more_offices_take_no_more_statements(desk: Desk, province: Client, path: str) -> None:
    province.get(path)
    with statements(desk.database) as few:
        province.get(path)
    for number in range(3, 9):
        desk.office(f"K{number}", f"64.0{number}")
    with statements(desk.database) as many:
        province.get(path)
    assert len(few) == len(many) <= 23


def test_the_province_sees_how_long_the_blanks_will_do(desk: Desk, province: Client, office: Office) -> None:
    book = next(each for each in desk.all(BlankBook) if (each.office_id, each.blank) == (office.id, Blank.KTP))
    desk.change(book, stock=60, entries=9, created_at=AT - timedelta(days=10))
    desk.add(BlankEntry(book_id=book.id, number=9, movement=Movement.USED, quantity=-60, stock=60,
                        at=AT - timedelta(days=3)))  # fmt: skip
    row = province.get("/provinsi").text.partition("Disdukcapil BPP")[2].partition("</tr>")[0]
    assert '60 <span class="digits flag late">10 hari</span>' in row


def test_work_after_closing_is_said_to_belong_to_the_next_report(
    desk: Desk, clerk: Client, province: Client, office: Office
) -> None:
    assert (
        "Hari ini per" not in province.get("/provinsi").text
        and "Pekerjaan sesudahnya" not in clerk.get("/laporan").text
    )
    desk.add(DailyReport(office_id=office.id, day=AT.date(), closed_at=AT - timedelta(minutes=2), known={"tte_dok": 4}))
    desk.case(office)
    row = province.get("/provinsi?hari=1").text.partition("Disdukcapil BPP")[2].partition("</tr>")[0]
    assert "Hari ini per 09.58" in row and ">4<" in row
    page = clerk.get("/laporan").text
    assert (
        "Ditutup Senin, 24 November 2025, 09.58 WITA. Pekerjaan sesudahnya masuk laporan hari kerja berikutnya." in page
    )


def test_a_week_fits_a_telephone_and_a_month_is_pushed_along(province: Client) -> None:
    assert 'class="chart" role="img" viewBox="0 0 336 180"' in province.get("/provinsi?hari=7").text
    assert 'class="chart long" role="img" viewBox="0 0 720 180"' in province.get("/provinsi?hari=30").text


def test_a_file_is_named_after_whose_report_it_is(desk: Desk, province: Client, office: Office) -> None:
    desk.office("MHU", "64.11")
    of_one = province.get(f"/laporan/berkas.csv?kantor={office.id}").headers
    assert f"laporan-{office.code.lower()}-" in of_one["Content-Disposition"]
    assert of_one["Content-Type"] == "text/csv; charset=utf-8"
    assert "laporan-provinsi-" in province.get("/laporan/berkas.csv").headers["Content-Disposition"]
