"""The audit log as a supervisor reads it: who looked at which record, and never what stands in one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backoffice.doors import door
from registry import audit
from registry.actors import Actor
from registry.models import AuditEntry, Office
from tests.backoffice.conftest import AT, NIK, Client, Desk


@pytest.fixture
def supervisor(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor", name="Ayu Contoh"))


def rows(page: str) -> str:
    return page.partition("<tbody>")[2]


def test_who_looked_at_a_case_is_found_by_its_number(desk: Desk, supervisor: Client, office: Office) -> None:
    case, other = desk.case(office), desk.case(office)
    desk.client(desk.officer(office, "counter", name="Budi Contoh")).get(f"/permohonan/{case.id}")
    found = rows(supervisor.get(f"/catatan?nomor={case.number}&jenis=looks").text)
    assert "Budi Contoh" in found and "Permohonan dibuka" in found and other.number not in found
    for asked in ("nomor=1", "nomor=bpp-1", "nomor=BPP 1", "apa=bpp-1", "apa=BPP1"):
        assert rows(supervisor.get(f"/catatan?{asked}&jenis=looks").text).count("Budi Contoh") == 1


def test_what_became_of_a_request_about_data_is_found_by_its_number(
    desk: Desk, supervisor: Client, office: Office
) -> None:
    for number in (1, 2):
        desk.add(AuditEntry(action="data_requested", office_id=office.id, subject=f"datarequest:{number}", at=AT))
    found = rows(supervisor.get("/catatan?apa=ds-0001").text)
    assert "permintaan data 1" in found and "permintaan data 2" not in found


def test_what_was_turned_away_is_found_by_the_officer(desk: Desk, supervisor: Client, office: Office) -> None:
    printer = desk.officer(office, "printing", name="Citra Contoh")
    desk.client(printer).get("/antrean")
    found = rows(supervisor.get(f"/catatan?petugas={printer.id}&jenis=shut").text)
    assert "Citra Contoh" in found and "bukan tugasnya" in found and "Masuk<" not in found
    assert "/antrean" in found and "desk." not in found
    with desk.app.app_context():
        assert door("desk.approve_case/12") == "/permohonan/12/setujui" and door("desk.gone/12") == "desk.gone/12"


def test_nothing_of_another_office_or_person_is_shown(desk: Desk, supervisor: Client, office: Office) -> None:
    theirs, mine = desk.case(desk.office("SMD", "64.72")), desk.case(office)
    page = supervisor.get("/catatan").text
    assert mine.number in page and theirs.number not in page and NIK not in page and "Rina" not in rows(page)
    assert "Tidak ada catatan" in supervisor.get(f"/catatan?nomor={theirs.number}").text


def test_pages_go_on_where_the_last_one_ended(desk: Desk, supervisor: Client, office: Office) -> None:
    with desk.database.writing() as session:
        session.add_all(
            AuditEntry(action="case_viewed", office_id=office.id, subject=f"n:{n}", at=AT - timedelta(minutes=n))
            for n in range(120)
        )
    page, seen = supervisor.get("/catatan?dari=2025-11-01&jenis=looks").text, 0
    while "setelah=" in page:
        seen += rows(page).count("n:")
        page = supervisor.get(
            page.partition('class="more"><a class="btn btn-outline-secondary" href="')[2]
            .partition('"')[0]
            .replace("&amp;", "&")
        ).text
    assert seen + rows(page).count("n:") == 120


def test_that_somebody_read_it_is_noted(desk: Desk, supervisor: Client, office: Office) -> None:
    supervisor.get("/catatan")
    assert "audit_viewed" in [entry.action for entry in desk.all(AuditEntry)]
    assert desk.client(desk.officer(office, "counter")).get("/catatan").status_code == 403


def test_what_it_speaks_of_is_said_in_words(desk: Desk, supervisor: Client, office: Office) -> None:
    absent = desk.officer(office, "counter", name="Budi Contoh")
    desk.change(desk.case(office), officer_id=absent.id, state="in_review")
    supervisor.post(f"/beban/{absent.id}/kembalikan")
    with desk.database.writing() as session:
        audit.record(session, Actor.officer(absent), "officer_changed", office_id=office.id, subject="blankbook:1",
                     fields=("roles", "return_reason", "tracking_number"), at=AT)  # fmt: skip
    found = rows(supervisor.get("/catatan").text)
    assert "petugas Budi Contoh" in found and "officer:" not in found  # from whom it was taken
    assert "buku blangko 1" in found and "tugas, alasan kembali, nomor resi" in found


def test_it_is_searched_by_what_was_done_and_to_what(desk: Desk, supervisor: Client, office: Office) -> None:
    with desk.database.writing() as session:
        for number, action in enumerate(("address_viewed", "address_corrected", "document_signed")):
            session.add(AuditEntry(action=action, office_id=office.id, subject=f"document:{70 + number}", at=AT))
    found = rows(supervisor.get("/catatan?apa=Alamat kiriman").text)
    assert "dokumen 70" in found and "dokumen 71" in found and "dokumen 72" not in found
    assert "dokumen 72" in (found := rows(supervisor.get("/catatan?apa=dokumen 72").text)) and "dokumen 70" not in found
    assert "Tidak ada catatan" in supervisor.get("/catatan?apa=tidak pernah terjadi").text
    assert "dokumen 70" in (found := rows(supervisor.get("/catatan?jenis=looks").text)) and "dokumen 71" not in found


def test_days_are_written_as_indonesians_do(desk: Desk, supervisor: Client, office: Office) -> None:
    with desk.database.writing() as session:
        session.add(AuditEntry(action="case_viewed", office_id=office.id, subject="n:1", at=AT - timedelta(days=20)))
    page = supervisor.get("/catatan?dari=4-11-2025&sampai=5 november 2025").text
    assert "n:1" in rows(page) and 'value="04-11-2025"' in page and 'type="date"' not in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [("dari=kapan", "belum terbaca"), ("sampai=xx", "belum terbaca"),
     ("dari=24-11-2025&sampai=20-11-2025", "lebih awal daripada hari pertama"), ("dari=20-11-2025", None)],
)  # fmt: skip
def test_days_that_cannot_be_are_told(desk: Desk, office: Office, asked: str, said: str | None) -> None:
    page = desk.client(desk.officer(office, "supervisor")).get(f"/catatan?{asked}")
    assert page.status_code == 200 and (said in page.text if said else "belum terbaca" not in page.text)
