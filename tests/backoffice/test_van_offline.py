"""What a telephone at the van sends: each once, conflicts kept, nothing of another office's."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from registry.actors import Actor
from registry.models import AuditEntry, Office, VanBooking, VanEntry
from registry.retention.journal import Journal
from registry.retention.nightly import Retention
from registry.vans import booking, visits
from tests.backoffice.conftest import AT, Client, Desk
from tests.backoffice.test_vans import FORM, booked
from tests.registry.uploads.papers import encoded, letter


@pytest.fixture
def keeper(desk: Desk) -> Client:
    return desk.client(desk.officer(desk.office(), "supervisor"))


def send(client: Client, kind: str, key: str, **given: Any) -> Any:
    form = {"client_id": str(uuid4()), "kind": kind, "key": key, "made_at": "2025-11-24T01:00:00Z"} | given
    return client.post("/keliling/meja/kirim", **form)


def test_the_page_holds_nothing_of_anybody(keeper: Client) -> None:
    page = keeper.get("/keliling/meja")
    policy = page.headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "<script>" not in page.text
    assert "camera=(self)" in page.headers["Permissions-Policy"]
    worker = keeper.get("/keliling/meja-sw.js")
    assert worker.status_code == 200 and worker.mimetype == "text/javascript"


def test_the_telephone_takes_the_tickets_along(desk: Desk, keeper: Client) -> None:
    made, key = booked(desk, keeper)
    told = keeper.get("/keliling/meja/data").json
    assert [visit["key"] for visit in told["visits"]] == [key]
    ticket = {"code": made.code, "number": 1, "people": 4, "state": "booked", "ikd": False}
    assert told["visits"][0]["tickets"] == [ticket] and not told["visits"][0]["activates"]


def test_what_comes_twice_is_kept_once(desk: Desk, keeper: Client) -> None:
    made, key = booked(desk, keeper)
    number = str(uuid4())
    answers = [send(keeper, "served", key, code=made.code, enrolled="2", client_id=number).json for _ in range(3)]
    assert answers == [{"state": "sent", "reason": ""}] * 3
    assert len(desk.all(VanEntry)) == 1 and desk.again(made).enrolled == 2
    walks = [send(keeper, "walk_in", key, people="3", client_id=str(uuid4()), enrolled="") for _ in range(2)]
    assert [each.json["state"] for each in walks] == ["sent", "sent"] and len(desk.all(VanBooking)) == 3


def test_what_cannot_be_done_any_more_is_a_conflict_and_kept(desk: Desk, keeper: Client) -> None:
    made, key = booked(desk, keeper)
    keeper.post(f"/keliling/{key}/tiket/{made.id}/dilayani")
    answer = send(keeper, "served", key, code=made.code)
    assert answer.json["state"] == "conflict" and "sudah dilayani" in answer.json["reason"]
    assert "1 catatan dari lapangan perlu dilihat" in keeper.get(f"/keliling/{key}").text
    entry = desk.all(VanEntry)[0]
    assert made.code in keeper.get(f"/keliling/{key}/catatan").text
    assert keeper.post(f"/keliling/{key}/catatan/{entry.id}/selesai").status_code == 303
    assert keeper.post(f"/keliling/{key}/catatan/{entry.id}/selesai").status_code == 409
    assert "perlu dilihat" not in keeper.get(f"/keliling/{key}").text
    done = [each.action for each in desk.all(AuditEntry)]
    assert {"van_entry_conflict", "van_entries_viewed", "van_entry_cleared"} <= set(done)


def test_what_became_of_an_ikd_is_told_by_its_ticket(desk: Desk, keeper: Client) -> None:
    keeper.post("/keliling", **FORM | {"kind": "counter", "vehicle": "", "place": "Loket IKD", "services": "ikd"})
    office = desk.all(Office)[0]
    contacts = [desk.contact(office) for _ in range(3)]
    with desk.database.writing() as session:
        key = visits.upcoming(session, [office], AT)[0].key
        made = [booking.book_activation(session, Actor.citizen(each), each, key, AT) for each in contacts]
    assert keeper.get("/keliling/meja/data").json["visits"][0]["activates"]
    for each, outcome, state in zip(made, ("active", "face", ""), ("sent", "sent", "conflict"), strict=True):
        assert send(keeper, "served", key, code=each.code, outcome=outcome).json["state"] == state
    assert send(keeper, "walk_in", key, people="4", activated="3").json["state"] == "sent"
    rows = [(row.activated, row.not_done) for row in desk.all(VanBooking)]
    assert rows == [(1, ""), (0, "face"), (0, ""), (3, "")]
    assert "Belum: wajah tidak terbaca" in keeper.get(f"/keliling/{key}/catatan").text


def test_a_telephone_hears_which_conflicts_are_still_to_be_seen_to(desk: Desk, keeper: Client) -> None:
    _, key = booked(desk, keeper)
    number = str(uuid4())
    send(keeper, "served", key, code="AAAAAA", client_id=number)
    assert keeper.get("/keliling/meja/data").json["unsettled"] == [number]
    keeper.post(f"/keliling/{key}/catatan/{desk.all(VanEntry)[0].id}/selesai")
    assert keeper.get("/keliling/meja/data").json["unsettled"] == []


@pytest.mark.parametrize(("kind", "given", "said"), [
    ("served", {"code": "AAAAAA"}, "tidak ada di kantor ini"), ("walk_in", {"people": "x"}, "1 sampai 30"),
    ("enrolment", {"name": "Rina Contoh", "nik": "12"}, "tidak mungkin"), ("enrolment", {"nik": ""}, "Tulis namanya"),
])  # fmt: skip
def test_bad_input_is_a_conflict_with_its_reason(
    desk: Desk,
    keeper: Client,
    kind: str,
    given: dict[str, str],
    said: str,
) -> None:
    _, key = booked(desk, keeper)
    answer = send(keeper, kind, key, **given)
    assert answer.json["state"] == "conflict" and said in answer.json["reason"] and len(desk.all(VanEntry)) == 1


def test_of_a_visit_that_was_called_off_the_notes_are_kept(desk: Desk, keeper: Client) -> None:
    _, key = booked(desk, keeper)
    keeper.post(f"/keliling/{key}/batal", reason="mobil rusak")
    assert send(keeper, "enrolment", key, name="Rina Contoh").json["state"] == "conflict"
    assert "Rina Contoh" in keeper.get(f"/keliling/{key}/catatan").text


@pytest.mark.parametrize("given", [{"client_id": "1"}, {"client_id": ""}, {"kind": "bribe"}, {"client_id": "x" * 36}])
def test_what_is_no_entry_is_not_taken(desk: Desk, keeper: Client, given: dict[str, Any]) -> None:
    _, key = booked(desk, keeper)
    answer = send(keeper, **{"kind": "paper", "key": key} | given)
    assert answer.status_code == 422 and desk.all(VanEntry) == []


def test_a_photographed_paper_is_judged_kept_and_its_look_written_down(
    desk: Desk,
    keeper: Client,
) -> None:
    _, key = booked(desk, keeper)
    number = str(uuid4())
    for _ in range(2):
        photo = (BytesIO(encoded(letter())), "kk.jpg")
        answer = send(keeper, "paper", key, name="Rina Contoh", note="KK", photo=photo, client_id=number)
        assert answer.json["state"] == "sent"
    entry = desk.all(VanEntry)[0]
    assert keeper.get(f"/keliling/foto/{entry.id}").mimetype == "image/jpeg" and len(desk.all(VanEntry)) == 1
    assert "van_photo_viewed" in [each.action for each in desk.all(AuditEntry)]
    bad = send(keeper, "paper", key, name="Rina Contoh", note="KK", photo=(BytesIO(b"MZ not a photo"), "kk.jpg"))
    assert bad.status_code == 422 and len(desk.all(VanEntry)) == 1


def test_another_office_sees_none_of_it(desk: Desk, keeper: Client) -> None:
    _, key = booked(desk, keeper)
    number = str(uuid4())
    send(keeper, "enrolment", key, name="Rina Contoh", client_id=number)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert other.get("/keliling/meja/data").json["visits"] == []
    assert other.get(f"/keliling/{key}/catatan").status_code == 404
    assert send(other, "enrolment", key, name="Rina Contoh", client_id=number).status_code == 404
    assert send(other, "enrolment", key, name="Lain Contoh").json["state"] == "conflict"


def test_notes_go_when_the_office_keeps_them_no_longer(desk: Desk, keeper: Client, tmp_path: Path) -> None:
    _, key = booked(desk, keeper)
    send(keeper, "enrolment", key, name="Rina Contoh")
    retention = Retention(desk.database, Journal(tmp_path / "deletions.jsonl"))
    assert retention.run(AT + timedelta(days=29), 60)["van_entries"] == 0
    assert retention.run(AT + timedelta(days=32), 60)["van_entries"] == 1 and desk.all(VanEntry) == []
