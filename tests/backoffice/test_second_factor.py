"""The second factor: set up with an app, asked for at login, never taken twice; demanded of signatories and admins."""

from __future__ import annotations

import re
from dataclasses import replace

import pyotp
import pytest
from sqlalchemy import text

from backoffice.parts import Parts
from registry.models import AuditEntry, Office, Officer, SecondFactor
from tests.backoffice.conftest import AT, PASSWORD, Client, Desk


def code_of(desk: Desk, ahead: int = 0) -> str:
    return pyotp.TOTP(desk.all(SecondFactor)[0].secret).at(AT, ahead)


def set_up(desk: Desk, officer: Officer) -> list[str]:
    """The backup codes."""
    client = desk.client(officer)
    assert "data:image/svg+xml" in client.get("/akun/kode").text
    answer = client.post("/akun/kode", code=code_of(desk, -1))
    return re.findall(r"<li>([a-z0-9]{5}-[a-z0-9]{5})</li>", answer.text)


def typing(desk: Desk, officer: Officer, code: str) -> tuple[Client, int]:
    client = desk.client(officer)
    return client, client.post("/masuk/kode", code=code).status_code


@pytest.fixture
def officer(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "counter")


def demand(desk: Desk) -> None:
    joined: Parts = desk.app.extensions["backoffice"]
    settings = replace(joined.settings, second_factor="required")
    desk.app.extensions["backoffice"] = replace(joined, settings=settings)


def test_a_password_alone_is_not_enough_any_more(desk: Desk, officer: Officer) -> None:
    assert len(set_up(desk, officer)) == 10
    client = desk.client(officer)
    assert client.get("/antrean").headers["Location"].startswith("/masuk")
    assert client.post("/masuk/kode", code="000000").status_code == 401
    assert client.post("/masuk/kode", code=code_of(desk)).status_code == 303
    assert client.get("/antrean").status_code == 200


def test_no_code_is_taken_twice(desk: Desk, officer: Officer) -> None:
    backup = set_up(desk, officer)
    assert [typing(desk, officer, code_of(desk, step))[1] for step in (-1, 0, 0, 1, 0)] == [401, 303, 401, 303, 401]
    assert [typing(desk, officer, code)[1] for code in (backup[0].upper(), backup[0], backup[1])] == [303, 401, 303]
    assert len(desk.all(SecondFactor)[0].backup) == 8
    actions = [entry.action for entry in desk.all(AuditEntry)]
    assert actions.count("code_wrong") == 4 and actions.count("code_typed") == 4


def test_a_code_that_was_never_confirmed_asks_for_nothing(desk: Desk, officer: Officer) -> None:
    client = desk.client(officer)
    client.get("/akun/kode")
    assert client.post("/akun/kode", code="123456").status_code == 409
    assert desk.client(officer).get("/antrean").status_code == 200


def test_codes_cannot_be_tried_without_the_password_or_without_end(desk: Desk, officer: Officer) -> None:
    set_up(desk, officer)
    assert desk.client().post("/masuk/kode", code=code_of(desk)).headers["Location"].startswith("/masuk")
    guesser = desk.client(officer)
    assert [guesser.post("/masuk/kode", code="000000").status_code for _ in range(5)] == [401] * 5
    assert guesser.post("/masuk/kode", code=code_of(desk)).status_code == 401  # too fast: also the right one waits


def test_nothing_readable_is_kept(desk: Desk, officer: Officer) -> None:
    backup = set_up(desk, officer)
    with desk.database.reading() as session:
        kept = session.connection().execute(text("SELECT secret, backup FROM secondfactor")).one()
    assert desk.all(SecondFactor)[0].secret.encode() not in bytes(kept[0]) and backup[0] not in str(kept[1])


def test_signatories_and_administrators_set_it_up_before_anything_else(desk: Desk, office: Office) -> None:
    demand(desk)
    head, counter = desk.officer(office, "signatory"), desk.officer(office, "counter")
    client = desk.client(head)
    assert client.get("/tanda-tangan").headers["Location"] == "/akun/kode"
    assert client.post("/tanda-tangan/1", passphrase="x").headers["Location"] == "/akun/kode"
    assert "Penanda tangan dan admin memakai kode masuk" in client.get("/akun/kode").text
    client.post("/akun/kode", code=code_of(desk))
    assert client.get("/tanda-tangan").status_code == 200
    assert client.post("/akun/kode/lepas", old=PASSWORD).status_code == 409
    assert desk.client(counter).get("/antrean").status_code == 200


def test_who_may_takes_it_off_with_the_password(desk: Desk, officer: Officer) -> None:
    set_up(desk, officer)
    client, _ = typing(desk, officer, code_of(desk))
    assert client.post("/akun/kode/lepas", old="salah").status_code == 409 and desk.all(SecondFactor)
    assert client.post("/akun/kode/lepas", old=PASSWORD).status_code == 303 and not desk.all(SecondFactor)
    assert client.get("/antrean").status_code == 303


def test_the_administrator_takes_it_off_for_who_lost_the_phone(desk: Desk, office: Office, officer: Officer) -> None:
    set_up(desk, officer)
    admin = desk.client(desk.officer(office, "admin"))
    assert f"/petugas/{officer.id}/kode" in admin.get("/petugas").text
    foreign = desk.client(desk.officer(desk.office("SMD", "64.72"), "admin"))
    assert foreign.post(f"/petugas/{officer.id}/kode").status_code == 404 and desk.all(SecondFactor)
    assert admin.post(f"/petugas/{officer.id}/kode").status_code == 303 and not desk.all(SecondFactor)
    assert "factor_removed" in [entry.action for entry in desk.all(AuditEntry)]
