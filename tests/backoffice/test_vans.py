"""The mobile vans of an office: their rounds and visits."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from registry.models import AuditEntry, VanRound
from tests.backoffice.conftest import Client, Desk

FORM: dict[str, Any] = {
    "vehicle": "KT 8001 XX", "place": "Balai Karang Jati", "village": "Karang Jati", "every": "week", "weekday": "1",
    "nth": "1", "opens": "09.00", "closes": "12.00", "quota": "20", "services": "rekam",
}  # fmt: skip


@pytest.fixture
def keeper(desk: Desk) -> Client:
    return desk.client(desk.officer(desk.office(), "supervisor"))


def test_a_round_is_entered_on_a_plain_form(desk: Desk, keeper: Client) -> None:
    assert "Belum ada jadwal" in keeper.get("/keliling").text
    assert keeper.post("/keliling", **FORM).status_code == 303
    page = keeper.get("/keliling").text
    assert "setiap Selasa" in page and "Selasa, 25-11-2025" in page and "09.00-12.00 WITA" in page
    assert "van_round_added" in [entry.action for entry in desk.all(AuditEntry)]


@pytest.mark.parametrize(("given", "said"), [
    ({"village": "Sepaku"}, "belum ketemu"), ({"opens": "sembilan"}, "seperti 09.00"),
    ({"every": "dates", "dates": "1-1-2020"}, "sudah lewat"), ({"services": "terbang"}, "satu layanan"),
    ({"village": "Gunung Sari"}, "tulis dengan kecamatannya"),
])  # fmt: skip
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    desk: Desk, keeper: Client, given: dict[str, Any], said: str
) -> None:
    answer = keeper.post("/keliling", **FORM | given)
    page = unescape(answer.text)
    assert answer.status_code == 409 and said in page and 'value="Balai Karang Jati"' in page
    assert desk.all(VanRound) == []


def test_another_office_sees_none_of_it(desk: Desk, keeper: Client) -> None:
    keeper.post("/keliling", **FORM)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert "Karang Jati" not in other.get("/keliling").text
    assert other.post("/keliling", **FORM).status_code == 403
