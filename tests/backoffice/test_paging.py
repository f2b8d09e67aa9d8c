"""Lists that do not end without a word: every row is on one of the pages, and the number says how many there are."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from registry.lifecycle import DocumentState
from registry.models import Case, Complaint, DataRequest, DataRequestKind, Document, Office, OldCard, Ticket
from tests.backoffice.conftest import AT, Client, Desk
from tests.registry.issuing_office import BOTH

pytestmark = BOTH

ROWS = 103  # two whole pages and the beginning of a third
D = DocumentState
LISTS = (
    ("/cetak", D.TO_PRINT),
    ("/cetak", D.WAITING_PRR),
    ("/pos", D.CHOOSING_HANDOVER),
    ("/pos", D.TO_POST),
    ("/pos", D.POSTED),
    ("/pos", D.READY_FOR_PICKUP),
    ("/pos/belum-diambil", D.READY_FOR_PICKUP),
    ("/tanda-tangan", D.AWAITING_SIGNATURE),
)


def fill(desk: Desk, office: Office, state: DocumentState, old_card: OldCard | None = None) -> None:
    case, kind = desk.case(office), "pdf" if state is D.AWAITING_SIGNATURE else "card"
    with desk.database.writing() as session:
        session.add_all(
            Document(case_id=case.id, office_id=office.id, kind=kind, state=state, moved_at=AT, old_card=old_card)
            for _ in range(ROWS)
        )


def every_page(client: Client, path: str, row: str) -> list[str]:
    """What the pages list, one after another, until one leads nowhere."""
    found: list[str] = []
    while path:
        page = client.get(path).text
        found += re.findall(row, page)
        onward = re.search(r'rel="next" href="([^"]+)"', page)
        path = onward[1].replace("&amp;", "&") if onward else ""
    return found


@pytest.fixture
def everybody(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor", "signatory", "printing", "post"))


@pytest.mark.parametrize(("path", "state"), LISTS)
def test_every_document_is_on_one_of_the_pages(
    desk: Desk, office: Office, everybody: Client, path: str, state: DocumentState
) -> None:
    fill(desk, office, state)
    assert f'<span class="count">{ROWS}</span>' in everybody.get(path).text
    listed = every_page(everybody, path, r'id="d\d+"|id="w\d+"|<article class="card envelope">|<td class="do">')
    assert len(listed) == ROWS


def test_old_cards_are_all_named_too(desk: Desk, office: Office, everybody: Client) -> None:
    fill(desk, office, D.COLLECTED, old_card=OldCard.WANTED)
    assert f'<span class="count">{ROWS}</span>' in everybody.get("/pos").text
    assert len(set(every_page(everybody, "/pos", r'id="o\d+"'))) == ROWS


def test_complaints_and_requests_for_data_are_all_there(desk: Desk, office: Office, everybody: Client) -> None:
    contact_id = desk.case(office).contact_id
    with desk.database.writing() as session:
        for number in range(ROWS):
            due = AT + timedelta(minutes=number // 2)
            session.add(Complaint(contact_id=contact_id, office_id=office.id, words=["lama"], due_at=due))
            asked = DataRequest(contact_id=contact_id, office_id=office.id, kind=DataRequestKind.ACCESS)
            asked.due_at = due if number else None
            session.add(asked)
    assert len(set(every_page(everybody, "/pengaduan", r"/pengaduan/\d+"))) == ROWS
    assert len(set(every_page(everybody, "/permintaan-data", r"/permintaan-data/\d+"))) == ROWS
    assert f"<b>{ROWS}</b> <span>pengaduan</span>" in everybody.get("/hari-ini").text


def test_talks_that_wait_are_all_there(desk: Desk, office: Office, everybody: Client) -> None:
    case: Case = desk.case(office)
    with desk.database.writing() as session:
        session.add_all(Ticket(contact_id=case.contact_id, office_id=office.id, created_at=AT) for _ in range(ROWS))
    assert len(set(every_page(everybody, "/percakapan", r"/percakapan/\d+"))) == ROWS
