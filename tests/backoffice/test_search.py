"""The box at the top of every page: one find opens, several are a list, a look leaves a trace without words."""

from __future__ import annotations

from registry.models import AuditEntry, Case, Complaint, DataRequest, DataRequestKind, Document, Office, Ticket
from registry.models.contacts import WINDOW
from registry.vault import vault
from tests.backoffice.conftest import AT, NIK, Desk
from tests.backoffice.test_print_and_post import card
from tests.registry.issuing_office import BOTH

pytestmark = BOTH


def test_one_find_opens_at_once(desk: Desk) -> None:
    case = desk.case(office := desk.office())
    client = desk.client(desk.officer(office, "counter"))
    assert client.get(f"/cari?q={case.number}").headers["Location"] == f"/permohonan/{case.id}"


def test_several_are_a_list_the_newest_first(desk: Desk) -> None:
    office = desk.office()
    older, newer = desk.case(office).number, desk.case(office).number
    page = desk.client(desk.officer(office, "counter")).get("/cari?q=rina").text
    assert 0 < page.index(newer) < page.index(older)


def test_what_is_not_found_says_how_to_look(desk: Desk) -> None:
    client = desk.client(desk.officer(desk.office(), "counter"))
    assert "awal kata dari nama" in client.get("/cari?q=nobody").text
    assert "Cari dengan nomor permohonan" in client.get("/cari").text


def test_that_somebody_looked_is_noted_but_not_for_what(desk: Desk) -> None:
    desk.case(office := desk.office())
    desk.client(desk.officer(office, "counter")).get(f"/cari?q={NIK}")
    (entry,) = [entry for entry in desk.all(AuditEntry) if entry.action == "searched"]
    assert entry.subject == "found:1"


def test_the_province_looks_in_the_office_it_chooses(desk: Desk) -> None:
    first, second = desk.office(), desk.office("SMD", "64.72")
    case = desk.case(second)
    client = desk.client(desk.officer(None, "province"))
    assert client.get(f"/cari?q=rina&office={first.id}").status_code == 200
    assert client.get(f"/cari?q=rina&office={second.id}").headers["Location"] == f"/permohonan/{case.id}"


def test_the_box_is_there_for_who_may_read_cases(desk: Desk) -> None:
    office = desk.office()
    assert "/cari" in desk.client(desk.officer(office, "counter")).get("/antrean").text
    assert "/cari" in desk.client(desk.officer(office, "printing")).get("/cetak").text
    assert "/cari" not in desk.client(desk.officer(office, "admin")).get("/kantor").text


def test_the_print_and_post_desks_find_the_cards_they_handle(desk: Desk) -> None:
    office = desk.office()
    desk.case(office)  # a request of the same name, which is not theirs to read
    posted = card(desk, office, "print", "post", "posted")
    to_print = card(desk, office, "print")
    numbers = {each.id: each.number for each in desk.all(Case)}
    printing, post = (desk.client(desk.officer(office, role)) for role in ("printing", "post"))
    page = printing.get("/cari?q=bima").text
    assert numbers[to_print.case_id] in page and numbers[posted.case_id] not in page and "/permohonan/" not in page
    page = post.get("/cari?q=P26110000001").text
    assert numbers[posted.case_id] in page and "/pos/kiriman/" in page
    assert "Tidak ada kartu yang cocok" in printing.get("/cari?q=rina").text


def test_a_document_is_found_by_its_own_number(desk: Desk) -> None:
    office = desk.office()
    case = desk.approved(office)
    client, document = desk.client(desk.officer(office, "counter")), desk.all(Document)[0]
    desk.case(office)
    client.post(f"/dokumen/{document.id}/nomor", document_number="6471-LU-24112026-0012")
    for written in ("6471-LU-24112026-0012", "6471 lu 24112026 0012", "6471lu241120260012"):
        assert client.get(f"/cari?q={written}").headers["Location"] == f"/permohonan/{case.id}"
    answer = client.post(f"/dokumen/{document.id}/nomor", document_number="tanpa angka")
    assert answer.status_code == 409 and desk.again(document).number == "6471-LU-24112026-0012"


def test_a_case_is_let_go_with_a_button(desk: Desk) -> None:
    case = desk.case(office := desk.office())
    client = desk.client(desk.officer(office, "counter"))
    client.post(f"/permohonan/{case.id}/ambil")
    assert "Lepaskan" in client.get(f"/permohonan/{case.id}").text
    client.post(f"/permohonan/{case.id}/lepas")
    assert desk.again(case).officer_id is None
    assert "Lepaskan" not in client.get(f"/permohonan/{case.id}").text


def talk(desk: Desk, office: Office) -> Ticket:
    contact = desk.contact(office)
    number = "+6281200001234"
    desk.change(contact, address=number, address_index=vault().blind("address", number), window_until=AT + WINDOW)
    return desk.add(Ticket(contact_id=contact.id, office_id=office.id))


def test_a_telephone_without_a_request_leads_to_its_talk(desk: Desk) -> None:
    ticket = talk(desk, office := desk.office())
    client = desk.client(desk.officer(office, "counter"))
    assert client.get("/cari?q=0812-0000-1234").headers["Location"] == f"/percakapan/{ticket.id}"
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert "Tidak ada permohonan yang cocok" in other.get("/cari?q=081200001234").text
    signatory = desk.client(desk.officer(office, "signatory"))
    assert "Tidak ada permohonan yang cocok" in signatory.get("/cari?q=081200001234").text


def test_who_wrote_to_nobody_but_the_program_is_said(desk: Desk) -> None:
    ticket = talk(desk, office := desk.office())
    with desk.database.writing() as session:
        session.delete(session.get_one(Ticket, ticket.id))
    page = desk.client(desk.officer(office, "counter")).get("/cari?q=081200001234").text
    assert "belum punya permohonan" in page and "24 November 2025" in page


def test_numbers_that_citizens_hear_lead_there_for_who_may_read_them(desk: Desk) -> None:
    contact = desk.contact(office := desk.office())
    request = desk.add(DataRequest(kind=DataRequestKind.ACCESS, contact_id=contact.id, office_id=office.id))
    complaint = desk.add(Complaint(contact_id=contact.id, office_id=office.id, words=["x"], due_at=AT))
    supervisor, counter = (desk.client(desk.officer(office, role)) for role in ("supervisor", "counter"))
    assert supervisor.get("/cari?q=ds-1").headers["Location"] == f"/permintaan-data/{request.id}"
    assert supervisor.get("/cari?q=ADU-0001").headers["Location"] == f"/pengaduan/{complaint.id}"
    for text in ("DS-0001", "HD-0001", "ADU-0001"):
        assert "Tidak ada permohonan yang cocok" in counter.get(f"/cari?q={text}").text
