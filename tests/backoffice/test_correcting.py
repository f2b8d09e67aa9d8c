"""An officer puts an answer right with the citizen's consent: the old one is kept, the citizen told."""

from __future__ import annotations

import re
from typing import Any

import pytest

from registry.models import (
    AnswerChange,
    AuditEntry,
    Case,
    Channel,
    Contact,
    Event,
    EventKind,
    Letter,
    Office,
    Officer,
)
from tests.backoffice.conftest import NIK, Client, Desk
from tests.backoffice.test_asking import asked

OTHER = "6471044506150000"


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


def told(desk: Desk) -> list[dict[str, Any]]:
    return [event.body for event in desk.all(Event) if event.kind is EventKind.CASE_EVENT]


def correct(client: Client, case: Case, key: str, value: str, consent: str = "counter", **more: Any) -> Any:
    return client.post(f"/permohonan/{case.id}/isian/{key}", value=value, consent=consent, **more)


def test_old_and_new_are_kept_and_told(desk: Desk, client: Client, case: Case, officer: Officer) -> None:
    assert correct(client, case, "nik", OTHER, "call").status_code == 303
    assert (desk.again(case).answers["nik"], desk.again(case).officer_id) == (OTHER, officer.id)
    kept = [(each.key, each.before, each.after, each.officer_id, each.consent) for each in desk.all(AnswerChange)]
    assert kept == [("nik", NIK, OTHER, officer.id, "call")]
    entry = next(each for each in desk.all(AuditEntry) if each.action == "answer_corrected")
    assert (entry.subject, entry.fields) == ("answer:nik", ["consent:call"])
    changes = [{"key": "nik", "before": NIK, "after": OTHER}]
    assert told(desk) == [{"name": "answer_corrected", "case_id": case.id, "changes": changes, "consent": "call"}]


def test_the_history_shows_both(client: Client, case: Case) -> None:
    correct(client, case, "name", "rina contoh sari", "chat")
    history = client.get(f"/permohonan/{case.id}").text.partition('<ol class="history"')[2]
    assert "Rina Contoh → Rina Contoh Sari · setuju: chat ini" in re.sub(r"\s+", " ", history)


def test_the_register_is_compared_again(desk: Desk, client: Client, case: Case) -> None:
    desk.resident(NIK, name="Rina Contoh Sari")
    desk.change(case, flags=["as-it-is", "name-differs"])
    correct(client, case, "name", "Rina Contoh Sari")
    assert desk.again(case).flags == ["as-it-is"]
    correct(client, case, "name", "Sari Contoh")
    assert desk.again(case).flags == ["as-it-is", "name-differs"]


def test_an_answer_asked_for_again_may_come_by_the_officer(desk: Desk, client: Client, case: Case) -> None:
    asked(client, case, tick=["answer:nik"], reason="keliru")
    correct(client, case, "nik", OTHER)
    assert (desk.again(case).state, desk.again(case).asked) == ("submitted", None)


@pytest.mark.parametrize(
    ("key", "value", "consent", "said"),
    [("nik", "123", "counter", "NIK ada 16 angka"), ("nik", OTHER, "", "bagaimana warga menyetujuinya"),
     ("name", "Rina Contoh", "call", "Isiannya masih sama"), ("village", "karang", "call", "Karang")],
)  # fmt: skip
def test_what_does_not_do_is_said(
    desk: Desk, client: Client, case: Case, key: str, value: str, consent: str, said: str
) -> None:
    answer = correct(client, case, key, value, consent)
    assert answer.status_code == 409 and said in answer.text and f'value="{value}"' in answer.text
    assert desk.again(case).answers == case.answers and told(desk) == [] and desk.all(AnswerChange) == []


def test_of_several_villages_one_is_picked(desk: Desk, client: Client, case: Case) -> None:
    page = correct(client, case, "village", "karang").text
    picks = re.findall(r'name="pick" value="([^"]+)"', page)
    assert picks
    correct(client, case, "village", "karang", pick=picks[-1])
    assert desk.again(case).answers["village"] == picks[-1]


def test_a_colleagues_case_is_theirs(desk: Desk, client: Client, office: Office, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/ambil")
    answer = correct(desk.client(desk.officer(office, "counter")), case, "nik", OTHER)
    assert answer.status_code == 409 and "Sudah dipegang Siti Contoh" in answer.text and told(desk) == []


def test_an_ended_case_stays_as_it_is(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/tidak-setuju", reason="keliru")
    answer = correct(client, case, "nik", OTHER)
    assert answer.status_code == 409 and "Siti Contoh lebih dulu: Tidak disetujui" in answer.text


def test_what_was_never_answered_is_not_there(client: Client, case: Case) -> None:
    assert correct(client, case, "mother", "Siti").status_code == 404


def changes_told(desk: Desk) -> list[list[tuple[str, str, str]]]:
    return [[(each["key"], each["before"], each["after"]) for each in body["changes"]] for body in told(desk)]


def test_several_in_a_row_are_told_as_one(desk: Desk, client: Client, case: Case) -> None:
    for name in ("Rina Contoh Sari", "Rina Contoh Satu", "Rina Contoh Dua"):
        correct(client, case, "name", name)
    correct(client, case, "nik", OTHER)
    assert changes_told(desk) == [[("name", "Rina Contoh", "Rina Contoh Dua"), ("nik", NIK, OTHER)]]
    assert len(desk.all(AnswerChange)) == 4
    correct(client, case, "name", "Rina Contoh")
    assert changes_told(desk) == [[("nik", NIK, OTHER)]]


def test_what_was_put_back_before_anybody_heard_is_not_told(desk: Desk, client: Client, case: Case) -> None:
    correct(client, case, "nik", OTHER)
    correct(client, case, "nik", NIK)
    assert told(desk) == [] and len(desk.all(AnswerChange)) == 2


def test_letters_not_printed_yet_are_one(desk: Desk, client: Client, case: Case) -> None:
    desk.change(desk.all(Contact)[0], channel=Channel.COUNTER)
    for name in ("Rina Contoh Sari", "Rina Contoh Satu"):
        correct(client, case, "name", name)
    (letter,) = desk.all(Letter)
    assert letter.fields["changes"] == [{"key": "name", "before": "Rina Contoh", "after": "Rina Contoh Satu"}]
