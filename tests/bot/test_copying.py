"""The copy of a citizen's data: everything of theirs, nothing of anybody else's, in one file that runs nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from bot.copying import Copier
from bot.handlers.pages.copy_page import CopyPage
from bot.wording import Wording
from notifications.outbox import Message, queue
from registry import data_copy, data_desk, data_requests
from registry.catalogue import load
from registry.database import Database
from registry.lifecycle import Role
from registry.models import (
    Channel,
    Complaint,
    Contact,
    Conversation,
    DataRequest,
    DataRequestKind,
    Event,
    EventKind,
    Upload,
    UploadState,
)
from registry.regions import load_regions
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.registry.desk import MONDAY, Desk, furnish

NASTY = "<script>alert(1)</script> 😀"
Make = Callable[[], str]


@pytest.fixture
def desk(database: Database) -> Desk:
    return furnish(database)


@pytest.fixture
def store(vault: Vault, tmp_path: Path) -> ObjectStore:
    return ObjectStore(tmp_path / "objects", vault)


@pytest.fixture(scope="module")
def copy_page() -> CopyPage:
    return CopyPage(Wording(), load(), load_regions())


@pytest.fixture
def make(desk: Desk, store: ObjectStore, copy_page: CopyPage) -> Make:
    """Asks, confirms, makes; returns the copy as it lies in the store."""

    def made() -> str:
        with desk.database.writing() as session:
            contact = session.get_one(Contact, desk.contact_id)
            asked = data_requests.ask(
                session, desk.citizen(session), contact, desk.office_id, DataRequestKind.ACCESS, MONDAY
            )
            data_desk.confirm(session, desk.officers[Role.SUPERVISOR], asked.id, "call", MONDAY)
        assert Copier(desk.database, store, copy_page).run(MONDAY, 60) == 1
        with desk.database.reading() as session:
            return store.get(str(session.exec(select(DataRequest)).one().object_key)).decode()

    return made


def chat(desk: Desk, text: str) -> None:
    with desk.database.writing() as session:
        session.add(
            Event(contact_id=desk.contact_id, channel=Channel.WHATSAPP, kind=EventKind.MESSAGE, body={"text": text})
        )


def test_it_holds_answers_papers_chat_and_number(desk: Desk, store: ObjectStore, make: Make) -> None:
    desk.open()
    chat(desk, "kk saya hilang")
    with desk.database.writing() as session:
        upload = session.exec(select(Upload)).all()[0]
        upload.object_key, upload.media_type, upload.state = (
            store.put(b"\xff\xd8 photo"),
            "image/jpeg",
            UploadState.STORED,
        )
    copy = make()
    for held in ("Contoh Warga", "6471010506900000", "kk saya hilang", "6281100000009", "BPP-00001"):
        assert held in copy
    assert 'src="data:image/jpeg;base64,/9ggcGhvdG8="' in copy


def test_drafts_and_complaints_are_in_it(desk: Desk, make: Make) -> None:
    with desk.database.writing() as session:
        data = {"stack": [{"flow": "application:KK-HR", "answers": {"name": "Rina Contoh"}}]}
        session.add(Conversation(contact_id=desk.contact_id, data=data))
        session.add(
            Complaint(contact_id=desk.contact_id, office_id=desk.office_id, words=["minta 200rb"], due_at=MONDAY)
        )
    copy = make()
    assert "Rina Contoh" in copy and "minta 200rb" in copy and "ADU-0001" in copy


def test_what_strangers_wrote_stays_text(desk: Desk, make: Make) -> None:
    chat(desk, NASTY)
    copy = make()
    assert "<script>alert" not in copy and "&lt;script&gt;alert(1)&lt;/script&gt; 😀" in copy
    data = json.loads(re.findall(r'<script type="application/json" id="data">(.*)</script>', copy)[0])
    assert [line["text"] for line in data["messages"]] == [NASTY]


def test_a_kode_ambil_is_not_in_it(desk: Desk, make: Make) -> None:
    with desk.database.writing() as session:
        queue(session, desk.contact_id, Message("Kode ambil: 482913.", secret=True))
    assert "482913" not in make()


def test_nothing_of_another_contact_is(desk: Desk, make: Make) -> None:
    with desk.database.writing() as session:
        other = Contact(sender_id=1, channel=Channel.WHATSAPP, address="628000", address_index=b"x")
        session.add(other)
        session.flush()
        session.add(
            Event(contact_id=other.id, channel=Channel.WHATSAPP, kind=EventKind.MESSAGE, body={"text": "rahasia orang"})
        )
    assert "rahasia orang" not in make()


def test_a_missing_or_too_large_file_is_told(desk: Desk, make: Make) -> None:
    desk.open()
    with desk.database.writing() as session:
        session.exec(select(Upload)).all()[0].object_key = 32 * "a"
    assert "1 berkas lain tidak muat" in make()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("service", sorted(load()))
def test_every_service_can_be_put_into_words(copy_page: CopyPage, service: str, language: str) -> None:
    answers = {q.key: next(iter(q.options), "2020-01-01") for q in load()[service].question}
    data = {"number": "DS-0001", "made_at": MONDAY.isoformat(), "draft": [], "files": [], "messages": [],
            "complaints": [], "requests": [],
            "contact": {"address": "62", "since": MONDAY.isoformat(), "no_notices_since": None},
            "cases": [{"number": "BPP-1", "service": service, "office": "BPP", "state": "closed", "closed_at": None,
                       "opened_at": MONDAY.isoformat(), "erased_at": None, "answers": answers, "reason": None,
                       "papers": [{"paper": p.key, "state": "sent", "reason": None} for p in load()[service].paper],
                       "documents": [{"document": d.name, "state": "issued", "sent_to": []}
                                     for d in load()[service].document],
                       "rating": None, "looked_at": []}]}  # fmt: skip
    copy = data_copy.Copy("DS-0001", language, "Asia/Makassar", data, [])
    assert b"BPP-1" in copy_page.render(copy, {}, 0)
