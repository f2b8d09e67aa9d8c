"""Whom a complaint concerns never reads it; one about a supervisor goes to the head of office and the province."""

from __future__ import annotations

import re

import pytest

from registry.actors import Actor
from registry.models import Case, Complaint, Contact, Event, EventKind, EventState, Office, Officer
from registry.rights import complaints
from tests.backoffice.conftest import AT, Client, Desk


@pytest.fixture
def contact(desk: Desk, office: Office) -> Contact:
    return desk.contact(office)


@pytest.fixture
def ayu(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "supervisor", name="Ayu Contoh")


@pytest.fixture
def dewi(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "supervisor", name="Dewi Contoh")


def filed(desk: Desk, contact: Contact, office: Office, words: str) -> Complaint:
    desk.add(Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, body={"text": words},
                   state=EventState.PROCESSED, private=True, received_at=AT))  # fmt: skip
    with desk.database.writing() as session:
        return complaints.file(session, Actor.citizen(contact), contact, office, [words], AT)


def sees(client: Client, complaint: Complaint, words: str) -> bool:
    """Everywhere, or nowhere."""
    listed, page = client.get("/pengaduan").text, client.get(f"/pengaduan/{complaint.id}")
    found = {complaint.number in listed, words in listed, page.status_code == 200}
    assert len(found) == 1
    return bool(found.pop())


@pytest.mark.parametrize(
    ("words", "supervisors", "head"),
    [
        ("petugas minta 50 ribu di loket 2", True, False),
        ("pengawas membentak ibu saya", False, True),
        ("tolong lapor ke pengawas, petugas minta uang", True, False),
        ("bu ayu contoh minta uang", False, True),
        ("P-{ayu} kasar sekali", False, True),
        ("p-0{ayu} minta 20rb", False, True),
        ("ayu minta uang", True, False),
        ("siti contoh di loket 2 minta uang", True, False),
        ("the supervisor shouted at me", False, True),
    ],
)
def test_who_reads_it(
    desk: Desk, office: Office, contact: Contact, ayu: Officer, dewi: Officer, words: str, supervisors: bool, head: bool
) -> None:
    desk.officer(office, "counter", name="Siti Contoh")
    words = words.format(ayu=ayu.id)
    complaint = filed(desk, contact, office, words)
    assert [sees(desk.client(each), complaint, words) for each in (ayu, dewi)] == [supervisors] * 2
    assert sees(desk.client(desk.officer(office, "signatory")), complaint, words) is head
    assert sees(desk.client(desk.officer(None, "province")), complaint, words) is head


def test_a_supervisor_who_deals_with_the_citizen_is_kept_from_it(
    desk: Desk, office: Office, ayu: Officer, dewi: Officer
) -> None:
    case = desk.case(office)
    desk.client(ayu).post(f"/permohonan/{case.id}/ambil")
    contact = desk.all(Contact)[-1]
    complaint = filed(desk, contact, office, "petugas itu minta uang")
    assert desk.again(complaint).concerns_id == ayu.id
    assert not sees(desk.client(ayu), complaint, "petugas itu minta uang")


def test_it_is_in_no_count_and_no_page_of_the_log_and_no_chat(
    desk: Desk, office: Office, ayu: Officer, contact: Contact
) -> None:
    filed(desk, contact, office, "pengawas membentak ibu saya")
    desk.add(_case_of(office, contact))
    for client in (desk.client(ayu), desk.client(desk.officer(office, "admin"))):
        assert "Pengaduan dicatat" not in client.get("/catatan").text
    assert _count(desk.client(ayu).get("/hari-ini").text) == "0"
    case = desk.all(Case)[-1]
    assert "membentak" not in desk.client(ayu).get(f"/permohonan/{case.id}").text
    head = desk.client(desk.officer(office, "signatory"))
    assert _count(head.get("/hari-ini").text) == "1"


def _count(page: str) -> str:
    """On the tile that leads to the complaints."""
    tile = re.search(r'href="/pengaduan"[^>]*>\s*<[^>]*>(\d+)<', page)
    return tile[1] if tile else "none"


def _case_of(office: Office, contact: Contact) -> Case:
    return Case(number=f"{office.code}-00077", office_id=office.id, contact_id=contact.id, service="KK-HR", answers={})


def test_the_head_answers_and_closes_it(desk: Desk, office: Office, contact: Contact, ayu: Officer) -> None:
    complaint = filed(desk, contact, office, "pengawas membentak ibu saya")
    assert desk.client(ayu).post(f"/pengaduan/{complaint.id}/jawab", text="Tidak benar.").status_code == 404
    head = desk.client(desk.officer(office, "signatory"))
    head.post(f"/pengaduan/{complaint.id}/jawab", text="Sudah kami tegur.")
    assert desk.again(complaint).answer == "Sudah kami tegur."
    assert desk.all(Event)[-1].body == {
        "name": "complaint_answered", "number": complaint.number, "text": "Sudah kami tegur.", "by": "head"
    }  # fmt: skip
    assert "Sudah dijawab" in head.get("/pengaduan").text


def test_the_province_answers_as_well(desk: Desk, office: Office, contact: Contact) -> None:
    complaint = filed(desk, contact, office, "pengawas membentak ibu saya")
    province = desk.client(desk.officer(None, "province"))
    pages = [province.get(path).text for path in ("/pengaduan", f"/pengaduan/{complaint.id}")]
    assert all(office.name in page for page in pages)
    head = desk.officer(office, "signatory", name="Drs. Contoh, M.Si.")
    province.post(f"/pengaduan/{complaint.id}/menyangkut", officer=head.id, sure="yes")
    page = province.get(f"/pengaduan/{complaint.id}").text
    assert "Hanya provinsi yang membaca" in page and "M.Si.." not in page and "hanya kepala dinas" not in page
    assert province.post(f"/pengaduan/{complaint.id}/jawab", text="Kami periksa.").status_code == 303
    assert desk.again(complaint).answer == "Kami periksa."


def test_who_reads_it_names_whom_it_concerns(
    desk: Desk, office: Office, contact: Contact, ayu: Officer, dewi: Officer
) -> None:
    complaint = filed(desk, contact, office, "dia minta uang di loket 2")
    unsure = desk.client(dewi).post(f"/pengaduan/{complaint.id}/menyangkut", officer=str(ayu.id))
    assert unsure.status_code == 409 and desk.again(complaint).concerns_id is None  # it would go to the head of office
    assert f'<option value="{ayu.id}" selected>' in unsure.text
    desk.client(dewi).post(f"/pengaduan/{complaint.id}/menyangkut", officer=str(ayu.id), sure="yes")
    now = desk.again(complaint)
    assert (now.concerns_id, now.escalated) == (ayu.id, True)
    assert not sees(desk.client(dewi), complaint, "dia minta uang di loket 2")
    stranger = desk.officer(desk.office("SMD", "64.72"), "counter")
    head = desk.client(desk.officer(office, "signatory"))
    assert head.post(f"/pengaduan/{complaint.id}/menyangkut", officer=str(stranger.id)).status_code == 404


def test_who_may_still_read_it_stays_at_it(desk: Desk, office: Office, contact: Contact, ayu: Officer) -> None:
    siti = desk.officer(office, "counter", name="Siti Contoh")
    complaint = filed(desk, contact, office, "dia minta uang di loket 2")
    answer = desk.client(ayu).post(f"/pengaduan/{complaint.id}/menyangkut", officer=str(siti.id))
    assert answer.headers["Location"].endswith(f"/pengaduan/{complaint.id}")
    assert desk.again(complaint).concerns_id == siti.id
