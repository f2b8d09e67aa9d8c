"""The requirements of a case: ticked one by one or at a press, kept, told in the history, shown before approving."""

from __future__ import annotations

import re

import pytest

from registry.lifecycle import CaseState
from registry.models import AuditEntry, Case, Event, EventKind, Office, Officer, Paper, PaperState, Tick, Upload
from tests.backoffice.conftest import CHECKED, NIK, Client, Desk

READ = {"police_letter": {"kinds": ["police_letter"], "lost": ["kk"]}, "ktp": {"kinds": ["ktp"], "numbers": [NIK]}}


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


def read(desk: Desk, case: Case) -> None:
    """As the machine reads good photos of both papers."""
    for paper in desk.all(Paper):
        for upload in desk.all(Upload):
            if upload.paper_id == paper.id:
                desk.read(upload, **READ[paper.key])


def ticked(desk: Desk) -> set[str]:
    return {each.point for each in desk.all(Tick)}


def test_each_requirement_stands_with_its_basis_and_its_papers(client: Client, case: Case) -> None:
    page = client.get(f"/permohonan/{case.id}").text
    assert "Dasar: Perpres 96/2018 Pasal 12; SE Dirjen Dukcapil 470/13287/2021" in page
    assert "Bukti hilang atau rusak" in page and "PP 40/2019 Pasal 33" in page and "0 dari 3 dicentang" in page


def test_who_may_apply_stands_there_in_the_officers_language(client: Client, case: Case) -> None:
    assert (
        "Yang boleh mengajukan: orang dewasa di KK, atau yang diberi kuasa" in client.get(f"/permohonan/{case.id}").text
    )
    client.post("/bahasa", language="en")
    page = client.get(f"/permohonan/{case.id}").text
    assert "Who may apply: an adult on the family card, or who they gave the authority" in page


def test_a_tick_is_kept_claims_the_case_and_stands_in_the_history(
    desk: Desk, client: Client, case: Case, officer: object
) -> None:
    client.post(f"/permohonan/{case.id}/syarat", point="paper:ktp")
    page = client.get(f"/permohonan/{case.id}").text
    assert ticked(desk) == {"paper:ktp"} and desk.again(case).state is CaseState.IN_REVIEW
    assert "1 dari 3 dicentang" in page and "Syarat dicentang: KTP-el asli, bagian depan" in page
    client.post(f"/permohonan/{case.id}/syarat/buka", point="paper:ktp")
    assert ticked(desk) == set() and "Centang syarat dilepas" in client.get(f"/permohonan/{case.id}").text


def test_one_press_ticks_what_papers_and_register_prove(desk: Desk, client: Client, case: Case) -> None:
    desk.resident(NIK, name="Rina Contoh")
    read(desk, case)
    page = client.get(f"/permohonan/{case.id}").text
    assert "Centang yang sudah terbukti (3)" in page and "Belum dicentang" not in page
    client.post(f"/permohonan/{case.id}/syarat", point=CHECKED["rest"])
    client.post(f"/permohonan/{case.id}/setujui")
    assert desk.again(case).state is CaseState.APPROVED


def test_what_is_proven_and_approved_at_once_loket_has_ticked(
    desk: Desk, client: Client, case: Case, officer: Officer
) -> None:
    desk.resident(NIK, name="Rina Contoh")
    read(desk, case)
    client.post(f"/permohonan/{case.id}/syarat", point="paper:ktp")
    page = client.get(f"/permohonan/{case.id}").text
    proven = re.findall(r'name="proven" value="([^"]+)"', page)
    assert "Centang yang sudah terbukti (2)" in page and set(proven) == {"paper:police_letter", "register"}
    client.post(f"/permohonan/{case.id}/setujui", proven=proven)
    assert desk.again(case).state is CaseState.APPROVED
    by = {each.point: each.officer_id for each in desk.all(Tick)}
    assert by == {"paper:ktp": officer.id, "paper:police_letter": None, "register": None}
    logged = [(e.fields, e.officer_id) for e in desk.all(AuditEntry) if e.action == "requirements_ticked"]
    assert [officer_id for _, officer_id in logged] == [officer.id, None]


def test_a_paper_that_reads_otherwise_is_for_the_officer_to_judge(desk: Desk, client: Client, case: Case) -> None:
    read(desk, case)
    desk.read(desk.all(Upload)[1], kinds=["ktp"], numbers=["6471041708870000"])
    page = client.get(f"/permohonan/{case.id}").text
    assert "Centang yang sudah terbukti (1)" in page and "Belum dicentang" in page


def test_nothing_open_is_approved_unseen(desk: Desk, client: Client, case: Case) -> None:
    answer = client.post(f"/permohonan/{case.id}/setujui", rest="paper:ktp")
    assert answer.status_code == 409 and "Isian cocok dengan register" in answer.text
    assert desk.again(case).state is not CaseState.APPROVED
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    assert desk.again(case).state is CaseState.APPROVED and ticked(desk) == set(CHECKED["rest"])
    assert [e.body["name"] for e in desk.all(Event) if e.kind is EventKind.CASE_EVENT] == ["case_approved"]


def test_a_paper_asked_for_again_is_open_again(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/syarat", point=CHECKED["rest"])
    client.post(f"/permohonan/{case.id}/surat/ktp/minta-lagi", reason="fotonya buram")
    assert ticked(desk) == {"paper:police_letter", "register"}
    assert next(p for p in desk.all(Paper) if p.key == "ktp").state is PaperState.REFUSED


def test_another_answer_is_to_be_compared_again(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/syarat", point=CHECKED["rest"])
    client.post(f"/permohonan/{case.id}/isian/name", value="Rina Contoh Sari", consent="call")
    assert ticked(desk) == {"paper:police_letter", "paper:ktp"}


def test_what_a_colleague_checks_is_not_ticked(desk: Desk, office: Office, client: Client, case: Case) -> None:
    desk.client(desk.officer(office, "counter", name="Budi Contoh")).post(f"/permohonan/{case.id}/ambil")
    answer = client.post(f"/permohonan/{case.id}/syarat", point="paper:ktp")
    assert answer.status_code == 409 and "Sudah dipegang Budi Contoh" in answer.text and ticked(desk) == set()
    assert client.post(f"/permohonan/{case.id}/syarat", point="paper:ktp").status_code == 409


def test_no_other_point_is_ticked(desk: Desk, client: Client, case: Case) -> None:
    assert client.post(f"/permohonan/{case.id}/syarat", point="paper:passport").status_code == 404
    assert ticked(desk) == set()
