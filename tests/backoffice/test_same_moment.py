"""Two officers press the same button in the same moment: it is done once, and the other reads what happened."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from registry.issuing.certificates import Authority, issue_signatory
from registry.models import AuditEntry, Document, Event, Office
from tests.backoffice.conftest import AT, CHECKED, NIK, Client, Desk
from tests.backoffice.test_documents import rendered
from tests.backoffice.test_print_and_post import card

PASSPHRASE = "kata sandi contoh"
TAKEN = ("Sudah dipegang", "Tidak bisa lagi", "Sudah ditandatangani")


def pressed_together(officers: list[Client], path: str, **form: Any) -> list[Any]:
    """The answers, the deed's own first."""
    tokens, together = [each.token() for each in officers], Barrier(len(officers))

    def press(officer: Client, token: str) -> Any:
        together.wait(20)
        return officer.flask.post(path, data={"csrf_token": token, **form})

    with ThreadPoolExecutor(len(officers)) as hands:
        return sorted(hands.map(press, officers, tokens), key=lambda answer: int(answer.status_code))


def one_is_told(answers: list[Any], done: int = 303) -> None:
    assert [answer.status_code for answer in answers] == [done, 409]
    said = answers[1].json["said"] if answers[1].is_json else answers[1].text
    assert any(words in said for words in TAKEN)


def two(desk: Desk, office: Office, *roles: str) -> list[Client]:
    return [desk.client(desk.officer(office, *roles, name=f"Petugas {name}")) for name in "AB"]


def noted(desk: Desk, action: str) -> int:
    return [entry.action for entry in desk.all(AuditEntry)].count(action)


def told(desk: Desk, name: str) -> int:
    return [event.body.get("name") for event in desk.all(Event)].count(name)


def test_a_case_is_taken_by_one(desk: Desk, office: Office) -> None:
    case = desk.case(office)
    one_is_told(pressed_together(two(desk, office, "counter"), f"/permohonan/{case.id}/ambil"))
    assert noted(desk, "case_claimed") == 1


def test_a_case_is_approved_by_one(desk: Desk, office: Office) -> None:
    case = desk.case(office)
    one_is_told(pressed_together(two(desk, office, "counter"), f"/permohonan/{case.id}/setujui", **CHECKED))
    assert (noted(desk, "case_approved"), told(desk, "case_approved"), len(desk.all(Document))) == (1, 1, 1)


def test_a_card_is_printed_by_one(desk: Desk, office: Office) -> None:
    document = card(desk, office, "print")
    one_is_told(pressed_together(two(desk, office, "printing"), "/cetak", document=[document.id]))
    assert (noted(desk, "card_printed"), told(desk, "handover_asked")) == (1, 1)


def test_a_card_is_posted_by_one(desk: Desk, office: Office) -> None:
    document = card(desk, office, "print", "post")
    answers = pressed_together(two(desk, office, "post"), f"/pos/{document.id}/kirim", tracking="P26110000001")
    one_is_told(answers)
    assert (noted(desk, "card_posted"), told(desk, "card_posted")) == (1, 1)


@pytest.fixture
def heads(desk: Desk, office: Office, authority: Authority) -> list[Client]:
    def head(name: str) -> Client:
        key = issue_signatory(authority, name=name, nip="196500000000000000", passphrase=PASSPHRASE, at=AT)
        officer = desk.change(desk.officer(office, "signatory", name=name), signing_key=desk.store.put(key))
        return desk.client(officer)

    return [head("Kepala Contoh"), head("Pengganti Contoh")]


def test_a_document_is_signed_by_one(desk: Desk, office: Office, heads: list[Client]) -> None:
    desk.resident(NIK, name="Rina Contoh", relation="Kepala Keluarga")
    desk.approved(office)
    document = rendered(desk, desk.client(desk.officer(office, "counter")), desk.all(Document)[0])
    one_is_told(pressed_together(heads, f"/tanda-tangan/{document.id}", passphrase=PASSPHRASE), done=200)
    assert (noted(desk, "document_issued"), told(desk, "document_issued")) == (1, 1)
