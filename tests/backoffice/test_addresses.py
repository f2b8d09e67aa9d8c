"""Where a card goes, written by an officer: for who has no telephone, and where an address was wrong."""

from __future__ import annotations

from typing import Any

import pytest

from registry.cards import printing
from registry.models import AuditEntry, Case, Channel, Contact, Document, Event, Letter, Office, Shipment
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_print_and_post import ALL, card, told

WRITTEN: dict[str, Any] = {
    "name": "Bima Contoh", "phone": "0812 0000 0012", "village": "64.71.04.1003", "street": "Jl. Contoh 9",
    "rt": "2", "rw": "3", "landmark": "samping musala", "postal_code": "",
}  # fmt: skip


@pytest.fixture
def printed(desk: Desk, office: Office) -> Document:
    """Its citizen may choose."""
    document = card(desk, office, "print")
    with desk.database.writing() as session:
        printing.mark_printed(session, ALL, [document.id], AT)
    return document


def write(client: Client, document: Document, **parts: Any) -> Any:
    return client.post(f"/pos/{document.id}/alamat", **(WRITTEN | parts))


def test_who_has_no_telephone_gets_the_card_by_post(desk: Desk, client: Client, printed: Document) -> None:
    case = desk.all(Case)[0]
    desk.change(desk.all(Contact)[0], channel=Channel.COUNTER)
    assert f"/pos/{printed.id}/alamat" in client.get(f"/loket/{case.id}").text
    page = client.get(f"/pos/{printed.id}/alamat").text
    assert "Karang Rejo" in page and 'value="Bima Contoh"' in page
    assert write(client, printed, phone="").status_code == 303
    (shipment,) = desk.all(Shipment)
    assert desk.again(printed).state == "to_post"
    assert (shipment.address["rt"], shipment.address["phone"]) == ("002", "")
    assert len(shipment.address["postal_code"]) == 5
    assert [letter.name for letter in desk.all(Letter)] == ["post_chosen"]


def test_an_envelope_keeps_the_fee_that_its_citizen_was_told(desk: Desk, client: Client, printed: Document) -> None:
    write(client, printed)
    desk.change(desk.all(Office)[0], postage_rupiah=15_000)
    page = client.get(f"/pos/{printed.id}/alamat").text
    assert "Rp14.000" in page and "Rp15.000" not in page


def test_who_has_one_is_told_in_the_chat(desk: Desk, client: Client, printed: Document) -> None:
    assert write(client, printed).status_code == 303
    assert told(desk)[-1] == "post_chosen"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"phone": ""}, "Alamat belum lengkap"),
        ({"street": "", "landmark": ""}, "Alamat belum lengkap"),
        ({"village": ""}, "Pilih kelurahan"),
        ({"village": "64.71"}, "Pilih kelurahan"),
        ({"rt": "x"}, "RT dan RW ditulis dengan angka"),
        ({"rw": "1234"}, "RT dan RW ditulis dengan angka"),
        ({"phone": "12"}, "Nomor HP belum lengkap"),
        ({"phone": "0812345"}, "Nomor HP belum lengkap"),
        ({"street": "5"}, "belum terbaca sebagai alamat"),
        ({"street": "Jl. " + "x" * 160}, "Paling panjang 160 huruf"),
    ],
)
def test_no_address_that_no_courier_can_go_by(
    desk: Desk, client: Client, printed: Document, parts: dict[str, str], said: str
) -> None:
    answer = write(client, printed, **{"name": "Bima Lain"} | parts)
    assert answer.status_code == 409 and 'value="Bima Lain"' in answer.text and said in answer.text
    assert desk.all(Shipment) == [] and desk.again(printed).state == "choosing_handover"


def test_an_envelope_still_in_the_house_gets_another_address(desk: Desk, office: Office) -> None:
    document, client = card(desk, office, "print", "post"), desk.client(desk.officer(office, "post"))
    desk.change(desk.all(Shipment)[0], address=desk.all(Shipment)[0].address | {"map_pin": "-1.2,116.8"})
    assert "Jl. Contoh 5" in client.get(f"/pos/{document.id}/alamat").text
    assert write(client, document, back="/pos").status_code == 303
    assert desk.all(Shipment)[0].address["street"] == "Jl. Contoh 9" and not desk.all(Shipment)[0].address["map_pin"]
    assert told(desk)[-1] == "address_corrected"
    (logged,) = [entry for entry in desk.all(AuditEntry) if entry.action == "address_corrected"]
    assert "street" in logged.fields and "Contoh" not in str(logged.fields)


def test_the_same_address_again_tells_nobody(desk: Desk, client: Client, printed: Document) -> None:
    for _ in range(2):
        write(client, printed)
    assert "address_corrected" not in told(desk) and "Alamatnya tetap" in client.get("/pos").text


