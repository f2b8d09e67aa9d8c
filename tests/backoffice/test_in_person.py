"""DATA SAYA and HAPUS DATA of who comes to the counter or writes a letter: the same kinds, the same clock."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from registry.models import AuditEntry, Case, DataRequest, Event, Office
from registry.rights import data_copy
from tests.backoffice.conftest import AT, Client, Desk


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor"))


def note(client: Client, case: Case, kind: str, **given: str) -> Any:
    form: dict[str, Any] = {"number": case.number, "kind": kind, "came_by": "counter", "identity": "counter", **given}
    return client.post("/permintaan-data", **form)


def told(desk: Desk) -> list[dict[str, Any]]:
    return [event.body for event in desk.all(Event) if event.body.get("name") == "data_asked_in_person"]


def test_a_copy_asked_for_at_the_counter_is_made_and_handed_over(desk: Desk, client: Client, case: Case) -> None:
    assert note(client, case, "access").status_code == 303
    (request,) = desk.all(DataRequest)
    assert (request.state, request.identity, request.came_by) == ("confirmed", "counter", "counter")
    assert request.due_at == AT + timedelta(hours=72) and "chores" in desk.bell.rung
    assert [body["kind"] for body in told(desk)] == ["access"]
    assert client.get(f"/permintaan-data/{request.id}/salinan").status_code == 404
    key = desk.store.put(b"<!doctype html>a copy")
    with desk.database.writing() as session:
        data_copy.hand_in(session, request.id, key, AT)
    assert "Ambil salinan" in client.get(f"/permintaan-data/{request.id}").text
    answer = client.get(f"/permintaan-data/{request.id}/salinan")
    assert answer.data == b"<!doctype html>a copy" and "attachment" in answer.headers["Content-Disposition"]
    assert desk.all(AuditEntry)[-1].action == "data_copy_fetched"


def test_a_deletion_by_letter_waits_for_what_runs(desk: Desk, client: Client, case: Case) -> None:
    note(client, case, "delete", came_by="letter", identity="letter")
    (request,) = desk.all(DataRequest)
    assert (request.state, request.due_at, request.came_by) == ("waiting", None, "letter")
    assert told(desk)[0]["came_by"] == "letter"


def test_a_deletion_at_once_withdraws_what_runs(desk: Desk, client: Client, case: Case) -> None:
    note(client, case, "delete", withdraw="1")
    assert desk.again(case).state == "withdrawn" and desk.all(DataRequest)[0].state == "confirmed"


def test_a_deletion_at_once_ends_also_what_a_colleague_holds(
    desk: Desk, client: Client, office: Office, case: Case
) -> None:
    desk.client(desk.officer(office, "counter")).post(f"/permohonan/{case.id}/ambil")
    assert desk.again(case).officer_id is not None
    assert note(client, case, "delete", withdraw="1").status_code == 303
    assert desk.again(case).state == "withdrawn" and desk.all(DataRequest)[0].due_at is not None
    assert "case_taken_over" in [entry.action for entry in desk.all(AuditEntry)]


@pytest.mark.parametrize("written", ["bpp-00001", "BPP 1", "bpp1", "1"])
def test_a_number_is_read_as_the_search_reads_it(desk: Desk, client: Client, case: Case, written: str) -> None:
    assert note(client, case, "access", number=written).status_code == 303


def test_a_correction_says_what(desk: Desk, client: Client, case: Case) -> None:
    refused = note(client, case, "correct")
    assert refused.status_code == 409 and "Isi dulu yang perlu diperbaiki" in refused.text
    note(client, case, "correct", text="Nama ibu Sitti")
    assert desk.all(DataRequest)[0].words == "Nama ibu Sitti"


@pytest.mark.parametrize("given", [
    {"identity": ""}, {"identity": "chat"}, {"came_by": "letter"}, {"came_by": "chat"}, {"number": "BPP-09999"},
    {"kind": "all"},
])  # fmt: skip
def test_nothing_is_noted_without_a_look_at_who_asks(
    desk: Desk, client: Client, case: Case, given: dict[str, str]
) -> None:
    answer = note(client, case, **{"kind": "access", **given})
    assert answer.status_code == 409 and case.number in answer.text + case.number
    assert desk.all(DataRequest) == [] and told(desk) == []


def test_asking_twice_keeps_the_first(desk: Desk, client: Client, case: Case) -> None:
    note(client, case, "access")
    assert note(client, case, "access").status_code == 409 and len(desk.all(DataRequest)) == 1


def test_another_offices_case_is_not_there(desk: Desk, client: Client) -> None:
    elsewhere = desk.case(desk.office("SMD", "64.72"))
    assert note(client, elsewhere, "access").status_code == 409 and desk.all(DataRequest) == []


def test_what_was_asked_in_the_chat_is_not_fetched_here(desk: Desk, client: Client, case: Case) -> None:
    note(client, case, "access")
    (request,) = desk.all(DataRequest)
    desk.change(request, came_by="chat", object_key=desk.store.put(b"x"))
    assert client.get(f"/permintaan-data/{request.id}/salinan").status_code == 404


def test_the_copy_holds_what_was_corrected(desk: Desk, client: Client, office: Office, case: Case) -> None:
    counter = desk.client(desk.officer(office, "counter"))
    counter.post(f"/permohonan/{case.id}/isian/name", value="Rina Contoh Sari", consent="call")
    note(client, case, "access")
    with desk.database.reading() as session:
        copy = data_copy.gather(session, desk.all(DataRequest)[0].id, AT)
    (corrected,) = copy.data["cases"][0]["corrections"]
    assert (corrected["before"], corrected["after"], corrected["agreed_by"]) == (
        "Rina Contoh", "Rina Contoh Sari", "call"
    )  # fmt: skip
