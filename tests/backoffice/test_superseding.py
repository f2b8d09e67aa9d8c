"""A newer issue of a document takes the place of the older one, and the older one's code says so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry.issuing import by_hand
from registry.issuing.authenticity import Standing, verify
from registry.issuing.drafts import Filed
from registry.models import AuditEntry, Case, Document, Office
from registry.post import delivery
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_by_hand import bring_back
from tests.backoffice.test_print_and_post import ADDRESS, ALL

KK = "6471041203150000"


def sent(desk: Desk, client: Client, office: Office, number: str = "", **answers: str) -> Document:
    """A document that SIAK sent, under the number that was noted."""
    case = desk.approved(office, **answers)
    document = next(each for each in desk.all(Document) if each.case_id == case.id)
    if number:
        client.post(f"/dokumen/{document.id}/nomor", document_number=number)
    client.post(f"/dokumen/{document.id}/dari-siak")
    return document


def states(desk: Desk, *documents: Document) -> list[str]:
    return [desk.again(each).state.value for each in documents]


def test_the_same_number_is_the_same_document_whoever_asked(desk: Desk, office: Office, client: Client) -> None:
    older = sent(desk, client, office, kk_number=KK)
    desk.change(older, code="LAMA23456789")
    newer = sent(desk, client, office, kk_number=KK, name="Ahmad Contoh", nik="6471041708870000")
    assert states(desk, older, newer) == ["superseded", "issued"] and desk.again(older).superseded_by == newer.id
    with desk.database.reading() as session:
        assert verify(session, "LAMA23456789").standing is Standing.SUPERSEDED


def test_another_number_is_another_document(desk: Desk, office: Office, client: Client) -> None:
    older = sent(desk, client, office, "6471-LU-24112026-0012")
    newer = sent(desk, client, office, "6471-LU-24112026-0013")
    assert states(desk, older, newer) == ["issued", "issued"]


@pytest.mark.parametrize(("numbers", "name", "state"), [
    (("", ""), "Rina Contoh", "superseded"), (("6471-LU-1", ""), "Rina Contoh", "superseded"),
    (("", "6471-LU-1"), "Rina Contoh", "superseded"), (("", ""), "Bima Contoh", "issued"),
])  # fmt: skip
def test_without_a_number_it_is_the_persons(
    desk: Desk, office: Office, client: Client, numbers: tuple[str, str], name: str, state: str
) -> None:
    older = sent(desk, client, office, numbers[0])
    sent(desk, client, office, numbers[1], name=name)
    assert states(desk, older) == [state]


def test_a_number_noted_later_supersedes_then(desk: Desk, office: Office, client: Client) -> None:
    older = sent(desk, client, office, "6471-LU-24112026-0012")
    newer = sent(desk, client, office, nik="6471041708870000", name="Ahmad Contoh")
    assert states(desk, older) == ["issued"]
    client.post(f"/dokumen/{newer.id}/nomor", document_number="6471 LU 24112026 0012")
    assert states(desk, older, newer) == ["superseded", "issued"]


def test_what_was_not_sent_after_all_supersedes_nothing(desk: Desk, office: Office, client: Client) -> None:
    older = sent(desk, client, office)
    newer = sent(desk, client, office)
    assert states(desk, older) == ["superseded"]
    client.post(f"/permohonan/{newer.case_id}/urungkan")
    assert states(desk, older, newer) == ["issued", "in_siak"] and desk.again(older).superseded_by is None


def test_another_offices_document_stays(desk: Desk, office: Office, client: Client) -> None:
    elsewhere = desk.office("SMD", "64.72")
    older = sent(desk, desk.client(desk.officer(elsewhere, "counter")), elsewhere, kk_number=KK)
    sent(desk, client, office, kk_number=KK)
    assert states(desk, older) == ["issued"] and len(desk.all(Case)) == 2


def signed_by_hand(desk: Desk, client: Client, office: Office) -> Document:
    case = desk.approved(office)
    document = next(each for each in desk.all(Document) if each.case_id == case.id)
    client.post(f"/dokumen/{document.id}/tanda-tangan-basah")
    assert bring_back(client, document).status_code == 303
    return document


def handed_out(desk: Desk, client: Client, office: Office, how: str) -> Document:
    """On paper, at the counter or by post."""
    document = signed_by_hand(desk, client, office)
    with desk.database.writing() as session:
        if how == "collected":
            delivery.choose_pickup(session, ALL, document.id, AT)
            delivery.mark_collected(session, ALL, document.id, AT)
        else:
            delivery.choose_post(session, ALL, document.id, ADDRESS, AT)
    if how == "delivered":
        client.post(f"/pos/{document.id}/kirim", tracking="P2511240001234")
        client.post(f"/pos/{document.id}/diterima")
    assert states(desk, document) == [how]
    return document


@pytest.mark.parametrize("how", ["collected", "delivered"])
def test_paper_signed_by_hand_is_superseded_by_what_is_issued_later(
    desk: Desk, office: Office, client: Client, how: str
) -> None:
    older = handed_out(desk, client, office, how)
    desk.change(older, code="LAMA23456789")
    newer = sent(desk, client, office)
    assert states(desk, older, newer) == ["superseded", "issued"] and desk.again(older).superseded_by == newer.id
    with desk.database.reading() as session:
        assert verify(session, "LAMA23456789").standing is Standing.SUPERSEDED
    assert "state-superseded" in client.get(f"/permohonan/{older.case_id}").text
    client.post(f"/permohonan/{newer.case_id}/urungkan")
    assert states(desk, older, newer) == [how, "in_siak"] and desk.again(older).superseded_by is None


def test_paper_signed_by_hand_supersedes_what_was_issued_before(desk: Desk, office: Office, client: Client) -> None:
    older = sent(desk, client, office)
    newer = signed_by_hand(desk, client, office)
    assert states(desk, older, newer) == ["superseded", "choosing_handover"]
    assert desk.again(older).superseded_by == newer.id


@pytest.mark.parametrize("by_post", [False, True])
def test_paper_on_its_way_is_replaced_by_what_was_issued_meanwhile(
    desk: Desk, office: Office, client: Client, by_post: bool
) -> None:
    older = signed_by_hand(desk, client, office)
    newer = sent(desk, client, office)
    desk.change(newer, issued_at=AT + timedelta(hours=1))
    assert states(desk, older, newer) == ["choosing_handover", "issued"]
    number = next(case.number for case in desk.all(Case) if case.id == newer.case_id)
    for path in (f"/permohonan/{older.case_id}", f"/loket/{older.case_id}", "/pos"):
        told = client.get(path).text.partition("Sudah digantikan")[2]
        assert told.partition("</span>")[0].endswith(f">{number}</a>"), path
    assert "Sudah digantikan" not in client.get(f"/permohonan/{newer.case_id}").text
    with desk.database.writing() as session:
        if by_post:
            delivery.choose_post(session, ALL, older.id, ADDRESS, AT)
        else:
            delivery.choose_pickup(session, ALL, older.id, AT)
            delivery.mark_collected(session, ALL, older.id, AT)
    if by_post:
        client.post(f"/pos/{older.id}/kirim", tracking="P2511240001234")
        client.post(f"/pos/{older.id}/diterima")
    assert states(desk, older, newer) == ["superseded", "issued"] and desk.again(older).superseded_by == newer.id


def test_paper_that_comes_back_late_replaces_nothing_newer(desk: Desk, office: Office, client: Client) -> None:
    case = desk.approved(office)
    older = next(each for each in desk.all(Document) if each.case_id == case.id)
    client.post(f"/dokumen/{older.id}/tanda-tangan-basah")
    newer = sent(desk, client, office)
    desk.change(newer, issued_at=AT + timedelta(hours=1))
    with desk.database.writing() as session:
        filed = Filed(desk.store.put(b"%PDF-1.7 made up"), 64 * "0")
        by_hand.store_scan(session, ALL, older.id, filed, AT + timedelta(hours=2))
    assert states(desk, older, newer) == ["choosing_handover", "issued"]


def test_of_two_papers_signed_by_hand_the_one_printed_later_holds(desk: Desk, office: Office, client: Client) -> None:
    older, newer = signed_by_hand(desk, client, office), signed_by_hand(desk, client, office)
    begun = [entry for entry in desk.all(AuditEntry) if entry.action == "hand_signing_begun"]
    desk.change(begun[1], at=AT + timedelta(hours=1))
    for document in (newer, older):  # the newer one was fetched first
        with desk.database.writing() as session:
            delivery.choose_pickup(session, ALL, document.id, AT)
            delivery.mark_collected(session, ALL, document.id, AT)
    assert states(desk, older, newer) == ["superseded", "collected"]
