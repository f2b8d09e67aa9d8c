"""Labels, hand-overs with their lists, tracking numbers scanned, old cards: the post desk's whole day."""

from __future__ import annotations

import csv
import io
from io import BytesIO

import pytest
from pikepdf import Pdf

from registry.models import AuditEntry, Consignment, Office, Shipment
from registry.post import delivery
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.envelopes import client as client
from tests.backoffice.envelopes import handed, number_of, numbers, shipment_of, to_post
from tests.backoffice.test_print_and_post import ADDRESS, ALL, told
from tests.backoffice.test_queue import statements
from tests.registry.issuing.reading import spoken


def test_labels_bear_all_that_a_courier_needs_a_page_each(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office, landmark="samping musala"), to_post(desk, office)
    desk.change(one, old_card="wanted")
    answer = client.post("/pos/label", document=[one.id, two.id])
    pages, words = Pdf.open(BytesIO(answer.data)).pages, spoken(answer.data)
    assert len(pages) == 2 and [round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:]] == [105, 148]
    for said in ("Bima Contoh", "+62 812-0000-0012", "Jl. Contoh 5, RT 002/RW 003", "Patokan: samping musala",
                 "Karang Rejo, Kec. Balikpapan Tengah", "76124", "Bayar kurir Rp14.000", "hanya kepada penerima",
                 "minta kartu lama"):  # fmt: skip
        assert said in words
    looks = [entry.case_id for entry in desk.all(AuditEntry) if entry.action == "address_viewed"]
    assert looks == [one.case_id, two.case_id]


def test_a_picture_in_a_landmark_keeps_no_label_back(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office, landmark="dekat masjid 🕌 Al-Ikhlas 中")
    assert "Patokan: dekat masjid Al-Ikhlas" in spoken(client.post("/pos/label", document=[document.id]).data)
    handed(client, document)
    assert client.get("/pos/serah/1/daftar.pdf").status_code == 200
    assert "🕌" in rows(client.get("/pos/serah/1/daftar.csv").data)[0]["patokan"]


def test_a_label_of_another_office_is_not_printed(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "post"))
    assert other.post("/pos/label", document=[document.id]).status_code == 404
    assert other.get(f"/pos/kiriman/{shipment_of(desk, document).id}").status_code == 404


def test_a_hand_over_says_when_who_and_what(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office), to_post(desk, office)
    client.post(f"/pos/{one.id}/resi", tracking="P26110000001")
    assert "card_posted" not in told(desk)
    assert handed(client, one, two).status_code == 303
    (consignment,) = desk.all(Consignment)
    assert (consignment.taken_by, consignment.handed_at, consignment.courier) == ("Budi Contoh", AT, "")
    assert {shipment.consignment_id for shipment in desk.all(Shipment)} == {consignment.id}
    assert {desk.again(one).state, desk.again(two).state} == {"posted"}
    assert told(desk).count("card_posted") == 1  # without a number nobody can ask for it
    client.post(f"/pos/{two.id}/resi", tracking="P26110000002")
    assert told(desk).count("card_posted") == 2


def test_a_hand_over_is_called_by_its_day(desk: Desk, office: Office, client: Client) -> None:
    handed(client, to_post(desk, office))
    (consignment,) = desk.all(Consignment)
    name = f"BPP-251124-{consignment.id}"
    assert name in client.get("/pos/serah").text
    table = client.get(f"/pos/serah/{consignment.id}/daftar.csv")
    assert f"kiriman-{name}.csv" in table.headers["Content-Disposition"]


def test_more_envelopes_take_no_more_statements(desk: Desk, office: Office, client: Client) -> None:
    counted = []
    for count in (1, 3):
        envelopes = [to_post(desk, office) for _ in range(count)]
        with statements(desk.database) as seen:
            assert handed(client, *envelopes).status_code == 303
        counted.append(len(seen))
    assert counted[0] == counted[1]


def test_without_a_name_nothing_is_handed_over(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office)
    answer = handed(client, document, taken_by=" ")
    assert answer.status_code == 409 and "Tulis nama yang menerima" in answer.text
    assert desk.again(document).state == "to_post" and desk.all(Consignment) == []


def test_envelopes_of_two_carriers_go_in_two_lists(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office), to_post(desk, office)
    desk.change(shipment_of(desk, two), courier="Kurir Contoh")
    assert handed(client, one, two).status_code == 409
    assert handed(client, two).status_code == 303 and desk.all(Consignment)[0].courier == "Kurir Contoh"


