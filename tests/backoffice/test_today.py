"""The first screen: numbers that lead to their lists."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from html import unescape
from typing import Any

from registry.models import Document, Office
from tests.backoffice.conftest import AT, CHECKED, Client, Desk
from tests.backoffice.test_queue import statements
from tests.registry.issuing_office import BOTH

pytestmark = BOTH


def numbers(client: Client) -> dict[str, int]:
    """The tiles by their words."""
    page = client.get("/hari-ini").text
    return {words: int(count) for count, words in re.findall(r"<b>(\d+)</b> <span>([^<]+)</span>", page)}


def done(client: Client) -> dict[str, int]:
    """What the office did, by its words."""
    page = client.get("/hari-ini").text
    found = re.findall(r"<dt>([^<]+)</dt><dd>(?:<a [^>]*>)?(\d+)", page)
    return {words: int(count) for words, count in found}


def cases_on(client: Client, name: str) -> list[str]:
    return re.findall(r">(BPP-\d{5})<", client.get(f"/hari-ini/{name}").text)


NARROWED = (
    ("belum diambil", "free=on"),
    ("lewat janji", "tab=all&late=on"),
    ("janji digeser", "tab=all&moved=on"),
    ("dijanjikan hari ini", "tab=all&due=on"),
)


def busy(desk: Desk) -> Office:
    office = desk.office()
    late, soon, moved = desk.case(office), desk.case(office), desk.case(office)
    desk.change(late, promised_at=AT - timedelta(minutes=1))
    desk.change(soon, promised_at=AT + timedelta(hours=3))
    desk.change(moved, promised_at=AT + timedelta(days=3), promise_moves=1)
    return office


def test_an_officer_sees_what_waits_and_what_is_late(desk: Desk) -> None:
    client = desk.client(desk.officer(busy(desk), "counter"))
    client.post("/antrean/berikut")
    seen = numbers(client)
    assert (seen["saya pegang"], seen["belum diambil"], seen["lewat janji"], seen["dijanjikan hari ini"]) == (
        1,
        2,
        1,
        1,
    )
    assert seen["janji digeser"] == 1  # its new promise is in the future: it is not late


def test_a_moved_promise_is_marked_as_that(desk: Desk) -> None:
    page = desk.client(desk.officer(busy(desk), "counter")).get("/antrean?moved=on").text
    assert '<strong class="flag">janji digeser</strong>' in page and '<tr class="late">' not in page


def test_each_number_leads_to_just_those_cases(desk: Desk) -> None:
    client = desk.client(desk.officer(busy(desk), "counter"))
    for words, query in NARROWED:
        listed = re.findall(r"BPP-\d{5}", client.get(f"/antrean/isi?{query}").text)
        assert f"/antrean?{query}" in unescape(client.get("/hari-ini").text)
        assert len(listed) == numbers(client)[words] > 0


def test_an_approved_case_past_its_promise_is_late_on_every_screen(desk: Desk) -> None:
    office = desk.office()
    desk.change(case := desk.approved(office), promised_at=AT - timedelta(minutes=1))
    client = desk.client(desk.officer(office, "counter"))
    assert numbers(client)["lewat janji"] == 1
    assert case.number in client.get("/antrean?tab=all&late=on").text
    province = desk.client(desk.officer(None, "province")).get("/provinsi").text
    address = f"/antrean?office={office.id}&tab=all&late=on"
    assert f'<a class="flag late" href="{address}">1</a>' in unescape(province)


def test_what_was_done_today_counts_and_yesterday_does_not(desk: Desk) -> None:
    office = desk.office()
    case = desk.case(office)
    client = desk.client(desk.officer(office, "counter"))
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    assert (done(client)["Disetujui"], done(client)["Dikirim Pos"]) == (1, 0)


def test_what_was_taken_back_is_not_counted(desk: Desk) -> None:
    office = desk.office()
    case = desk.approved(office)
    client = desk.client(desk.officer(office, "counter"))
    document = next(each for each in desk.all(Document) if each.case_id == case.id)
    for _ in range(2):
        client.post(f"/dokumen/{document.id}/dari-siak")
        client.post(f"/permohonan/{case.id}/urungkan")
    assert done(client)["Dokumen terbit"] == 0
    client.post(f"/dokumen/{document.id}/dari-siak")
    assert done(client)["Dokumen terbit"] == 1


def test_each_number_of_what_was_done_leads_to_just_these(desk: Desk) -> None:
    office = desk.office()
    first, undone, asked = desk.case(office), desk.case(office), desk.case(office)
    client = desk.client(desk.officer(office, "counter", name="Siti Contoh"))
    client.post(f"/permohonan/{first.id}/setujui", **CHECKED)
    client.post(f"/permohonan/{undone.id}/setujui", **CHECKED)
    client.post(f"/permohonan/{undone.id}/urungkan")
    client.post(f"/permohonan/{asked.id}/surat/ktp/minta-lagi", reason="buram")
    several: dict[str, Any] = {"tick": ["paper:ktp", "answer:name"], "reason": "berbeda", "reason.answer:name": "salah"}
    client.post(f"/permohonan/{first.id}/urungkan")
    page = client.post(f"/permohonan/{first.id}/minta-lagi", **several)
    seen = html.unescape(re.findall(r'name="seen" value="([^"]+)"', page.text)[0])
    client.post(f"/permohonan/{first.id}/minta-lagi", **several, seen=seen)
    client.post(f"/permohonan/{undone.id}/setujui", **CHECKED)
    assert done(client) | {"Disetujui": 1, "Surat diminta lagi": 2, "Permohonan masuk": 3} == done(client)
    assert cases_on(client, "case_approved") == [undone.number]
    assert cases_on(client, "paper_refused") == [first.number, asked.number]
    assert "KTP-el asli, bagian depan, Nama" in client.get("/hari-ini/paper_refused").text
    assert cases_on(client, "case_opened") == [each.number for each in (asked, undone, first)]
    assert client.get("/hari-ini/nonsense").status_code == 404


def test_who_may_not_read_cases_sees_their_numbers_alone(desk: Desk) -> None:
    case = desk.case(office := desk.office(), name="Rina Contoh")
    page = desk.client(desk.officer(office, "printing")).get("/hari-ini/case_opened").text
    assert case.number in page and "Rina Contoh" not in page and f"/permohonan/{case.id}" not in page


def test_an_administrator_and_the_province_have_a_first_screen(desk: Desk) -> None:
    office = desk.office()
    desk.change(desk.officer(office, "counter"), password_given=True)
    admin = desk.client(desk.officer(office, "admin"))
    assert admin.get("/").headers["Location"] == "/hari-ini"
    assert (numbers(admin)["belum mengganti sandi pertama"], numbers(admin)["belum memasang kode masuk"]) == (1, 1)
    province = desk.client(desk.officer(None, "province"))
    assert province.get("/").headers["Location"] == province.get("/hari-ini").headers["Location"] == "/provinsi"


def test_every_role_sees_its_own_work_first(desk: Desk) -> None:
    office = desk.office()
    first = {role: list(numbers(desk.client(desk.officer(office, role)))) for role in ("signatory", "printing", "post")}
    assert first == {
        "signatory": ["menunggu tanda tangan"], "printing": ["siap dicetak"], "post": ["siap dikirim Pos"]
    }  # fmt: skip
    assert desk.client(desk.officer(office, "post")).get("/").headers["Location"] == "/hari-ini"


def test_more_cases_take_no_more_statements(desk: Desk) -> None:
    office = desk.office()
    client = desk.client(desk.officer(office, "counter", "supervisor"))
    counted = []
    for _ in range(2):
        desk.case(office)
        with statements(desk.database) as seen:
            client.get("/hari-ini")
        counted.append(len(seen))
    assert counted[0] == counted[1] <= 16  # with the BEGIN that SQLite is given


def test_who_fills_in_the_daily_report_finds_it(desk: Desk) -> None:
    assert 'href="/laporan"' in desk.client(desk.officer(desk.office(), "counter")).get("/hari-ini").text


def test_no_tile_stands_twice(desk: Desk, office: Office) -> None:
    for role in ("admin", "supervisor", "counter", "signatory", "printing", "post"):
        page = desk.client(desk.officer(office, role)).get("/hari-ini").text
        found = re.findall(r"<span>([^<]+)</span></a></li>", page)
        assert found and len(found) == len(set(found)), role
