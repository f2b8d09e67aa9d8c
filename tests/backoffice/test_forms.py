"""The forms of a case: filled from the answers and the register, for whoever may read the case."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from registry.models import AuditEntry, Case, Office
from tests.backoffice.conftest import NIK, Client, Desk
from tests.registry.issuing.reading import spoken


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.resident(NIK, name="Rina Contoh", relation="Kepala Keluarga")
    return desk.office()


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


def form(client: Client, case: Case, code: str) -> Any:
    return client.get(f"/permohonan/{case.id}/formulir/{code}")


def test_the_page_of_a_case_offers_its_forms(client: Client, case: Case) -> None:
    assert f"/permohonan/{case.id}/formulir/F-1.02" in client.get(f"/permohonan/{case.id}").text


def test_a_form_holds_answers_register_and_number(client: Client, case: Case) -> None:
    answer = form(client, case, "F-1.02")
    assert answer.headers["Content-Disposition"] == f"attachment; filename=F-1.02-{case.number}.pdf"
    written = spoken(answer.data)
    for each in ("Rina Contoh", NIK, "6471041203150000", "Jl. Contoh 5", f"permohonan {case.number}"):
        assert each in written


def test_a_form_is_tagged_a4(client: Client, case: Case) -> None:
    pdf = pikepdf.open(BytesIO(form(client, case, "F-1.02").data))
    assert "/StructTreeRoot" in pdf.Root
    assert [round(float(size)) for size in pdf.pages[0].MediaBox][2:] == [595, 842]


def test_whoever_looks_is_written_down(desk: Desk, client: Client, case: Case) -> None:
    form(client, case, "F-1.02")
    assert [entry.subject for entry in desk.all(AuditEntry) if entry.action == "form_viewed"] == ["form:F-1.02"]


@pytest.mark.parametrize("code", ["F-2.01", "F-1.07", "F-9.99", "..%2Fx"])
def test_a_form_that_is_not_of_the_case_is_not_there(client: Client, case: Case, code: str) -> None:
    assert form(client, case, code).status_code == 404


def test_another_office_does_not_see_them(desk: Desk, case: Case) -> None:
    elsewhere = desk.client(desk.officer(desk.office("SMD", region="64.72"), "counter"))
    assert form(elsewhere, case, "F-1.02").status_code == 404
