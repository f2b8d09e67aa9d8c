"""A card's step taken back by who pressed the wrong button, and a misprint found after the printing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from registry.cards import printing
from registry.cards.balance import balances
from registry.desk.done import counts
from registry.lifecycle import CaseState, DocumentState
from registry.models import BlankBook, Case, Document, Event, EventKind, Office, Shipment
from registry.post import delivery
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_print_and_post import ADDRESS, ALL, card, told


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "printing", "post", "counter"))


def later(desk: Desk, seconds: int) -> None:
    parts = desk.app.extensions["backoffice"]
    desk.app.extensions["backoffice"] = replace(parts, clock=lambda: AT + timedelta(seconds=seconds))


def stock(desk: Desk) -> int:
    return next(book.stock for book in desk.all(BlankBook) if book.blank == "ktp" and not book.place)


def rated(desk: Desk) -> bool:
    return any(event.kind is EventKind.TIMER and event.body.get("name") == "rating" for event in desk.all(Event))


def done_today(desk: Desk, office: Office) -> dict[str, int]:
    with desk.database.reading() as session:
        return counts(session, office.id, AT - timedelta(hours=1))


def balanced(desk: Desk, office: Office) -> bool:
    with desk.database.reading() as session:
        return all(balance.holds for balance in balances(session, office.id, AT - timedelta(days=1)))


def test_cards_marked_printed_by_mistake_wait_again_with_their_blanks(
    desk: Desk, office: Office, client: Client
) -> None:
    cards, before = [card(desk, office, "print") for _ in range(2)], stock(desk)
    client.post("/cetak", document=[each.id for each in cards])
    assert stock(desk) == before - 2 and done_today(desk, office)["card_printed"] == 2
    later(desk, 9)
    assert "Kartu dicetak, 2 sekaligus: warga belum dikabari." in client.get("/cetak").text
    assert client.post("/kartu/urungkan", back="/cetak").headers["Location"].endswith("/cetak")
    assert [desk.again(each).state for each in cards] == [DocumentState.TO_PRINT] * 2
    assert stock(desk) == before and balanced(desk, office) and "handover_asked" not in told(desk)
    assert done_today(desk, office)["card_printed"] == 0
    assert "belum dikabari" not in client.get("/cetak").text


def test_ten_seconds_later_it_stands(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    client.post("/cetak", document=document.id)
    later(desk, 10)
    assert client.post("/kartu/urungkan").status_code == 409
    assert desk.again(document).state is DocumentState.CHOOSING_HANDOVER and "handover_asked" in told(desk)


def test_only_the_own_step_is_taken_back(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    client.post("/cetak", document=document.id)
    other = desk.client(desk.officer(office, "printing"))
    assert "belum dikabari" not in other.get("/cetak").text
    assert other.post("/kartu/urungkan").status_code == 409
    assert desk.again(document).state is DocumentState.CHOOSING_HANDOVER


def test_a_card_marked_received_by_mistake_is_on_its_way_again(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    client.post(f"/pos/{document.id}/diterima")
    assert desk.again(desk.all(Case)[0]).state is CaseState.CLOSED and rated(desk)
    client.post("/kartu/urungkan")
    assert desk.again(document).state is DocumentState.POSTED and desk.all(Shipment)[0].delivered_at is None
    assert desk.again(desk.all(Case)[0]).state is CaseState.APPROVED and not rated(desk)
    assert "card_delivered" not in told(desk)


def test_a_card_marked_returned_by_mistake_is_on_its_way_again(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    asked = told(desk).count("handover_asked")
    later(desk, 60)
    client.post(f"/pos/{document.id}/kembali", reason="moved")
    client.post("/kartu/urungkan")
    shipment = desk.all(Shipment)[0]
    assert desk.again(document).state is DocumentState.POSTED
    assert (shipment.returned_at, shipment.return_reason) == (None, None)
    assert told(desk).count("handover_asked") == asked


def test_a_card_marked_collected_by_mistake_is_ready_again(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    with desk.database.writing() as session:
        printing.mark_printed(session, ALL, [document.id], AT - timedelta(days=1))
        delivery.choose_pickup(session, ALL, document.id, AT - timedelta(hours=2))
    ready = told(desk).count("card_ready_for_pickup")
    client.post(f"/pos/{document.id}/diambil", taker="owner", identity="old_card")
    client.post("/kartu/urungkan")
    assert desk.again(document).state is DocumentState.READY_FOR_PICKUP and "card_collected" not in told(desk)
    assert told(desk).count("card_ready_for_pickup") == ready
    case = desk.all(Case)[0]
    assert "Serahkan" in client.get(f"/loket/{case.id}").text
    assert client.post(f"/pos/{document.id}/diambil", taker="owner", identity="old_card").status_code == 303


def test_who_had_not_chosen_hears_that_it_lies_at_the_counter(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post")
    case = desk.all(Case)[0]
    client.post(f"/loket/{case.id}/serahkan/{document.id}", taker="owner", identity="old_card")
    client.post("/kartu/urungkan")
    assert desk.again(document).state is DocumentState.READY_FOR_PICKUP
    assert told(desk)[-1] == "card_ready_for_pickup" and "card_collected" not in told(desk)


@pytest.mark.parametrize("steps", [("print",), ("print", "post")])
def test_a_misprint_found_later_is_booked_on_its_card(
    desk: Desk, office: Office, client: Client, steps: tuple[str, ...]
) -> None:
    document, before = card(desk, office, "print"), stock(desk)
    with desk.database.writing() as session:
        printing.mark_printed(session, ALL, [document.id], AT)
        if "post" in steps:
            delivery.choose_post(session, ALL, document.id, ADDRESS, AT)
    client.post(f"/cetak/{document.id}/salah-cetak", reason="cetakan buram")
    assert desk.again(document).state is DocumentState.TO_PRINT and desk.all(Shipment) == []
    assert "/kartu/urungkan" not in client.get("/cetak").text
    assert desk.all(Event)[-1].body | {"case_id": 0} == {
        "name": "card_misprinted", "case_id": 0, "document_id": document.id, "reason": "cetakan buram"
    }  # fmt: skip
    assert stock(desk) == before - 1 and balanced(desk, office)
    page = client.get("/cetak/blangko").text
    assert "cetakan buram" in page and "Batal terpakai" in page and desk.all(Case)[0].number in page
    client.post("/cetak", document=document.id)
    assert stock(desk) == before - 2 and balanced(desk, office)
    assert done_today(desk, office)["card_printed"] == 1


def test_a_misprint_has_a_reason_and_is_in_the_house(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post")
    assert client.post(f"/cetak/{document.id}/salah-cetak", reason=" ").status_code == 409
    client.post(f"/pos/{document.id}/kirim", tracking="P26110000001")
    assert client.post(f"/cetak/{document.id}/salah-cetak", reason="buram").status_code == 409
    assert desk.again(document).state is DocumentState.POSTED


def test_another_office_takes_nothing_back(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post")
    stranger = desk.client(desk.officer(desk.office("SMD", "64.72"), "printing"))
    assert stranger.post(f"/cetak/{document.id}/salah-cetak", reason="buram").status_code == 404
    assert desk.again(document).state is DocumentState.TO_POST and len(desk.all(Document)) == 1
