"""The print desk's pages: print list, spoiled blanks, the books, the machines, and the warning before blanks end."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pikepdf import Pdf

from registry.models import AuditEntry, BlankBook, BlankEntry, Device, Office
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_print_and_post import card, told
from tests.backoffice.test_queue import statements
from tests.registry.issuing.reading import spoken
from tests.registry.issuing_office import BOTH

pytestmark = BOTH

DISTRICT = "64.71.04"


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "printing"))


def stock(desk: Desk, place: str = "") -> int:
    return next((b.stock for b in desk.all(BlankBook) if (b.place, b.blank) == (place, "ktp")), 0)


def write(client: Client, movement: str, pieces: str, **form: str) -> int:
    return int(noted(client, movement, pieces, **form).status_code)


def noted(client: Client, movement: str, pieces: str, **form: str) -> Any:
    given: dict[str, Any] = {"blank": "ktp", "place": "", "goal": "", "reason": "", **form}
    return client.post("/cetak/blangko", movement=movement, pieces=pieces, **given)


def test_printing_writes_the_book_and_asks_the_citizen(desk: Desk, office: Office, client: Client) -> None:
    cards = [card(desk, office, "print") for _ in range(2)]
    assert client.post("/cetak", document=[each.id for each in cards]).status_code == 303
    assert stock(desk) == 98 and told(desk).count("handover_asked") == 2


def test_more_cards_take_no_more_statements(desk: Desk, office: Office, client: Client) -> None:
    counted = []
    for count in (1, 3):
        cards = [card(desk, office, "print") for _ in range(count)]
        with statements(desk.database) as seen:
            assert client.post("/cetak", document=[each.id for each in cards]).status_code == 303
        counted.append(len(seen))
    assert counted[0] == counted[1]


def test_a_spoiled_one_is_noted_and_the_card_still_waits(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    assert client.post("/cetak/rusak", document=[document.id], reason="pita macet").status_code == 303
    assert desk.again(document).state == "to_print" and stock(desk) == 99
    assert told(desk).count("handover_asked") == 0


def test_without_a_reason_nothing_is_spoiled_and_the_choice_stays(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    answer = client.post("/cetak/rusak", document=[document.id], reason="")
    assert answer.status_code == 409 and f'id="d{document.id}" checked' in answer.text and stock(desk) == 100


def test_with_no_blanks_left_nothing_is_printed(desk: Desk, office: Office, client: Client) -> None:
    document = card(desk, office, "print")
    write(client, "returned", "100", reason="ditarik pusat")
    answer = client.post("/cetak", document=[document.id])
    assert answer.status_code == 409 and "blangko KTP-el di tempat itu tinggal 0" in answer.text
    assert desk.again(document).state == "to_print"


def test_the_print_list_names_whom_and_each_look_is_recorded(desk: Desk, office: Office, client: Client) -> None:
    cards = [card(desk, office, "print") for _ in range(2)]
    answer = client.post("/cetak/daftar", document=[each.id for each in cards])
    words = spoken(answer.data)
    assert "Daftar cetak kartu" in words and "Bima Contoh" in words and "6471044506900000" in words
    assert [each.case_id for each in desk.all(AuditEntry) if each.action == "card_listed"] == [c.case_id for c in cards]
    assert len(Pdf.open(BytesIO(answer.data)).pages) == 1


def test_another_offices_card_is_on_no_list(desk: Desk, office: Office, client: Client) -> None:
    other = desk.office("SMD", "64.72")
    elsewhere = card(desk, other)
    assert client.post("/cetak/daftar", document=[elsewhere.id]).status_code == 404
    assert client.post("/cetak/siap", document=[elsewhere.id]).status_code == 404


def test_the_centres_release_of_several(desk: Desk, office: Office, client: Client) -> None:
    cards = [card(desk, office) for _ in range(2)]
    client.post("/cetak/siap", document=[each.id for each in cards])
    assert {desk.again(each).state for each in cards} == {"to_print"}


def test_received_moved_and_counted(desk: Desk, office: Office, client: Client) -> None:
    assert write(client, "received", "1.250", reason="Jatah November") == 303
    assert write(client, "moved", "50", goal=DISTRICT) == 303
    assert write(client, "counted", "47", place=DISTRICT, reason="tiga rusak di kecamatan") == 303
    assert (stock(desk), stock(desk, DISTRICT)) == (1300, 47)
    page = client.get("/cetak/blangko").text
    assert "tiga rusak di kecamatan" in page and "1.300" in page and "tidak seimbang" not in page


@pytest.mark.parametrize(
    ("movement", "pieces", "form", "says"),
    [("received", "sepuluh", {}, "Jumlah keping"), ("returned", "5", {}, "Tulis sebabnya"),
     ("spoiled", "101", {"reason": "banjir"}, "tinggal 100"), ("moved", "5", {}, "tempat tujuan"),
     ("stolen", "5", {}, "Pilih dulu perubahan"), ("moved", "5", {"goal": "64.72.01"}, "bukan milik kantor Anda")],
)  # fmt: skip
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(
    desk: Desk, client: Client, movement: str, pieces: str, form: dict[str, str], says: str
) -> None:
    answer = noted(client, movement, pieces, **form)
    assert answer.status_code == 409 and says in answer.text and f'value="{pieces}"' in answer.text
    assert stock(desk) == 100


def test_the_end_is_told_two_weeks_before(desk: Desk, office: Office, client: Client) -> None:
    write(client, "used", "60")
    began = next(book for book in desk.all(BlankBook) if book.blank == "ktp")
    desk.change(began, created_at=AT - timedelta(weeks=6))
    for page in ("/cetak", "/cetak/blangko"):
        assert "alert-warning" not in client.get(page).text  # 40 pieces do for 18 days
    write(client, "used", "20")
    for page in ("/cetak", "/cetak/blangko"):
        assert "tinggal 20 keping, habis dalam 7 hari" in client.get(page).text
    assert "<b>7</b> <span>hari lagi blangko habis" in client.get("/hari-ini").text
    supervisor = desk.client(desk.officer(office, "supervisor"))
    assert "hari lagi blangko habis" in supervisor.get("/hari-ini").text
    assert "hari lagi blangko habis" not in desk.client(desk.officer(office, "post")).get("/hari-ini").text


def test_a_machine_is_noted_and_breaks(desk: Desk, client: Client) -> None:
    client.post("/cetak/alat", kind="printer", name="Printer 1", place=DISTRICT, year="2019", daily_capacity="200")
    client.post("/cetak/alat/1", state="broken", place="", daily_capacity="150", note="kepala cetak bergaris")
    (device,) = desk.all(Device)
    assert (device.state, device.place, device.daily_capacity, device.state_since) == ("broken", "", 150, AT)
    page = client.get("/cetak/alat").text
    assert "6 tahun" in page and "kepala cetak bergaris" in page and "150 sehari" in page
    assert "<summary>Ubah</summary>" in page


def test_another_offices_machine_is_not_there(desk: Desk, office: Office, client: Client) -> None:
    client.post("/cetak/alat", kind="printer", name="Printer 1", place="", year="", daily_capacity="200")
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "printing"))
    assert other.post("/cetak/alat/1", state="lent", place="", daily_capacity="1", note="").status_code == 404
    assert desk.all(Device)[0].state == "working" and "Printer 1" not in other.get("/cetak/alat").text


def test_a_machine_of_a_wrong_year_is_asked_again(desk: Desk, client: Client) -> None:
    answer = client.post("/cetak/alat", kind="printer", name="Printer 9", place="", year="2099", daily_capacity="200")
    assert answer.status_code == 409 and 'value="Printer 9"' in answer.text and desk.all(Device) == []


def test_more_entries_take_no_more_statements(desk: Desk, client: Client) -> None:
    counted = []
    for _ in range(2):
        write(client, "received", "5")
        with statements(desk.database) as seen:
            client.get("/cetak/blangko")
        counted.append(len(seen))
    assert counted[0] == counted[1] and len(desk.all(BlankEntry)) == 4
