"""What is stuck is told in words to who can do something about it, tried again, or left undone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from assembly import vitals
from assembly.vitals import TOO_OLD
from backoffice.parts import Parts
from backoffice.texts import LANGUAGES, texts
from backoffice.views.attention import STUCK, alerted
from notifications.queues import Queue
from registry.models import (
    AuditEntry,
    Contact,
    Event,
    EventKind,
    EventState,
    LeftUndone,
    Office,
    Outgoing,
    OutgoingState,
    Remnant,
    RemnantKind,
    Sender,
    Ticket,
    Trouble,
    TroubleKind,
    Upload,
    UploadState,
)
from tests.backoffice.conftest import AT, Client, Desk

LONG_AGO = AT - timedelta(hours=1)
PAGE = "/perhatian"
CODE = Path(str(vitals.__file__)).read_text("utf-8")


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor"))


@pytest.fixture
def admin(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "admin"))


def message(desk: Desk, office: Office, **values: Any) -> Outgoing:
    given = {"state": OutgoingState.FAILED, "error": "63024", "created_at": LONG_AGO, **values}
    return desk.add(Outgoing(contact_id=desk.case(office).contact_id, body={"text": "Halo"}, **given))


def event(desk: Desk, office: Office, state: EventState = EventState.FAILED, due_at: datetime = LONG_AGO) -> Event:
    contact = desk.contact(office)
    return desk.add(
        Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, body={"text": "kk"}, state=state,
              attempts=3, received_at=LONG_AGO, due_at=due_at)
    )  # fmt: skip


def upload(desk: Desk, office: Office, **values: Any) -> Upload:
    return desk.add(Upload(contact_id=desk.contact(office).id, due_at=LONG_AGO, attempts=5, **values))


def trouble(
    desk: Desk, office: Office | None, kind: TroubleKind = TroubleKind.FILE, subject: str = "upload:7"
) -> Trouble:
    return desk.add(Trouble(kind=kind, subject=subject, office_id=office.id if office else None, error="OSError"))


def test_where_nothing_is_stuck_it_says_so(desk: Desk, office: Office, client: Client) -> None:
    assert "Tidak ada yang macet" in client.get(PAGE).text
    assert "<b>0</b> <span>perlu perhatian</span>" in client.get("/hari-ini").text


def test_a_message_that_did_not_go_is_told_with_its_case_and_what_to_do(
    desk: Desk, office: Office, client: Client
) -> None:
    message(desk, office)
    page = client.get(PAGE).text
    assert "Pesan ke warga tidak terkirim" in page and "BPP-00001" in page
    assert "nomor ini tidak bisa dikirimi: hubungi warga dengan cara lain" in page
    assert "<b>1</b> <span>perlu perhatian</span>" in client.get("/hari-ini").text


def test_who_has_chosen_no_office_is_an_administrators(
    desk: Desk, office: Office, client: Client, admin: Client
) -> None:
    """Several offices share the number that they wrote to."""
    row = message(desk, office)
    with desk.database.writing() as session:
        contact = session.get_one(Contact, row.contact_id)
        contact.office_id = session.get_one(Sender, contact.sender_id).office_id = None
    assert "Tidak ada yang macet" in client.get(PAGE).text
    assert "Pesan ke warga tidak terkirim" in admin.get(PAGE).text
    assert client.post(f"{PAGE}/message/{row.id}/ulang").status_code == 404
    assert admin.post(f"{PAGE}/message/{row.id}/ulang").status_code == 303


def test_without_a_case_it_leads_to_the_talk(desk: Desk, office: Office, client: Client) -> None:
    row = event(desk, office)
    ticket = desk.add(Ticket(contact_id=row.contact_id, office_id=office.id))
    assert f'href="/percakapan/{ticket.id}"' in client.get(PAGE).text


@pytest.mark.parametrize("error", ["opted-out", "erased"])
def test_what_was_not_to_go_is_no_trouble(desk: Desk, office: Office, client: Client, error: str) -> None:
    message(desk, office, error=error)
    assert "Tidak ada yang macet" in client.get(PAGE).text


def test_tried_again_it_waits_in_its_old_place(desk: Desk, office: Office, client: Client) -> None:
    row = message(desk, office, sid="SM1", attempts=7)
    assert client.post(f"{PAGE}/message/{row.id}/ulang").status_code == 303
    again = desk.again(row)
    assert (again.state, again.due_at, again.attempts, again.error, again.sid) == (
        OutgoingState.QUEUED,
        AT,
        0,
        None,
        None,
    )
    assert Queue.SEND in desk.bell.rung and "stuck_tried_again" in {entry.action for entry in desk.all(AuditEntry)}
    assert "Tidak ada yang macet" in client.get(PAGE).text


def test_one_of_which_nobody_knows_whether_it_went_is_looked_up(desk: Desk, office: Office, client: Client) -> None:
    row = message(desk, office, error="unknown")
    client.post(f"{PAGE}/message/{row.id}/ulang")
    assert desk.again(row).state is OutgoingState.UNKNOWN


def test_left_undone_it_is_out_of_the_list_and_stays_as_it_was(desk: Desk, office: Office, client: Client) -> None:
    row = message(desk, office)
    assert client.post(f"{PAGE}/message/{row.id}/lepas").status_code == 303
    assert desk.again(row).error == "63024" and desk.all(LeftUndone)[0].row_id == row.id
    assert "Tidak ada yang macet" in client.get(PAGE).text


def test_one_that_waits_too_long_is_given_up(desk: Desk, office: Office, client: Client) -> None:
    row = message(desk, office, state=OutgoingState.QUEUED, error=None, due_at=LONG_AGO)
    assert "Pesan ke warga belum juga terkirim" in client.get(PAGE).text
    client.post(f"{PAGE}/message/{row.id}/lepas")
    assert (desk.again(row).state, desk.again(row).error) == (OutgoingState.FAILED, "given-up")
    assert "Tidak ada yang macet" in client.get(PAGE).text


def test_of_one_of_which_the_citizen_does_not_know_the_office_is_told(
    desk: Desk, office: Office, client: Client
) -> None:
    message(desk, office, state=OutgoingState.HELD, error=None)  # its template went
    assert "Tidak ada yang macet" in client.get(PAGE).text
    row = message(desk, office, state=OutgoingState.HELD, error="no-template")
    page = client.get(PAGE).text
    assert "Pesan ke warga belum juga terkirim" in page and "warga belum tahu. Hubungi dengan cara lain" in page
    client.post(f"{PAGE}/message/{row.id}/ulang")
    assert (desk.again(row).state, desk.again(row).error) == (OutgoingState.QUEUED, None)


def test_a_message_of_a_citizen_that_failed_is_played_again(desk: Desk, office: Office, client: Client) -> None:
    row = event(desk, office)
    assert "gagal diproses; warga sudah dimintai maaf" in client.get(PAGE).text
    client.post(f"{PAGE}/event/{row.id}/ulang")
    assert (desk.again(row).state, desk.again(row).attempts) == (EventState.PENDING, 0)
    assert Queue.DRAIN in desk.bell.rung


def test_one_that_nobody_plays_is_listed_and_given_up(desk: Desk, office: Office, client: Client) -> None:
    row = event(desk, office, EventState.PENDING)
    assert "Pesan warga belum juga diproses" in client.get(PAGE).text
    client.post(f"{PAGE}/event/{row.id}/lepas")
    assert desk.again(row).state is EventState.FAILED


def test_what_is_due_later_waits_for_nobody(desk: Desk, office: Office, client: Client) -> None:
    event(desk, office, EventState.PENDING, due_at=AT + timedelta(hours=1))
    message(desk, office, state=OutgoingState.QUEUED, error="night", due_at=AT + timedelta(hours=9))
    assert "Tidak ada yang macet" in client.get(PAGE).text


def test_of_a_file_that_is_given_up_its_citizen_is_told(desk: Desk, office: Office, client: Client) -> None:
    row = upload(desk, office)
    assert "Berkas warga belum bisa diambil" in client.get(PAGE).text
    client.post(f"{PAGE}/upload/{row.id}/lepas")
    assert (desk.again(row).state, desk.again(row).verdict) == (UploadState.REFUSED, "gone")
    assert [each.body for each in desk.all(Event)] == [{"upload_id": row.id}]


def test_what_must_be_deleted_cannot_be_left_undone(desk: Desk, office: Office, client: Client, admin: Client) -> None:
    row = desk.add(Remnant(kind=RemnantKind.MESSAGE, key="SM1", attempts=19, error="20009"))
    desk.change(row, due_at=None)
    assert "Tidak ada yang macet" in client.get(PAGE).text
    assert "Data yang harus dihapus masih ada" in admin.get(PAGE).text
    assert admin.post(f"{PAGE}/remnant/{row.id}/lepas").status_code == 409
    admin.post(f"{PAGE}/remnant/{row.id}/ulang")
    assert (desk.again(row).due_at, desk.again(row).attempts) == (AT, 0)


def test_trouble_of_the_installation_is_an_administrators(
    desk: Desk, office: Office, client: Client, admin: Client
) -> None:
    trouble(desk, None, TroubleKind.CHORE, "promises")
    assert "Tugas berkala gagal: menjaga janji waktu" in admin.get(PAGE).text
    assert "Tidak ada yang macet" in client.get(PAGE).text


@pytest.mark.parametrize("kind", TroubleKind)
def test_each_trouble_is_told_in_words_and_let_go(desk: Desk, office: Office, admin: Client, kind: TroubleKind) -> None:
    row = trouble(desk, office, kind)
    assert "upload:7" in admin.get(PAGE).text or kind in (TroubleKind.CHORE, TroubleKind.CLOCK)
    assert admin.post(f"{PAGE}/trouble/{row.id}/lepas").status_code == 303
    assert desk.all(Trouble) == []


def test_another_offices_is_neither_seen_nor_touched(desk: Desk, office: Office, client: Client) -> None:
    other = desk.office("SMD", "64.72")
    row, sent, wrong = event(desk, other), upload(desk, other), trouble(desk, other)
    assert "Tidak ada yang macet" in client.get(PAGE).text
    for path in (f"event/{row.id}", f"upload/{sent.id}", f"trouble/{wrong.id}", "message/77", "nothing/1"):
        assert client.post(f"{PAGE}/{path}/ulang").status_code == 404
    assert desk.again(row).state is EventState.FAILED


def test_a_file_that_is_gone_needs_attention(desk: Desk, office: Office, client: Client) -> None:
    case = desk.case(office)
    row = desk.all(Upload)[0]
    desk.store.delete(str(row.object_key))
    assert client.get(f"/berkas/{row.id}").status_code == 404
    page = client.get(PAGE).text
    assert f"Berkas yang tercatat tidak bisa dibuka: upload:{row.id}" in page and case.number in page


def test_of_a_store_that_cannot_be_read_the_officer_is_told(desk: Desk, office: Office, client: Client) -> None:
    desk.case(office)
    row = desk.all(Upload)[0]
    key = str(row.object_key)
    file = next(each for each in desk.store._folder.rglob(key))
    file.unlink()
    file.mkdir()  # reading it is an error of the system's, not a missing file
    answer = client.get(f"/berkas/{row.id}")
    assert answer.status_code == 503 and "Penyimpanan sedang tidak bisa dipakai" in answer.text
    assert "tidak bisa dibuka" in client.get(PAGE).text


RUNBOOK = Path(__file__).resolve().parents[2] / "docs/operations.md"


def test_an_administrator_reads_what_is_amiss_with_the_installation(desk: Desk, office: Office) -> None:
    joined: Parts = desk.app.extensions["backoffice"]
    desk.app.extensions["backoffice"] = replace(joined, alerts=lambda: ["disk_full", "worker_missing_send"])
    page = desk.client(desk.officer(office, "admin")).get(PAGE).text
    assert "Disk server penuh" in page and "Proses send tidak berjalan" in page
    assert "Disk server penuh" not in desk.client(desk.officer(office, "supervisor")).get(PAGE).text


def test_every_alert_has_its_words_and_its_runbook() -> None:
    """As the code names them."""
    named = {f"{part}_{fault}" for part, fault in re.findall(r'note\("(\w+)", "(\w+)"', CODE)}
    named |= set(re.findall(r'append\("(\w+)"\)', CODE)) | {f"{box}_late" for box in TOO_OLD} | {"worker_missing_NAME"}
    named |= {f"{part}_{fault}" for part, fault in re.findall(r'note\("(\w+)", .*?"(\w+)" if', CODE)}
    named |= {f"{part}_{fault}" for part, fault in re.findall(r'note\("(\w+)", None if .* else "(\w+)"\)', CODE)}
    assert len(named) == 14
    told = set(re.findall(r"`([a-z]+_[a-zA-Z_]+)`", RUNBOOK.read_text("utf-8").partition("## Alerts")[2]))
    assert named <= told
    for language in LANGUAGES:
        assert all(alerted(name, texts(language)) for name in named - {STUCK})
