"""The list of registered helpers, and what the page of a case says about its telephone."""

from __future__ import annotations

from typing import Any

import pytest

from registry.models import Case, Contact, Helper, Office
from tests.backoffice.conftest import Client, Desk


@pytest.fixture
def case(desk: Desk) -> Case:
    return desk.case(desk.office(), kk_number="6471041203150000")


@pytest.fixture
def office(desk: Desk, case: Case) -> Office:
    return desk.all(Office)[0]


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "admin"))


def register(client: Client, **given: Any) -> Any:
    form: dict[str, Any] = {"phone": "0812 0000 0012", "name": "Pak RT 05", "role": "rt", "limit": "30"} | given
    return client.post("/pendamping", **form)


def test_a_helper_is_registered_and_removed(desk: Desk, client: Client) -> None:
    assert register(client).status_code == 303
    page = client.get("/pendamping").text
    assert "Pak RT 05" in page and "+6281200000012" in page
    client.post("/pendamping/1/hapus")
    assert desk.all(Helper) == []


@pytest.mark.parametrize(
    "given",
    [
        {"phone": "12"},
        {"phone": "0812345"},
        {"phone": "0541 77"},
        {"limit": "x"},
        {"limit": ""},
        {"role": "calo"},
        {"name": ""},
    ],
)
def test_what_cannot_be_right_comes_back_with_what_was_typed(client: Client, given: dict[str, str]) -> None:
    answer = register(client, **{"name": "Bu Bidan", **given})
    assert answer.status_code == 409 and ("Bu Bidan" in answer.text or "name" in given)


def test_a_case_tells_of_its_telephone(desk: Desk, office: Office, case: Case) -> None:
    counter = desk.client(desk.officer(office, "counter"))
    assert "keluarga dalam 30 hari" not in counter.get(f"/permohonan/{case.id}").text
    contact = desk.all(Contact)[0]
    register(desk.client(desk.officer(office, "supervisor")), phone=contact.address, role="midwife", name="Bu Bidan")
    page = counter.get(f"/permohonan/{case.id}").text
    assert "Bidan terdaftar: Bu Bidan" in page and "1 keluarga dalam 30 hari (batas 30)" in page


def test_the_telephone_of_a_case_is_filled_in(desk: Desk, office: Office, case: Case) -> None:
    supervisor = desk.client(desk.officer(office, "supervisor"))
    address = desk.all(Contact)[0].address
    assert f'value="{address}"' in supervisor.get(f"/pendamping?permohonan={case.id}").text
    assert supervisor.get("/pendamping?permohonan=999").status_code == 404


def test_another_offices_helpers_are_its_own(desk: Desk, client: Client) -> None:
    register(client)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "admin"))
    assert "Pak RT 05" not in other.get("/pendamping").text
    assert other.post("/pendamping/1/hapus").status_code == 404
