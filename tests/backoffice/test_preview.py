"""Where the desk meets the chat: an officer reads the very sentence that will go out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assembly.parts import join
from assembly.preview import sentence
from registry.models import Case, Office
from settings import Settings
from tests.backoffice.conftest import Client, Desk


@pytest.fixture
def office(desk: Desk, settings: Settings, database_url: str) -> Office:
    """The desk as it is installed: with the chat's own words."""
    parts = join(replace(settings, database_url=database_url))
    desk.app.extensions["backoffice"] = replace(desk.app.extensions["backoffice"], sentence=sentence(parts))
    return desk.office()


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


def test_every_decision_shows_what_the_citizen_will_read(client: Client, case: Case) -> None:
    page = client.get(f"/permohonan/{case.id}").text
    assert f"Petugas sudah memeriksa {case.number}. Satu surat perlu diganti: KTP-el" in page
    assert f"KK hilang {case.number} tidak disetujui petugas. Sebabnya: " in page or f"KK {case.number} tidak" in page
    assert f"{case.number} menunggu pusat/blangko. Sebabnya: " in page


def test_the_second_paper_is_not_said_to_be_the_only_one(client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/surat/police_letter/minta-lagi", reason="buram")
    assert "Ini perlu diganti: KTP-el" in client.get(f"/permohonan/{case.id}").text


def test_what_nobody_judged_is_not_said_to_be_accepted(desk: Desk, client: Client, case: Case) -> None:
    page = client.get(f"/permohonan/{case.id}").text
    assert "Surat lain masih diperiksa" in page and "Surat lain sudah diterima" not in page
    client.post(f"/loket/{case.id}/surat/police_letter/asli")
    assert page.count("Surat lain masih diperiksa") == 2
    assert "Surat lain sudah diterima" in client.get(f"/permohonan/{case.id}").text