def test_the_list_on_paper_and_as_a_table(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office, landmark="samping musala")
    handed(client, document)
    words = spoken(client.get("/pos/serah/1/daftar.pdf").data)
    assert "Daftar kiriman nomor BPP-251124-1 kepada Kantor Pos" in words
    assert "Budi Contoh" in words and "musala" in words
    table = rows(client.get("/pos/serah/1/daftar.csv").data)
    assert (table[0]["nomor"], table[0]["hp"], table[0]["resi"]) == (number_of(desk, document), "081200000012", "")
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "post"))
    assert [other.get(f"/pos/serah/1/daftar.{kind}").status_code for kind in ("pdf", "csv")] == [404, 404]


@pytest.mark.parametrize("written", ["=1+1", "+62812", "-2+3", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "＝1+1"])
def test_no_cell_of_the_table_is_a_formula(desk: Desk, office: Office, client: Client, written: str) -> None:
    handed(client, to_post(desk, office, name=written, landmark=written))
    row = rows(client.get("/pos/serah/1/daftar.csv").data)[0]
    assert row["penerima"] == row["patokan"] == f"'{written}"


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_scanning_moves_on_by_itself(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office), to_post(desk, office)
    page = client.get("/pos/pindai").text
    assert f'name="document" value="{one.id}"' in page and "autofocus" in page
    answer = client.post("/pos/pindai", document=one.id, scanned="P26110000001")
    following = client.get(answer.headers["Location"]).text
    assert f'name="document" value="{two.id}"' in following
    client.post("/pos/pindai", document=two.id, scanned="p2611 0000 002")
    assert numbers(desk) == ["P26110000001", "P26110000002"]
    assert "Semua kiriman sudah ada resinya" in client.get("/pos/pindai").text


def test_the_qr_of_a_label_leads_to_its_envelope(desk: Desk, office: Office, client: Client) -> None:
    _, two = to_post(desk, office), to_post(desk, office)
    address = f"http://localhost/pos/kiriman/{shipment_of(desk, two).id}"
    answer = client.post("/pos/pindai", document=1, scanned=address)
    assert f'name="document" value="{two.id}"' in client.get(answer.headers["Location"]).text
    page = client.get(address.removeprefix("http://localhost"))
    assert page.status_code == 200 and "Bima Contoh" in page.text
    assert [entry.action for entry in desk.all(AuditEntry)][-1] == "address_viewed"


def test_what_is_scanned_wrongly_stays_with_its_envelope(desk: Desk, office: Office, client: Client) -> None:
    one, two = to_post(desk, office), to_post(desk, office)
    answer = client.post("/pos/pindai", document=two.id, scanned="salah")
    assert (
        answer.status_code == 409
        and f'name="document" value="{two.id}"' in answer.text
        and "Yang dipindai: salah." in answer.text
        and 'value="salah"' not in answer.text  # the next scan would be joined to it
    )
    assert {each.tracking_number for each in desk.all(Shipment)} == {None} and one.id != two.id


def test_an_old_card_is_collected_later(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office)
    desk.change(document, old_card="wanted")
    handed(client, document)
    client.post(f"/pos/{document.id}/diterima")
    assert "Kartu lama belum kembali" in client.get("/pos").text
    client.post("/pos/kartu-lama", document=[document.id])
    assert desk.again(document).old_card == "taken" and "Kartu lama belum kembali" not in client.get("/pos").text


def test_a_returned_card_is_posted_anew_to_another_address(desk: Desk, office: Office, client: Client) -> None:
    document = to_post(desk, office)
    handed(client, document)
    client.post(f"/pos/{document.id}/resi", tracking="P26110000001")
    client.post(f"/pos/{document.id}/kembali", reason="moved")
    for page in ("/pos", "/pos/belum-diambil"):
        shown = client.get(page).text
        assert "Kembali Sen 24 Nov, 10.00 WITA: sudah pindah" in shown and "resi P26110000001" in shown
    with desk.database.writing() as session:
        delivery.choose_post(session, ALL, document.id, ADDRESS | {"street": "Jl. Baru 9"}, AT)
    handed(client, document, taken_by="Ani Contoh")
    assert sorted(each.consignment_id or 0 for each in desk.all(Shipment)) == [1, 2]
    assert "Jl. Baru 9" in rows(client.get("/pos/serah/2/daftar.csv").data)[0]["alamat"]
