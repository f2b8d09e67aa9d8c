"""A card from the centre's release to the citizen's hand."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actors import Actor
from registry.cards import printing
from registry.lifecycle import Role
from registry.models import Case, Document, Event, Office, Shipment
from registry.post import delivery, handing_over
from tests.backoffice.conftest import AT, NIK, Client, Desk

ALL = Actor(frozenset({Role.COUNTER, Role.POST, Role.PRINTING}), office_id=1)
ADDRESS = {"name": "Bima Contoh", "street": "Jl. Contoh 5", "rt": "002", "rw": "003", "village": "64.71.04.1003",
           "phone": "+62 812-0000-0012", "postal_code": "76124"}  # fmt: skip


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "printing", "post"))


def card(desk: Desk, office: Office, *steps: str) -> Document:
    desk.approved(office, "KTP-BARU")
    document = desk.all(Document)[-1]
    with desk.database.writing() as session:
        if "print" in steps:
            printing.ready_to_print(session, ALL, [document.id], AT)
        if "post" in steps:
            printing.mark_printed(session, ALL, [document.id], AT)
            delivery.choose_post(session, ALL, document.id, ADDRESS, AT)
        if "posted" in steps:
            handing_over.post_card(session, ALL, document.id, "P26110000001", AT)
    return document


def told(desk: Desk) -> list[str]:
    return [event.body["name"] for event in desk.all(Event)]


def test_the_centre_has_released_the_card(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office)
    client.post(f"/cetak/{document.id}/siap")
    assert desk.again(document).state == "to_print"


def test_several_cards_are_marked_printed_at_once(desk: Desk, office: Office, client: Client) -> None:
    cards = [card(desk, office, "print") for _ in range(2)]
    assert client.post("/cetak", document=[document.id for document in cards]).status_code == 303
    assert [desk.again(document).state.value for document in cards] == ["choosing_handover"] * 2
    assert told(desk).count("handover_asked") == 2


def test_a_reason_typed_for_a_spoiled_card_marks_none_printed(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    answer = client.post("/cetak", document=[document.id], reason="pita macet")
    assert answer.status_code == 409 and "Tekan “Catat rusak”" in answer.text and 'value="pita macet"' in answer.text
    assert desk.again(document).state == "to_print"


def test_the_cards_of_a_family_are_named_and_lie_in_one_envelope(desk: Desk, office: Office, client: Client) -> None:
    desk.resident(NIK, name="Rina Contoh")
    child = {"relation": "Anak", "marital_status": "Belum Kawin", "born_on": date(2020, 11, 12), "sex": "male"}
    desk.resident("6471041211200000", name="Bima Contoh", **child)
    desk.approved(office, "PINDAH-DLM")
    lead, childs = (document for document in desk.all(Document) if document.kind == "card")
    page = client.get("/cetak").text
    assert "Bima Contoh" in page and "KIA" in page
    client.post("/cetak", document=[childs.id])
    assert (desk.again(childs).state, told(desk).count("handover_asked")) == ("printed", 0)
    client.post(f"/cetak/{lead.id}/siap")
    client.post("/cetak", document=[lead.id])
    with desk.database.writing() as session:
        delivery.choose_post(session, ALL, lead.id, ADDRESS, AT)
    assert "Bersama: KIA Bima Contoh" in " ".join(client.get("/pos").text.split())
    assert told(desk).count("handover_asked") == 1


def test_one_card_that_cannot_be_marked_keeps_all(desk: Desk, office: Office, client: Client) -> None:
    cards = [card(desk, office, "print"), card(desk, office)]
    assert client.post("/cetak", document=[document.id for document in cards]).status_code == 409
    assert desk.again(cards[0]).state == "to_print"


def test_the_label_holds_the_whole_address(desk: Desk, office: Office, client: Client) -> None:
    card(desk, office, "print", "post")
    page = client.get("/pos").text
    assert "RT 002/RW 003" in page and "Karang Rejo, Balikpapan Tengah 76124" in page and "Rp14.000" in page


def test_the_label_opens_the_location_the_citizen_shared(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    with desk.database.writing() as session:
        printing.mark_printed(session, ALL, [document.id], AT)
        delivery.choose_post(session, ALL, document.id, ADDRESS | {"map_pin": "-1.26540,116.83120"}, AT)
    assert 'href="https://maps.google.com/?q=-1.26540,116.83120"' in client.get("/pos").text


def test_posting_with_a_tracking_number(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post")
    client.post(f"/pos/{document.id}/kirim", tracking="p2611 000 0001")
    assert desk.again(document).state == "posted"
    assert desk.all(Shipment)[0].tracking_number == "P26110000001"
    assert told(desk)[-1] == "card_posted"


def test_a_tracking_number_that_cannot_be_one_is_asked_again(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post")
    answer = client.post(f"/pos/{document.id}/kirim", tracking="P26!")
    assert answer.status_code == 409 and 'value="P26!"' in answer.text
    assert desk.again(document).state == "to_post"


def test_a_word_is_no_tracking_number(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post")
    answer = client.post(f"/pos/{document.id}/kirim", tracking="salah nomor ini")
    assert answer.status_code == 409 and told(desk).count("card_posted") == 0


def test_two_envelopes_never_bear_one_tracking_number(desk: Desk, office: Office, client: Client) -> None:
    first, second = card(desk, office, "print", "post", "posted"), card(desk, office, "print", "post")
    answer = client.post(f"/pos/{second.id}/kirim", tracking="P2611 0000 001")
    number = next(case.number for case in desk.all(Case) if case.id == first.case_id)
    assert answer.status_code == 409 and f"sudah dipakai {number}" in answer.text


def test_a_wrong_tracking_number_is_corrected_and_told(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    client.post(f"/pos/{document.id}/resi", tracking="P26110000002")
    assert desk.all(Shipment)[0].tracking_number == "P26110000002"
    assert [event.body["tracking"] for event in desk.all(Event) if event.body["name"] == "card_posted"] == [
        "P26110000001", "P26110000002",
    ]  # fmt: skip
    client.post(f"/pos/{document.id}/diterima")
    assert client.post(f"/pos/{document.id}/resi", tracking="P26110000003").status_code == 409


def test_who_has_not_chosen_yet_is_listed(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    client.post(f"/pos/{document.id}/kembali", reason="moved")
    page = client.get("/pos").text
    assert "Menunggu pilihan warga" in page and f"/pos/{document.id}/ambil-sendiri" in page


def test_delivered(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    client.post(f"/pos/{document.id}/diterima")
    assert desk.again(document).state == "delivered"
    assert told(desk)[-1] == "card_delivered"


def test_returned_with_a_reason_the_citizen_chooses_again(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post", "posted")
    client.post(f"/pos/{document.id}/kembali", reason="nobody_home")
    assert desk.again(document).state == "choosing_handover"
    assert desk.all(Shipment)[0].return_reason == "nobody_home"


def test_kept_at_the_counter_and_collected(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print", "post")
    client.post(f"/pos/{document.id}/ambil-sendiri")
    assert client.post(f"/pos/{document.id}/diambil").status_code == 409
    client.post(f"/pos/{document.id}/diambil", taker="owner", identity="old_card")
    assert desk.again(document).state == "collected"


def test_from_the_case_one_comes_back_to_the_case(desk: Desk, office: Office) -> None:
    document = card(desk, office)
    client = desk.client(desk.officer(office, "counter"))
    back = f"/permohonan/{document.case_id}"
    assert client.post(f"/cetak/{document.id}/siap", back=back).headers["Location"] == back
