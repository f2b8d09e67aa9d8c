"""Tables of the carrier: tracking numbers, and what became of the envelopes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from registry.models import Office, Shipment
from tests.backoffice.conftest import Client, Desk
from tests.backoffice.envelopes import client as client
from tests.backoffice.envelopes import handed, number_of, numbers, shipment_of, to_post
from tests.backoffice.test_print_and_post import told


def imported(client: Client, table: str, **form: Any) -> Any:
    return client.post("/pos/impor", table=table, **form)


def test_the_carriers_table_gives_numbers_to_all(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office), to_post(desk, office)
    handed(client, one, two)
    table = (
        f"kiriman;nomor;resi\r\n{shipment_of(desk, one).id};;P26110000001\r\n;{number_of(desk, two)};'P26110000002\r\n"
    )
    assert imported(client, table).status_code == 303
    assert numbers(desk) == ["P26110000001", "P26110000002"]
    assert told(desk).count("card_posted") == 2


def test_one_bad_line_keeps_all_out_until_the_good_ones_are_chosen(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office), to_post(desk, office)
    table = (
        f"kiriman,resi\n{shipment_of(desk, one).id},P26110000001\n{shipment_of(desk, two).id},pendek\n99,P26110000003"
    )
    answer = imported(client, table)
    assert (
        answer.status_code == 409
        and "bukan nomor resi" in answer.text
        and "tidak ada kiriman atau permohonan" in answer.text
    )
    assert "99; P26110000003" in answer.text and {each.tracking_number for each in desk.all(Shipment)} == {None}
    assert imported(client, table, only_good="on").status_code == 303
    assert numbers(desk) == ["P26110000001", None]


def test_a_case_number_under_the_envelope_is_understood(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office)
    assert imported(client, f"kiriman,resi\n{number_of(desk, document)},P26110000001").status_code == 303
    assert numbers(desk) == ["P26110000001"]


def test_where_every_line_is_wrong_none_are_offered_to_save(client: Client) -> None:
    assert "nomor;resi\nBPP-00412;P26" in client.get("/pos/impor").text
    answer = imported(client, "nomor;resi\nBPP-99999;P26110000001").text
    assert "semua 1 baris perlu diperbaiki" in answer and "yang benar saja" not in answer


def test_what_became_of_envelopes_is_imported(desk: Desk, office: Office, client: Client) -> None:
    envelopes = [to_post(desk, office) for _ in range(3)]
    for place, document in enumerate(envelopes):
        client.post(f"/pos/{document.id}/resi", tracking=f"P2611000000{place}")
    handed(client, *envelopes)
    table = (
        "resi;status;sebab\nP26110000000;DITERIMA;\nP26110000001;Retur;rumah kosong, tidak ada orang\n"
        "P26110000002;Dalam perjalanan;"
    )
    assert imported(client, table).status_code == 303
    assert [desk.again(each).state for each in envelopes] == ["delivered", "choosing_handover", "posted"]
    assert shipment_of(desk, envelopes[1]).return_reason == "nobody_home"
    assert told(desk).count("card_delivered") == 1 and told(desk).count("handover_asked") == 4


@pytest.mark.parametrize(
    ("table", "says"),
    [("nama;alamat\na;b", "belum bisa dibaca"), ("kiriman;resi", "belum berisi baris"), ("", "belum bisa dibaca"),
     ("%PDF-1.7\nkiriman;resi", "Ini bukan CSV"), ("PK\3\4 xl", "Ini bukan CSV"), ("kiriman\0;resi", "Ini bukan CSV"),
     ("kiriman;resi\n" + "1;P26110000001\n" * 2001, "paling banyak 2.000")],
)  # fmt: skip
def test_what_is_no_table_is_told(desk: Desk, office: Office, client: Client, table: str, says: str) -> None:
    to_post(desk, office)
    answer = imported(client, table)
    assert answer.status_code == 409 and says in answer.text and desk.all(Shipment)[0].tracking_number is None


@pytest.mark.parametrize(
    ("lines", "says"),
    [("1;P26110000001\n1;P26110000002", "di dua baris"), ("1;P26110000001\n2;P26110000001", "di dua baris"),
     ("1;", "resinya kosong"), ("1;=HYPERLINK(1)", "bukan nomor resi")],
)  # fmt: skip
def test_each_bad_line_says_what_is_wrong(desk: Desk, office: Office, client: Client, lines: str, says: str) -> None:
    for _ in range(2):
        to_post(desk, office)
    answer = imported(client, f"kiriman;resi\n{lines}")
    assert answer.status_code == 409 and says in answer.text
    assert {each.tracking_number for each in desk.all(Shipment)} == {None}


def test_a_number_borne_elsewhere_is_named(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office), to_post(desk, office)
    client.post(f"/pos/{one.id}/resi", tracking="P26110000001")
    answer = imported(client, f"nomor;resi\n{number_of(desk, two)};P26110000001")
    assert answer.status_code == 409 and f"sudah dipakai {number_of(desk, one)}" in answer.text


def test_another_offices_envelopes_are_not_imported(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "post"))
    answer = imported(other, f"kiriman;resi\n{shipment_of(desk, document).id};P26110000001")
    assert answer.status_code == 409 and "tidak ada kiriman atau permohonan" in answer.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_is_taken_like_what_is_pasted(desk: Desk, office: Office, client: Client, encoding: str) -> None:
    document = to_post(desk, office)
    data = f"kiriman;resi\n{shipment_of(desk, document).id};P26110000001".encode(encoding)
    form = {"csrf_token": client.token(), "file": (BytesIO(data), "resi.csv"), "table": ""}
    assert client.flask.post("/pos/impor", data=form).status_code == 303
    assert shipment_of(desk, document).tracking_number == "P26110000001"
