"""An office's web form: a file is read, its columns are paired, and what gave no request is told by line."""

from __future__ import annotations

import io
from typing import Any

import pytest

from bot.interviews import Interviews
from bot.wording import Wording
from notifications.queues import Queue
from registry import cases
from registry.form_door.taking import Taker
from registry.models import AnswerState, AuditEntry, Case, Event, FormAnswer, Office, WebForm
from registry.places.regions import load_regions
from tests.backoffice.conftest import AT, Client, Desk

HEAD = "Timestamp;Nama lengkap;NIK;Hilang atau rusak;Fotokopi;Kelurahan;Nomor HP"
RINA = "2025/11/20 10:32:11 AM GMT+8;Rina Contoh;6471044506900000;Hilang;Tidak ada;Karang Rejo;0812-0000-0001"
BAD = "2025/11/21 10:32:11 AM GMT+8;Bima Contoh;6471;Hilang;Tidak ada;Karang Rejo;12"
PAIRED: dict[str, Any] = {
    "phone": "Nomor HP", "time": "Timestamp", "column.name": "Nama lengkap", "column.nik": "NIK",
    "column.reason": "Hilang atau rusak", "column.still_have": "Fotokopi", "column.village": "Kelurahan",
    "channel": "sms", "since": "",
}  # fmt: skip


@pytest.fixture
def admin(desk: Desk, office: Office) -> Client:
    desk.contact(office)  # the office has a number to write from
    return desk.client(desk.officer(office, "admin"))


def table(*rows: str, head: str = HEAD) -> tuple[io.BytesIO, str]:
    return io.BytesIO(written(*rows, head=head)), "jawaban.csv"


