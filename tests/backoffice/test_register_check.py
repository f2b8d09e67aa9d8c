"""What the centre's data service said stands beside the answers; what it did not say can be asked for again."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from registry.models import AuditEntry, Case, CheckState, Office, RegisterCheck, Unchecked
from registry.offices import settings
from tests.backoffice.conftest import AT, Client, Desk


@pytest.fixture
def office(office: Office, desk: Desk) -> Office:
    return desk.change(office, lookups_a_day=50)


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


def came_to(desk: Desk, case: Case, **values: Any) -> None:
    with desk.database.writing() as session:
        session.get_one(RegisterCheck, case.id).sqlmodel_update({"due_at": None, "at": AT, **values})


def page(client: Client, case: Case) -> str:
    return str(client.get(f"/permohonan/{case.id}").text)


def test_a_new_case_waits_to_be_checked(client: Client, case: Case) -> None:
    assert "Menunggu dicek ke data kependudukan pusat" in page(client, case)


def test_what_agrees_is_said_beside_the_answer(desk: Desk, client: Client, case: Case) -> None:
    came_to(desk, case, state=CheckState.MATCHED, same={"name": True})
    shown = page(client, case)
    assert "Cocok dengan data kependudukan pusat" in shown
    assert shown.count("sama dengan register") == 1
    assert "terbukti" in shown


def test_what_differs_is_said_and_no_value_shown(desk: Desk, client: Client, case: Case) -> None:
    came_to(desk, case, state=CheckState.DIFFERS, same={"name": False})
    shown = page(client, case)
    assert "berbeda dengan data kependudukan" in shown
    assert "sama dengan register" not in shown
    assert "Nama berbeda dengan register" in shown


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Unchecked.DOWN, "tidak bisa dihubungi"),
        (Unchecked.SLOW, "terlalu lama"),
        (Unchecked.QUOTA, "jatah pengecekan"),
        (Unchecked.GARBLED, "tidak bisa dibaca"),
        (Unchecked.REFUSED, "menolak akun"),
        (Unchecked.NOT_SET_UP, "belum diisi"),
    ],
)
def test_not_checked_tells_why_and_the_case_can_be_decided(
    desk: Desk, client: Client, case: Case, why: Unchecked, words: str
) -> None:
    came_to(desk, case, state=CheckState.NOT_CHECKED, why=why, due_at=AT + timedelta(minutes=5))
    shown = page(client, case)
    assert "Belum dicek" in shown
    assert words in shown
    assert "Dicoba lagi" in shown
    rest = ["paper:police_letter", "paper:ktp", "register"]
    assert client.post(f"/permohonan/{case.id}/setujui", rest=rest).status_code == 303


def test_the_button_asks_again(desk: Desk, client: Client, case: Case) -> None:
    came_to(desk, case, state=CheckState.NOT_CHECKED, why=Unchecked.DOWN)
    assert "Cek lagi" in page(client, case)
    assert client.post(f"/permohonan/{case.id}/register").status_code == 303
    (check,) = desk.all(RegisterCheck)
    assert (check.state, check.why, check.due_at) == (CheckState.WAITING, None, AT)
    assert "register_asked_again" in [each.action for each in desk.all(AuditEntry)]


def test_what_was_answered_is_not_asked_again(desk: Desk, client: Client, case: Case) -> None:
    came_to(desk, case, state=CheckState.MATCHED, same={"name": True})
    answer = client.post(f"/permohonan/{case.id}/register")
    assert answer.status_code == 409
    assert "sudah dijawab" in answer.text


def test_a_case_from_before_can_be_checked(desk: Desk, client: Client, case: Case) -> None:
    with desk.database.writing() as session:
        session.delete(session.get_one(RegisterCheck, case.id))
    assert "masuk sebelum pengecekan dipakai" in page(client, case)
    client.post(f"/permohonan/{case.id}/register")
    assert desk.all(RegisterCheck)[0].state is CheckState.WAITING


def test_another_offices_case_is_not_there(desk: Desk, client: Client) -> None:
    other = desk.case(desk.office("SMD", "64.72"))
    assert client.post(f"/permohonan/{other.id}/register").status_code == 404


def test_an_office_that_asks_nobody_is_told_by_its_own_table(desk: Desk, client: Client, office: Office) -> None:
    desk.change(office, lookups_a_day=0)
    assert "NIK ini tidak ada di register" in page(client, desk.case(office))
    assert desk.all(RegisterCheck) == []


def test_the_administrator_sets_how_many(desk: Desk, office: Office) -> None:
    admin = desk.client(desk.officer(office, "admin"))
    shown = admin.get("/kantor").text
    assert "Terpakai hari ini: 0" in shown
    fields = dict(re.findall(r'name="(\w+)" class="form-control form-control-sm" value="([^"]*)"', shown))
    seen = settings.version(desk.again(office), "work")
    choices = {name: str(getattr(office, name)) for name in settings.CHOICES}
    given = {**choices, **fields, "seen": seen, "lookups_a_day": "1.250"}
    assert admin.post("/kantor/work", **given).status_code == 303
    assert desk.again(office).lookups_a_day == 1250
