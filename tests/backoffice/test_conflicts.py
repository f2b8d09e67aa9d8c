"""Two officers at one case: who was first, what they decided, and what the other had typed."""

from __future__ import annotations

import pytest

from registry.models import Case, Office, Officer
from tests.backoffice.conftest import CHECKED, Client, Desk

TYPED = "sebab yang sudah ditulis"


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


@pytest.fixture
def colleague(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "counter", name="Wati Contoh"))


@pytest.mark.parametrize("path", ["tahan", "tidak-setuju", "batalkan", "surat/ktp/minta-lagi"])
def test_what_was_typed_stays_and_who_decided_what_is_said(
    client: Client, colleague: Client, case: Case, path: str
) -> None:
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    answer = colleague.post(f"/permohonan/{case.id}/{path}", reason=TYPED)
    assert answer.status_code == 409 and "Sudah dipegang Siti Contoh. Yang terakhir dilakukan: Disetujui" in answer.text
    assert "Yang Anda tulis tadi" in answer.text and answer.text.count(TYPED) == 1


def test_ones_own_decision_in_another_window_is_said(client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    answer = client.post(f"/permohonan/{case.id}/tahan", reason=TYPED)
    assert answer.status_code == 409 and "Siti Contoh lebih dulu: Disetujui" in answer.text and TYPED in answer.text


def test_a_colleagues_case_has_no_buttons(client: Client, colleague: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/ambil")
    page = colleague.get(f"/permohonan/{case.id}").text
    assert "Dipegang Siti Contoh. Keputusan ada padanya." in page
    assert not any(f"/permohonan/{case.id}/{path}" in page for path in ("setujui", "tahan", "tidak-setuju", "batalkan"))
    assert 'name="tick"' not in page and "sudah-dilihat" not in page
    assert f"/permohonan/{case.id}/setujui" in client.get(f"/permohonan/{case.id}").text


def test_an_open_page_tells_of_a_claim(client: Client, colleague: Client, case: Case, officer: Officer) -> None:
    poll = f"/permohonan/{case.id}/pemegang?was=submitted"
    before = colleague.get(poll)
    assert "Sudah berubah" not in before.text
    client.post(f"/permohonan/{case.id}/ambil")
    after = colleague.get(poll, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200 and "Siti Contoh" in after.text and "Sudah berubah" in after.text
    assert "Sudah berubah" not in client.get(poll).text