def test_what_has_left_and_what_is_another_offices_is_not_written(desk: Desk, office: Office, client: Client) -> None:
    gone = card(desk, office, "print", "post", "posted")
    assert client.get(f"/pos/{gone.id}/alamat").status_code == 404
    packed = card(desk, office, "print", "post")
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "post"))
    assert write(other, packed).status_code == 404
    assert {shipment.address["street"] for shipment in desk.all(Shipment)} == {"Jl. Contoh 5"}
    assert all(event.body["name"] != "address_corrected" for event in desk.all(Event))


def test_another_kabupaten_shows_its_villages_and_keeps_what_was_typed(
    desk: Desk, client: Client, printed: Document
) -> None:
    page = write(client, printed, kab="36.72", other_town="1", street="Jl. Baru 9", village="")
    assert page.status_code == 200 and "Jl. Baru 9" in page.text and "36.72." in page.text
    assert desk.all(Shipment) == []


def test_a_card_that_came_back_is_posted_again_from_the_post_desk(desk: Desk, office: Office) -> None:
    """To the address it went to, put right: nobody types it anew."""
    document, client = card(desk, office, "print", "post", "posted"), desk.client(desk.officer(office, "post"))
    client.post(f"/pos/{document.id}/kembali", reason="address_incomplete")
    assert f'href="/pos/{document.id}/alamat?back=' in client.get("/pos").text
    page = client.get(f"/pos/{document.id}/alamat").text
    assert 'value="Jl. Contoh 5"' in page and "Kirim lewat Pos</button>" in page
    assert "address_viewed" in [entry.action for entry in desk.all(AuditEntry)]
    assert write(client, document, street="Jl. Contoh 5 B").status_code == 303
    assert desk.again(document).state == "to_post"
    assert [each.address["street"] for each in desk.all(Shipment)] == ["Jl. Contoh 5", "Jl. Contoh 5 B"]


def test_whose_card_it_is_stands_beside_the_addressee(desk: Desk, office: Office) -> None:
    document, client = card(desk, office, "print", "post"), desk.client(desk.officer(office, "post"))
    (shipment,) = desk.all(Shipment)
    desk.change(shipment, address=shipment.address | {"name": "Ibu Bima"})
    for path in ("/pos", "/pos/pindai", f"/pos/kiriman/{shipment.id}"):
        page = client.get(path).text
        assert "Ibu Bima" in page and "a.n. Bima Contoh" in page, path
    desk.change(document, holder="Adik Contoh")
    assert "a.n. Adik Contoh" in client.get("/pos").text


SAMARINDA = "64.72.01.1001"


@pytest.fixture
def dearer_elsewhere(desk: Desk, office: Office) -> None:
    desk.change(office, postage_elsewhere_rupiah=27_000)


@pytest.mark.usefixtures("dearer_elsewhere")
def test_another_town_has_its_own_price_and_the_citizen_hears_it(desk: Desk, client: Client, printed: Document) -> None:
    write(client, printed)
    assert 'name="fee"' in (page := client.get(f"/pos/{printed.id}/alamat").text) and 'value="14.000"' in page
    page = write(client, printed, kab="64.72", other_town="1", village="", fee="14000").text
    assert "Ongkos kirim ke Kota Samarinda" in page and 'value="27.000"' in page
    write(client, printed, village=SAMARINDA, fee="27.000")
    (shipment,) = desk.all(Shipment)
    assert (shipment.fee_rupiah, shipment.address["village"]) == (27_000, SAMARINDA)
    assert told(desk)[-1] == "address_corrected" and "fee_rupiah" in desk.all(AuditEntry)[-1].fields
    write(client, printed)
    assert desk.again(shipment).fee_rupiah == 14_000


@pytest.mark.usefixtures("dearer_elsewhere")
def test_a_card_posted_again_to_another_town_costs_what_it_costs_there(desk: Desk, office: Office) -> None:
    document, client = card(desk, office, "print", "post", "posted"), desk.client(desk.officer(office, "post"))
    client.post(f"/pos/{document.id}/kembali", reason="moved")
    write(client, document, village=SAMARINDA)
    assert [each.fee_rupiah for each in desk.all(Shipment)] == [14_000, 27_000]


def test_an_officer_asks_for_the_price_and_writes_it(desk: Desk, client: Client, printed: Document) -> None:
    write(client, printed, fee="31.500")
    assert desk.all(Shipment)[0].fee_rupiah == 31_500
    write(client, printed, fee="")
    assert desk.all(Shipment)[0].fee_rupiah == 31_500 and "address_corrected" not in told(desk)
    for fee in ("banyak", "-5", "1.000.000"):
        answer = write(client, printed, fee=fee)
        assert (
            answer.status_code == 409 and "tulis angka dari 0 sampai" in answer.text and f'value="{fee}"' in answer.text
        )
    desk.change(desk.all(Office)[0], carriage="pos_prepaid")
    assert 'name="fee"' not in client.get(f"/pos/{printed.id}/alamat").text