def written(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join((head, *rows)).encode("utf-8-sig")


def made(admin: Client, *rows: str) -> Any:
    return admin.post("/formulir", name="KK hilang", service="KK-HR", file=table(*(rows or (RINA,))))


def paired(admin: Client, **changes: Any) -> Any:
    return admin.post("/formulir/1/kolom", **(PAIRED | changes))


def take_in(desk: Desk) -> None:
    read_by = Interviews(desk.database, cases.services(), load_regions(), Wording())
    Taker(desk.database, cases.services(), read_by, lambda: AT, official=False).run()


def test_a_form_is_made_with_its_first_file(desk: Desk, admin: Client) -> None:
    answer = made(admin)
    assert (answer.status_code, answer.location) == (303, "/formulir/1")
    (form,) = desk.all(WebForm)
    assert (form.name, form.service, form.headings) == ("KK hilang", "KK-HR", HEAD.split(";"))
    assert [each.state for each in desk.all(FormAnswer)] == [AnswerState.WAITING]


def test_its_columns_are_guessed_and_an_answer_is_shown_as_read(admin: Client) -> None:
    made(admin)
    page = admin.get("/formulir/1").text
    assert '<option value="NIK" selected>' in page
    assert '<option value="Nomor HP" selected>' in page
    assert '<option value="Timestamp" selected>' in page
    assert "+6281200000001" in page


def test_who_puts_a_choice_right_reads_what_there_is_to_choose(desk: Desk, admin: Client) -> None:
    made(admin, RINA.replace("Hilang", "Terbakar"))
    paired(admin)
    take_in(desk)
    assert "Pilih salah satu. Hilang / Rusak" in admin.get("/formulir/1").text


def test_the_preview_reads_by_what_is_chosen_and_keeps_nothing(desk: Desk, admin: Client) -> None:
    made(admin)
    page = paired(admin, preview="on").text
    assert "lengkap" in page
    assert "64.71.04.1003" in page or "Karang Rejo" in page
    assert desk.all(WebForm)[0].mapped_at is None


def test_saved_columns_are_remembered_and_the_answers_become_requests(desk: Desk, admin: Client) -> None:
    made(admin)
    assert paired(admin).status_code == 303
    assert Queue.FORMS in desk.bell.rung
    take_in(desk)
    (case,) = desk.all(Case)
    assert case.answers["name"] == "Rina Contoh"
    assert [event.body["name"] for event in desk.all(Event)] == ["form_received"]
    assert '<option value="Fotokopi" selected>' in admin.get("/formulir/1").text


def test_the_same_file_again_doubles_nothing(desk: Desk, admin: Client) -> None:
    made(admin)
    paired(admin)
    take_in(desk)
    assert admin.post("/formulir/1/berkas", file=table(RINA)).status_code == 303
    assert "0 jawaban baru, 1 sudah ada" in admin.get("/formulir/1").text
    take_in(desk)
    assert len(desk.all(Case)) == 1


def test_what_gave_no_request_is_told_by_line_with_what_to_do(desk: Desk, admin: Client) -> None:
    made(admin, RINA, BAD)
    paired(admin)
    take_in(desk)
    page = admin.get("/formulir/1").text
    assert '<td class="number">3</td>' in page
    assert "nomor HP tidak bisa dibaca" in page
    assert "NIK ada 16 angka" in page


def test_a_faulty_answer_is_put_right_and_becomes_a_request(desk: Desk, admin: Client) -> None:
    made(admin, BAD)
    paired(admin)
    take_in(desk)
    for heading, value in (("NIK", "6471044506900000"), ("Nomor HP", "0812-0000-0001")):
        assert admin.post("/formulir/1/jawaban/1/betulkan", heading=heading, value=value).status_code == 303
        take_in(desk)
    assert [case.answers["nik"] for case in desk.all(Case)] == ["6471044506900000"]
    admin.post("/formulir/1/berkas", file=table(BAD))
    assert len(desk.all(FormAnswer)) == 1


@pytest.mark.parametrize(("heading", "value", "status"), [("NIK", " ", 409), ("Entah", "1", 404)])
def test_what_is_no_correction_changes_nothing(
    desk: Desk, admin: Client, heading: str, value: str, status: int
) -> None:
    made(admin, BAD)
    paired(admin)
    take_in(desk)
    answer = admin.post("/formulir/1/jawaban/1/betulkan", heading=heading, value=value)
    assert answer.status_code == status
    assert desk.all(FormAnswer)[0].state is AnswerState.FAULTY


def test_a_dropped_answer_is_emptied_and_does_not_come_back(desk: Desk, admin: Client) -> None:
    made(admin, BAD)
    paired(admin)
    take_in(desk)
    assert admin.post("/formulir/1/jawaban/1/buang").status_code == 303
    admin.post("/formulir/1/berkas", file=table(BAD))
    (answer,) = desk.all(FormAnswer)
    assert (answer.state, answer.cells) == (AnswerState.DROPPED, None)
    assert admin.post("/formulir/1/jawaban/1/buang").status_code == 409


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (written("a;b", head="Nama;Alamat"), "Ini berkas dari formulir lain"),
        (written(RINA + ";x", head=HEAD + ";NIK"), "Kolom NIK ada dua"),
        (written(), "belum berisi baris"),
        (b"%PDF-1.7", "bukan CSV atau XLSX"),
        (b"", "Pilih berkasnya dulu"),
    ],
)
def test_a_file_of_another_shape_is_answered(admin: Client, file: bytes, words: str) -> None:
    made(admin)
    paired(admin)
    answer = admin.post("/formulir/1/berkas", file=(io.BytesIO(file), "jawaban.csv"))
    assert answer.status_code == 409
    assert words in answer.text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"phone": ""}, "Pilih kolom nomor HP"),
        ({"column.nik": ""}, "Belum ada kolom untuk: NIK"),
        ({"column.nik": "Entah"}, "Kolom Entah tidak ada"),
        ({"since": "entah"}, "Tanggal mulai belum terbaca"),
        ({"since": "01-11-2025", "time": ""}, "Pilih kolom waktu"),
    ],
)
def test_a_map_that_gives_no_request_is_refused(admin: Client, changes: dict[str, str], words: str) -> None:
    made(admin)
    answer = paired(admin, **changes)
    assert answer.status_code == 409
    assert words in answer.text


def test_a_name_is_given_once(admin: Client) -> None:
    made(admin)
    answer = made(admin)
    assert answer.status_code == 409
    assert "sudah dipakai" in answer.text


def test_a_key_is_shown_once(desk: Desk, admin: Client) -> None:
    made(admin)
    page = admin.post("/formulir/1/kunci").text
    secret = desk.all(WebForm)[0].secret
    assert secret and secret in page
    assert secret not in admin.get("/formulir/1").text


def test_another_offices_form_is_not_there(desk: Desk, admin: Client) -> None:
    made(admin)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "admin"))
    assert [other.get("/formulir/1").status_code, other.post("/formulir/1/kunci").status_code] == [404, 404]
    assert other.post("/formulir/1/berkas", file=table(RINA)).status_code == 404


def test_who_only_checks_has_no_forms(client: Client) -> None:
    assert client.get("/formulir").status_code == 403


def test_looking_at_answers_is_noted(desk: Desk, admin: Client) -> None:
    made(admin)
    admin.get("/formulir/1")
    assert "web_form_viewed" in [entry.action for entry in desk.all(AuditEntry)]
