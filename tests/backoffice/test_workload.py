"""Who holds how much, and an absent colleague's cases back in the queue, at their places."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry.models import AuditEntry, Case, Event, EventKind, Office, Officer, Ticket, TicketState
from tests.backoffice.conftest import AT, Client, Desk
from tests.registry.issuing_office import BOTH

pytestmark = BOTH


@pytest.fixture
def supervisor(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor", name="Ayu Contoh"))


@pytest.fixture
def absent(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "counter", name="Budi Contoh")


def row(page: str, name: str) -> str:
    return page.partition(f'"name">{name}')[2].partition("</tr>")[0]


def test_who_holds_how_much_is_seen(desk: Desk, supervisor: Client, office: Office, absent: Officer) -> None:
    held = desk.change(desk.case(office), officer_id=absent.id, state="in_review")
    desk.change(held, promised_at=AT - timedelta(hours=1))
    desk.change(desk.case(office), officer_id=absent.id, state="on_hold")
    page = supervisor.get("/beban").text
    assert 'data-label="Menunggu warga/pusat">1<' in row(page, "Budi Contoh") and ">1</span>" in row(
        page, "Budi Contoh"
    )
    assert "belum hari ini" in row(page, "Budi Contoh")
    desk.client(absent).get("/antrean")
    assert "10.00" in row(supervisor.get("/beban").text, "Budi Contoh")


def test_an_absent_colleagues_cases_go_back_at_their_places(
    desk: Desk, supervisor: Client, office: Office, absent: Officer
) -> None:
    case = desk.change(desk.case(office), officer_id=absent.id, state="in_review")
    waiting = desk.change(desk.case(office), officer_id=absent.id, state="on_hold")
    mine = desk.change(desk.case(office), officer_id=desk.officer(office, "counter").id, state="in_review")
    assert supervisor.post(f"/beban/{absent.id}/kembalikan").status_code == 303
    back = desk.again(case)
    assert (back.officer_id, back.state, back.queued_at) == (None, "submitted", case.queued_at)
    assert (desk.again(waiting).officer_id, desk.again(waiting).state) == (None, "on_hold")
    assert desk.again(mine).officer_id == mine.officer_id
    released = [entry for entry in desk.all(AuditEntry) if entry.action == "case_released"]
    assert {entry.case_id for entry in released} == {case.id, waiting.id}


def test_another_offices_officers_are_not_there(desk: Desk, supervisor: Client) -> None:
    theirs = desk.officer(desk.office("SMD", "64.72"), "counter", name="Dewi Contoh")
    assert "Dewi Contoh" not in supervisor.get("/beban").text
    assert supervisor.post(f"/beban/{theirs.id}/kembalikan").status_code == 404


def test_what_goes_back_is_said_before_and_talks_go_too(
    desk: Desk, supervisor: Client, office: Office, absent: Officer
) -> None:
    desk.change(desk.case(office), officer_id=absent.id, state="in_review")
    approved = desk.change(desk.case(office), officer_id=absent.id, state="approved")
    talk = desk.add(
        Ticket(contact_id=desk.contact(office).id, office_id=office.id, state=TicketState.OPEN, officer_id=absent.id)
    )
    said = row(supervisor.get("/beban").text, "Budi Contoh")
    assert "Kembali untuk siapa saja: 1 permohonan dan 1 percakapan." in said and "1 yang sudah disetujui" in said
    supervisor.post(f"/beban/{absent.id}/kembalikan")
    back = desk.again(talk)
    assert (back.state, back.officer_id, back.for_role) == ("waiting", None, None)
    words = [each.body["name"] for each in desk.all(Event) if each.kind == EventKind.OFFICER_WORD]
    assert words == ["officer_handed_on"]
    assert desk.again(approved).officer_id == absent.id
    assert "Kembalikan" not in row(supervisor.get("/beban").text, "Budi Contoh")


def test_a_talk_alone_can_be_given_back(desk: Desk, supervisor: Client, office: Office) -> None:
    head = desk.officer(office, "supervisor", name="Dewi Contoh")
    desk.add(
        Ticket(contact_id=desk.contact(office).id, office_id=office.id, state=TicketState.OPEN, officer_id=head.id)
    )
    assert "0 permohonan dan 1 percakapan" in row(supervisor.get("/beban").text, "Dewi Contoh")


def forgotten(desk: Desk, office: Office, holder: Officer, days: int = 4) -> Case:
    """Claimed so long ago, and then left."""
    case = desk.change(desk.case(office), officer_id=holder.id, state="in_review", opened_at=AT - timedelta(days=9))
    for entry in desk.all(AuditEntry):
        if entry.case_id == case.id:
            desk.change(entry, at=AT - timedelta(days=9))
    claimed = AuditEntry(action="case_claimed", officer_id=holder.id, office_id=office.id, case_id=case.id)
    claimed.at = AT - timedelta(days=days)
    desk.add(claimed)
    return case


def test_a_claim_without_a_deed_lapses_and_is_given_back(
    desk: Desk, supervisor: Client, office: Office, absent: Officer
) -> None:
    case, fresh = forgotten(desk, office, absent), forgotten(desk, office, absent, days=2)
    look = AuditEntry(action="case_viewed", officer_id=absent.id, office_id=office.id, case_id=case.id, at=AT)
    desk.add(look)
    page = supervisor.get("/beban").text
    assert case.number in page and fresh.number not in page and "4 hari" in page
    assert "<b>1</b> <span>dipegang tapi terlantar</span>" in supervisor.get("/hari-ini").text
    answer = supervisor.post("/beban/terlantar", case=[case.id, fresh.id])
    assert answer.status_code == 303 and "1 permohonan kembali ke antrean." in supervisor.get("/beban").text
    assert (desk.again(case).officer_id, desk.again(case).queued_at) == (None, case.queued_at)
    assert desk.again(fresh).officer_id == absent.id
    released = [entry for entry in desk.all(AuditEntry) if entry.action == "case_released"]
    assert [(entry.case_id, entry.subject) for entry in released] == [(case.id, f"officer:{absent.id}")]


def test_who_went_on_keeps_theirs_and_what_the_citizen_sent_is_new(
    desk: Desk, supervisor: Client, office: Office, absent: Officer
) -> None:
    case = forgotten(desk, office, absent)
    desk.add(
        AuditEntry(action="correction_sent", contact_id=case.contact_id, office_id=office.id, case_id=case.id, at=AT)
    )
    answer = supervisor.post("/beban/terlantar", case=[case.id])
    assert answer.status_code == 409 and "Tidak ada yang dikembalikan." in answer.text
    assert desk.again(case).officer_id == absent.id


def test_each_office_says_when_a_claim_lapses(desk: Desk, supervisor: Client, office: Office, absent: Officer) -> None:
    case = forgotten(desk, office, absent, days=2)
    desk.change(office, claim_days=1)
    assert case.number in supervisor.get("/beban").text
    assert desk.client(absent).post("/beban/terlantar", case=[case.id]).status_code == 403


def test_lapsed_claims_page_on(desk: Desk, office: Office, supervisor: Client, absent: Officer) -> None:
    older, newer = forgotten(desk, office, absent, days=6), forgotten(desk, office, absent, days=4)
    page = supervisor.get("/beban").text
    assert 0 < page.index(older.number) < page.index(newer.number) and "after_lapsed" not in page
    page = supervisor.get(f"/beban?after_lapsed={older.id}").text
    assert newer.number in page and older.number not in page


def test_what_is_held_is_the_same_number_on_both_screens(desk: Desk, supervisor: Client, office: Office) -> None:
    siti = desk.officer(office, "counter", name="Siti Contoh")
    for state in ("in_review", "in_review", "needs_correction", "on_hold", "approved"):
        desk.change(desk.case(office), officer_id=siti.id, state=state)
    said = row(supervisor.get("/beban").text, "Siti Contoh")
    assert 'data-label="Dipegang">2<' in said and 'data-label="Menunggu warga/pusat">2<' in said
    assert "4 permohonan dan 0 percakapan" in said
    assert "<b>2</b> <span>saya pegang</span>" in desk.client(siti).get("/hari-ini").text
