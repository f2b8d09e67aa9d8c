"""The administrator's officers, and everybody's own password."""

from __future__ import annotations

import re
from typing import Any

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY

from registry.models import AuditEntry, Office, Officer, Ticket, TicketState
from tests.backoffice.conftest import PASSWORD, Client, Desk


@pytest.fixture
def admin(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "admin", name="Ayu Contoh")


@pytest.fixture
def client(desk: Desk, admin: Officer) -> Client:
    return desk.client(admin)


def test_a_password_is_hashed_as_strongly_as_rfc_9106_asks(strong_hasher: PasswordHasher) -> None:
    assert extract_parameters(strong_hasher.hash(PASSWORD)) == RFC_9106_LOW_MEMORY


def shown_password(answer: Any) -> str:
    found = re.search(r"<code>([a-z0-9-]{14})</code>", answer.text)
    assert found, answer.text
    return found[1]


def test_a_new_officer_signs_in_with_the_password_shown_once(desk: Desk, client: Client) -> None:
    answer = client.post("/petugas", username="Budi.BPP", name="Budi Contoh", role=["counter", "post"])
    password = shown_password(answer)
    assert password not in client.get("/petugas").text
    budi = desk.client()
    budi.post("/masuk", username="budi.bpp", password=password)
    budi.post("/akun", old=password, new="kata yang saya pilih")
    budi.post("/masuk", username="budi.bpp", password="kata yang saya pilih")
    assert budi.get("/antrean").status_code == 200 and budi.get("/petugas").status_code == 403
    assert desk.all(Officer)[-1].office_id == desk.all(Office)[0].id


@pytest.mark.parametrize(("given", "said"), [
    ({"username": "x"}, "Nama pengguna: 4 sampai 60"), ({"username": "budi bpp"}, "Nama pengguna: 4 sampai 60"),
    ({"username": "officer0"}, "sudah dipakai"), ({"name": " "}, "Tulis nama petugas"),
    ({"role": []}, "Pilih paling sedikit satu tugas"), ({"role": ["province"]}, "Pilih paling sedikit satu tugas"),
    ({"role": ["counter", "system"]}, "Pilih paling sedikit satu tugas"),
])  # fmt: skip
def test_what_cannot_be_is_told_and_kept(desk: Desk, client: Client, given: dict[str, Any], said: str) -> None:
    answer = client.post("/petugas", **{"username": "budi.bpp", "name": "Budi Contoh", "role": ["counter"], **given})
    assert answer.status_code == 409 and said in answer.text and len(desk.all(Officer)) == 1


def test_who_is_shut_out_is_out_at_once_and_may_come_back(desk: Desk, client: Client, office: Office) -> None:
    officer = desk.officer(office, "counter")
    theirs = desk.client(officer)
    client.post(f"/petugas/{officer.id}/nonaktif")
    assert theirs.get("/antrean").status_code == 303
    assert theirs.post("/masuk", username=officer.username, password=PASSWORD).status_code == 401
    client.post(f"/petugas/{officer.id}/aktif")
    assert theirs.post("/masuk", username=officer.username, password=PASSWORD).status_code == 303


@pytest.mark.parametrize(("path", "form"), [("nonaktif", {}), ("ubah", {"name": "Budi", "role": ["printing"]})])
def test_what_somebody_held_who_checks_no_more_goes_back_to_the_queue(
    desk: Desk, client: Client, office: Office, path: str, form: dict[str, Any]
) -> None:
    officer, case = desk.officer(office, "counter"), desk.case(office)
    desk.client(officer).post(f"/permohonan/{case.id}/ambil")
    assert desk.again(case).officer_id == officer.id
    talk = desk.add(
        Ticket(contact_id=case.contact_id, office_id=office.id, state=TicketState.OPEN, officer_id=officer.id)
    )
    client.post(f"/petugas/{officer.id}/{path}", **form)
    assert (desk.again(case).state, desk.again(case).officer_id) == ("submitted", None)
    assert (desk.again(talk).state, desk.again(talk).officer_id) == ("waiting", None)
    row = next(entry for entry in desk.all(AuditEntry) if entry.action == "case_released")
    assert row.subject == f"officer:{officer.id}"


