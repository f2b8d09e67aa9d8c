"""Somebody stands in for the head for some days: signs with their own key, under their own name."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest

from registry.issuing import substitutes
from registry.issuing.certificates import Authority, issue_signatory
from registry.models import AuditEntry, Office, Officer, Substitute
from tests.backoffice.conftest import AT, Client, Desk

TODAY = date(2025, 11, 24)
PASSPHRASE = "contoh kata sandi"


@pytest.fixture
def deputy(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "supervisor", name="Budi Contoh")


@pytest.fixture
def admin(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "admin"))


def appoint(admin: Client, officer: Officer, first: date = TODAY, last: date = TODAY, **more: Any) -> int:
    form = {"officer": officer.id, "nip": "198001012005011000", "title": "Plh. Kepala Dinas", **more}
    answer = admin.post("/kantor/pengganti", first=f"{first:%d-%m-%Y}", last=f"{last:%d-%m-%Y}", **form)
    return int(answer.status_code)


def test_they_may_sign_on_these_days_only(desk: Desk, admin: Client, deputy: Officer) -> None:
    client = desk.client(deputy)
    assert client.get("/tanda-tangan").status_code == 403
    assert appoint(admin, deputy) == 303
    assert client.get("/tanda-tangan").status_code == 200
    desk.change(desk.all(Substitute)[0], last=TODAY - timedelta(days=1), first=TODAY - timedelta(days=1))
    assert client.get("/tanda-tangan").status_code == 403
    assert "substitute_appointed" in [entry.action for entry in desk.all(AuditEntry)]


def test_their_name_stands_on_the_documents(desk: Desk, admin: Client, deputy: Officer, office: Office) -> None:
    appoint(admin, deputy, TODAY, TODAY + timedelta(days=3))
    with desk.database.reading() as session:
        days = (TODAY, TODAY + timedelta(days=3), TODAY + timedelta(days=4))
        found = [substitutes.acting(session, office.id, day) for day in days]
    assert [each.name if each else None for each in found] == ["Budi Contoh", "Budi Contoh", None]


def test_when_the_head_is_back_it_ends_at_once(desk: Desk, admin: Client, deputy: Officer) -> None:
    appoint(admin, deputy, TODAY, TODAY + timedelta(days=30))
    assert "Budi Contoh" in admin.get("/kantor").text
    admin.post(f"/kantor/pengganti/{desk.all(Substitute)[0].id}/selesai")
    assert desk.client(deputy).get("/tanda-tangan").status_code == 403


@pytest.mark.parametrize("given", [
    {"last": TODAY - timedelta(days=1)}, {"first": TODAY - timedelta(days=9), "last": TODAY - timedelta(days=8)},
    {"last": TODAY + timedelta(days=400)}, {"title": " "}, {"nip": ""}, {"nip": "x"}, {"nip": "12345"},
])  # fmt: skip
def test_what_cannot_be_is_refused(desk: Desk, admin: Client, deputy: Officer, given: dict[str, Any]) -> None:
    assert appoint(admin, deputy, **given) == 409 and desk.all(Substitute) == []


@pytest.mark.parametrize("role", ["counter", "printing", "post", "admin"])
def test_who_answers_for_nobodys_decisions_stands_in_for_nobody(
    desk: Desk, admin: Client, office: Office, role: str
) -> None:
    clerk = desk.officer(office, role, name="Ayu Contoh")
    page = admin.get("/kantor").text
    assert "Ayu Contoh</option>" not in page and "Belum ada pengawas" in page
    assert appoint(admin, clerk) == 409 and desk.all(Substitute) == []
    assert desk.client(clerk).get("/tanda-tangan").status_code == 403


def test_nobody_appoints_themselves(desk: Desk, office: Office) -> None:
    both = desk.officer(office, "admin", "supervisor")
    assert appoint(desk.client(both), both) == 409 and desk.all(Substitute) == []


def test_who_loses_the_duty_stands_in_no_more(desk: Desk, admin: Client, deputy: Officer) -> None:
    appoint(admin, deputy)
    admin.post(f"/petugas/{deputy.id}/ubah", name="Budi Contoh", role=["counter"])
    assert desk.all(Substitute)[0].ended_at is not None


def test_what_was_typed_is_still_there(admin: Client, deputy: Officer) -> None:
    form: dict[str, Any] = {"officer": deputy.id, "nip": "1980", "title": "Plh.", "last": "05-03-2026"}
    form["first"] = "31-02-2026"
    page = admin.post("/kantor/pengganti", **form).text
    assert all(f'value="{form[name]}"' in page for name in ("nip", "title", "first", "last"))


def test_who_has_no_key_yet_is_appointed_with_a_word_of_warning(
    desk: Desk, office: Office, admin: Client, deputy: Officer
) -> None:
    appoint(admin, deputy)
    page = admin.get("/kantor").text
    assert "kunci tanda tangannya belum dipasang" in page and "198001012005011000" in page
    assert 'href="/akun"' in desk.client(deputy).get("/tanda-tangan").text


def test_who_is_shut_out_stands_in_no_more(desk: Desk, admin: Client, deputy: Officer) -> None:
    appoint(admin, deputy, TODAY, TODAY + timedelta(days=3))
    admin.post(f"/petugas/{deputy.id}/nonaktif")
    assert desk.all(Substitute)[0].ended_at is not None


def test_only_one_stands_in_and_only_for_the_own_office(desk: Desk, admin: Client, deputy: Officer) -> None:
    foreign = desk.officer(desk.office("SMD", "64.72"), "counter")
    assert appoint(admin, foreign) == 404
    assert (appoint(admin, deputy), appoint(admin, deputy)) == (303, 409)


def test_a_signatory_leaves_a_key_that_the_passphrase_opens(desk: Desk, office: Office, authority: Authority) -> None:
    head = desk.officer(office, "signatory")
    client = desk.client(head)
    key = issue_signatory(authority, name="Ratna", nip="196500000000000000", passphrase=PASSPHRASE, at=AT)
    assert client.post("/akun/kunci", key=(io.BytesIO(key), "k.p12"), passphrase="salah").status_code == 409
    assert client.post("/akun/kunci", key=(io.BytesIO(b"no key"), "k.p12"), passphrase=PASSPHRASE).status_code == 409
    assert client.post("/akun/kunci", signing_nik="123").status_code == 409
    assert desk.again(head).signing_key is None
    given: dict[str, Any] = {
        "key": (io.BytesIO(key), "k.p12"),
        "passphrase": PASSPHRASE,
        "signing_nik": "6471010506900000",
    }
    assert client.post("/akun/kunci", **given).status_code == 303
    assert desk.store.get(str(desk.again(head).signing_key)) == key
    assert desk.again(head).signing_nik == "6471010506900000"
    for nothing in ("", "6471010506900000"):
        unchanged = client.post("/akun/kunci", signing_nik=nothing)
        assert unchanged.status_code == 409 and "Tidak ada yang diubah" in unchanged.text


def test_one_time_after_the_other_holds_each_on_its_days(desk: Desk, admin: Client, deputy: Officer) -> None:
    yesterday = TODAY - timedelta(days=1)
    assert appoint(admin, deputy, yesterday, TODAY) == 303
    desk.change(desk.all(Substitute)[0], last=yesterday)
    assert desk.client(deputy).get("/tanda-tangan").status_code == 403
    assert appoint(admin, deputy, TODAY, TODAY + timedelta(days=2)) == 303
    assert desk.client(deputy).get("/tanda-tangan").status_code == 200
