"""A decision is taken back within ten seconds, and the citizen never hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Document, Event, EventKind, Office, Paper
from tests.backoffice.conftest import AT, CHECKED, Client, Desk
from tests.registry.issuing_office import BOTH

pytestmark = BOTH

DECISIONS = [("setujui", "approved"), ("tidak-setuju", "refused"), ("batalkan", "withdrawn"), ("tahan", "on_hold"),
             ("surat/ktp/minta-lagi", "needs_correction")]  # fmt: skip


@pytest.fixture
def case(desk: Desk, office: Office, client: Client) -> Case:
    case = desk.case(office)
    client.post(f"/permohonan/{case.id}/ambil")
    return desk.again(case)


def later(desk: Desk, seconds: int) -> None:
    parts = desk.app.extensions["backoffice"]
    desk.app.extensions["backoffice"] = replace(parts, clock=lambda: AT + timedelta(seconds=seconds))


def told(desk: Desk) -> list[str]:
    return [event.body["name"] for event in desk.all(Event) if event.kind is EventKind.CASE_EVENT]


@pytest.mark.parametrize(("path", "state"), DECISIONS)
def test_everything_is_as_it_was(desk: Desk, client: Client, case: Case, path: str, state: str) -> None:
    papers = [(paper.key, paper.state) for paper in desk.all(Paper)]
    client.post(f"/permohonan/{case.id}/{path}", reason="keliru", **CHECKED)
    assert desk.again(case).state == state
    assert "Urungkan" in client.get(f"/permohonan/{case.id}").text
    assert client.post(f"/permohonan/{case.id}/urungkan").status_code == 303
    assert desk.again(case) == case
    assert [(paper.key, paper.state) for paper in desk.all(Paper)] == papers
    assert told(desk) == [] and desk.all(Document) == []
    assert "Urungkan" not in client.get(f"/permohonan/{case.id}").text


@pytest.mark.parametrize(("path", "state"), DECISIONS)
def test_ten_seconds_later_it_stands(desk: Desk, client: Client, case: Case, path: str, state: str) -> None:
    client.post(f"/permohonan/{case.id}/{path}", reason="keliru", **CHECKED)
    later(desk, 10)
    answer = client.post(f"/permohonan/{case.id}/urungkan")
    assert answer.status_code == 409 and "Tidak bisa diurungkan lagi" in answer.text
    assert desk.again(case).state == state and len(told(desk)) == 1


def test_it_is_told_when_it_stands(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/tidak-setuju", reason="keliru")
    assert [event.due_at for event in desk.all(Event)] == [AT + timedelta(seconds=10)]


def test_only_who_decided_takes_it_back(desk: Desk, client: Client, office: Office, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    colleague = desk.client(desk.officer(office, "counter"))
    assert "Urungkan" not in colleague.get(f"/permohonan/{case.id}").text
    assert colleague.post(f"/permohonan/{case.id}/urungkan").status_code == 409


def test_a_second_decision_after_it_is_told_once(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/tidak-setuju", reason="keliru")
    client.post(f"/permohonan/{case.id}/urungkan")
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    assert told(desk) == ["case_approved"]


@pytest.fixture
def document(desk: Desk, office: Office) -> Document:
    desk.approved(office)
    return desk.all(Document)[0]


def waiting(desk: Desk) -> list[tuple[EventKind, str]]:
    return [(event.kind, event.body["name"]) for event in desk.all(Event)]


def test_what_siak_did_not_send_is_taken_back(desk: Desk, client: Client, document: Document) -> None:
    before = waiting(desk)
    answer = client.post(f"/dokumen/{document.id}/dari-siak")
    assert answer.headers["Location"] == f"/permohonan/{document.case_id}"
    assert desk.all(Case)[0].state is CaseState.CLOSED
    assert "Urungkan" in client.get(f"/permohonan/{document.case_id}").text
    assert client.post(f"/permohonan/{document.case_id}/urungkan").status_code == 303
    again, case = desk.again(document), desk.all(Case)[0]
    assert (again.state, again.via, again.issued_at) == (DocumentState.IN_SIAK, None, None)
    assert (case.state, case.closed_at) == (CaseState.APPROVED, None)
    assert waiting(desk) == before
    assert client.post(f"/permohonan/{document.case_id}/urungkan").status_code == 409


def test_what_siak_sent_stands_after_ten_seconds(desk: Desk, client: Client, document: Document) -> None:
    client.post(f"/dokumen/{document.id}/dari-siak")
    sent = [event for event in desk.all(Event) if event.body["name"] == "sent_by_siak"]
    assert [event.due_at for event in sent] == [AT + timedelta(seconds=10)]
    later(desk, 10)
    assert client.post(f"/permohonan/{document.case_id}/urungkan").status_code == 409
    assert desk.again(document).state is DocumentState.ISSUED


def test_what_a_colleague_called_sent_is_theirs(desk: Desk, client: Client, office: Office, document: Document) -> None:
    client.post(f"/dokumen/{document.id}/dari-siak")
    colleague = desk.client(desk.officer(office, "counter"))
    assert colleague.post(f"/permohonan/{document.case_id}/urungkan").status_code == 409


def test_papers_asked_for_one_after_another_go_back_together(desk: Desk, client: Client, case: Case) -> None:
    papers = [(paper.key, paper.state) for paper in desk.all(Paper)]
    for key, second in (("ktp", 0), ("police_letter", 4)):
        later(desk, second)
        client.post(f"/permohonan/{case.id}/surat/{key}/minta-lagi", reason="buram")
    page = client.get(f"/permohonan/{case.id}").text
    assert "tentang 2 surat ini" in page and "Bisa diurungkan 6 detik lagi." in page and 'data-seconds="6"' in page
    assert client.post(f"/permohonan/{case.id}/urungkan").status_code == 303
    assert desk.again(case).state == CaseState.IN_REVIEW and told(desk) == []
    assert [(paper.key, paper.state) for paper in desk.all(Paper)] == papers


def test_with_the_first_paper_told_the_second_stands(desk: Desk, client: Client, case: Case) -> None:
    for key, second in (("ktp", 0), ("police_letter", 11)):
        later(desk, second)
        client.post(f"/permohonan/{case.id}/surat/{key}/minta-lagi", reason="buram")
    assert "Urungkan" not in client.get(f"/permohonan/{case.id}").text
    assert client.post(f"/permohonan/{case.id}/urungkan").status_code == 409 and len(told(desk)) == 2


@pytest.mark.parametrize(("path", "state"), DECISIONS)
def test_it_follows_to_the_next_page(
    desk: Desk, office: Office, client: Client, case: Case, path: str, state: str
) -> None:
    other = desk.case(office)
    client.post(f"/permohonan/{case.id}/{path}", reason="keliru", **CHECKED)
    assert client.post("/antrean/berikut").headers["Location"].endswith(f"/permohonan/{other.id}")
    for page in (f"/permohonan/{other.id}", "/antrean", "/hari-ini"):
        assert f'action="/permohonan/{case.id}/urungkan"' in client.get(page).text
    colleague = desk.client(desk.officer(office, "counter"))
    assert "urungkan" not in colleague.get("/antrean").text
    assert client.post(f"/permohonan/{case.id}/urungkan").headers["Location"].endswith(f"/permohonan/{case.id}")
    assert '/urungkan"' not in client.get("/antrean").text