def test_new_duties_hold_from_the_next_click(desk: Desk, client: Client, office: Office) -> None:
    officer = desk.officer(office, "counter")
    theirs = desk.client(officer)
    client.post(f"/petugas/{officer.id}/ubah", name="Budi Contoh", role=["printing"])
    assert (desk.again(officer).name, desk.again(officer).roles) == ("Budi Contoh", ["printing"])
    assert theirs.get("/antrean").status_code == 403 and theirs.get("/cetak").status_code == 200


def test_a_forgotten_password_is_given_anew(desk: Desk, client: Client, office: Office) -> None:
    officer = desk.officer(office, "counter")
    theirs = desk.client(officer)
    password = shown_password(client.post(f"/petugas/{officer.id}/sandi"))
    assert theirs.get("/antrean").status_code == 303  # the old session has ended
    assert theirs.post("/masuk", username=officer.username, password=password).status_code == 303
    assert theirs.get("/antrean").headers["Location"] == "/akun"
    assert theirs.post("/akun/kode", code="123456").headers["Location"] == "/akun"  # nothing else before their own
    page = theirs.get("/akun").text
    assert "Sandi ini dibuatkan untuk Anda" in page and "/antrean" not in page and "/akun/kode" not in page
    same = theirs.post("/akun", old=password, new=password)
    assert same.status_code == 409 and "masih sama" in same.text
    theirs.post("/akun", old=password, new="kata yang saya pilih")
    theirs.post("/masuk", username=officer.username, password="kata yang saya pilih")
    assert theirs.get("/antrean").status_code == 200 and not desk.again(officer).password_given


@pytest.mark.parametrize(("path", "form"), [("nonaktif", {}), ("ubah", {"name": "Ayu", "role": ["counter"]})])
def test_an_office_never_loses_its_administrator_by_a_slip(
    desk: Desk, client: Client, admin: Officer, path: str, form: dict[str, Any]
) -> None:
    assert client.post(f"/petugas/{admin.id}/{path}", **form).status_code == 409
    assert (desk.again(admin).roles, desk.again(admin).disabled_at) == (["admin"], None)


def test_a_lost_telephone_is_signed_out(desk: Desk, client: Client, office: Office) -> None:
    officer = desk.officer(office, "counter")
    theirs = desk.client(officer)
    client.post(f"/petugas/{officer.id}/keluar")
    assert theirs.get("/antrean").status_code == 303
    assert theirs.post("/masuk", username=officer.username, password=PASSWORD).status_code == 303


@pytest.mark.parametrize("path", ["ubah", "sandi", "nonaktif", "aktif", "keluar"])
def test_another_offices_officer_is_not_there(desk: Desk, client: Client, path: str) -> None:
    theirs = desk.officer(desk.office("SMD", "64.72"), "counter")
    assert client.post(f"/petugas/{theirs.id}/{path}", name="x", role=["admin"]).status_code == 404
    assert desk.again(theirs) == theirs


def test_ones_own_password(desk: Desk, office: Office) -> None:
    officer = desk.officer(office, "counter")
    client = desk.client(officer)
    assert client.post("/akun", old="salah", new="empat kata yang baru").status_code == 409
    assert "paling sedikit 12" in client.post("/akun", old=PASSWORD, new="pendek").text
    assert client.post("/akun", old=PASSWORD, new="empat kata yang baru").headers["Location"] == "/masuk"
    assert client.get("/antrean").status_code == 303
    assert client.post("/masuk", username=officer.username, password="empat kata yang baru").status_code == 303
    assert "password_changed" in [entry.action for entry in desk.all(AuditEntry)]


def test_who_is_shut_out_holding_cases_hands_them_back_and_it_is_said(
    desk: Desk, client: Client, office: Office
) -> None:
    officer, case = desk.officer(office, "counter", name="Budi Contoh"), desk.case(office)
    desk.client(officer).post(f"/permohonan/{case.id}/ambil")
    page = client.get("/petugas").text
    assert "memegang 1 permohonan" in page and "kembali ke antrean: 1 permohonan, 0 percakapan" in page
    client.post(f"/petugas/{officer.id}/nonaktif")
    assert "Kembali ke antrean: 1 permohonan, 0 percakapan." in client.get("/petugas").text
    assert (desk.again(case).officer_id, desk.again(case).state) == (None, "submitted")
    released = next(entry for entry in desk.all(AuditEntry) if entry.action == "case_released")
    assert (released.case_id, released.subject) == (case.id, f"officer:{officer.id}")
