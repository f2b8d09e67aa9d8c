"""What an office does differently with a service, from its administrator's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from registry import cases
from registry.models import AuditEntry, Office, ServiceRule
from registry.offices import service_rules
from tests.backoffice.conftest import Client, Desk


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    cases.services().take({})


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "admin", name="Ayu Contoh"))


def save(client: Client, code: str, **given: Any) -> Any:
    form: dict[str, Any] = {"seen": service_rules.version(cases.services(), "BPP", code), **given}
    return client.post(f"/kantor/layanan/{code}", **form)


def test_a_rule_holds_for_this_office_alone_and_is_noted(desk: Desk, client: Client, office: Office) -> None:
    given = {"off": "", "sla_hours": "6", "papers_by": "page", "paper": ["birth_certificate", ""]}
    assert save(client, "KTP-H", **given).status_code == 303
    kept = desk.all(ServiceRule)[0]
    assert (kept.office_id, kept.rule) == (
        office.id,
        {"sla_hours": 6, "papers_by": "page", "paper": ["birth_certificate"]},
    )
    client.get("/kantor/layanan")
    assert (cases.services().at("BPP", "KTP-H").sla_hours, cases.services().at("SMD", "KTP-H").sla_hours) == (6, 24)
    entry = next(entry for entry in desk.all(AuditEntry) if entry.action == "service_rule_changed")
    assert entry.fields == ["KTP-H", "paper", "papers_by", "sla_hours"]
    assert "Ayu Contoh" in client.get("/kantor").text


def test_what_is_emptied_is_as_everywhere_again(desk: Desk, client: Client) -> None:
    save(client, "IKD", off="yes")
    assert "tidak lewat chat</span>" in client.get("/kantor/layanan").text and cases.services().is_off("BPP", "IKD")
    save(client, "IKD", off="")
    client.get("/kantor/layanan")
    assert not cases.services().is_off("BPP", "IKD") and desk.all(ServiceRule)[0].rule == {}


@pytest.mark.parametrize(("given", "said"), [
    ({"sla_hours": "besok"}, "Janji (jam kerja): tulis angka"), ({"sla_hours": "0"}, "Janji (jam kerja): tulis angka"),
    ({"paper": ["police_letter"]}, "sudah diminta atau tidak"), ({"paper": ["gold"]}, "sudah diminta atau tidak"),
    ({"papers_by": "pigeon"}, "sudah diminta atau tidak"), ({"seen": "x"}, "baru saja diubah orang lain"),
])  # fmt: skip
def test_what_start_up_would_refuse_is_refused(desk: Desk, client: Client, given: dict[str, Any], said: str) -> None:
    answer = save(client, "KTP-H", **given)
    assert answer.status_code == 409 and said in answer.text and desk.all(ServiceRule) == []


def test_an_unknown_service_is_not_there(desk: Desk, client: Client) -> None:
    assert client.post("/kantor/layanan/GONE", seen="x").status_code == 404


def test_a_refusal_stands_once_in_the_services_open_form(client: Client) -> None:
    page = save(client, "AKL", sla_hours="abc").text
    assert page.count("Janji (jam kerja): tulis") == 1 and page.count("<details open>") == 1
    assert (
        page.index('<tr id="AKL">')
        < page.index("Janji (jam kerja): tulis")
        < page.index('name="sla_hours"', page.index('<tr id="AKL">'))
    )
    assert 'data-field="sla_hours" data-written="" data-path="/kantor/layanan/AKL"' in page


def test_a_portrait_is_called_a_photo(client: Client) -> None:
    page = client.get("/kantor/layanan").text
    assert ">Pas foto anak 2x3<" in page and "Anak berwarna" not in page
