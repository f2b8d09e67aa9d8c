"""The copy of a citizen's data: everything of theirs, nothing of anybody else's, in one file that runs nothing."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.copying import Copier
from bot.handlers.pages.copy_page import CopyPage
from bot.handlers.pages.screen import TEXTS
from bot.wording import Wording
from notifications.outbox import Message, queue
from registry.actors import Actor
from registry.database import Database
from registry.families import phone_index
from registry.lifecycle import Role
from registry.models import (
    Case,
    Channel,
    Complaint,
    Contact,
    Conversation,
    DataRequest,
    DataRequestKind,
    Event,
    EventKind,
    Helper,
    HelperRole,
    SuketHolder,
    Ticket,
    Upload,
    UploadState,
)
from registry.places.regions import load_regions
from registry.rights import data_copy, data_desk, data_requests
from registry.tickets.enclosures import enclose
from registry.uploads.reading import Reading
from registry.uploads.store import ObjectStore
from registry.uploads.verdict import Quality
from registry.vans import booking, writing
from registry.vault import Vault
from tests.bot.player import services, words
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
    return CopyPage(words(), services(), load_regions())


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
        upload = session.exec(select(Upload).order_by("id")).all()[0]
        upload.object_key, upload.media_type, upload.state = (
            store.put(b"\xff\xd8 photo"),
            "image/jpeg",
            UploadState.STORED,
        )
    copy = make()
    for held in ("Contoh Warga", "6471010506900000", "kk saya hilang", "6281100000009", "BPP-00001"):
        assert held in copy
    assert 'src="data:image/jpeg;base64,/9ggcGhvdG8="' in copy


def test_the_pdfs_that_officers_sent_are_in_it(desk: Desk, store: ObjectStore, make: Make) -> None:
    with desk.database.writing() as session:
        for contact_id, data in ((desk.contact_id, b"%PDF mine"), (another(session), b"%PDF theirs")):
            talk = Ticket(contact_id=contact_id, office_id=desk.office_id)
            session.add(talk)
            session.flush()
            enclose(session, talk, {"object_key": store.put(data), "size": len(data)}, MONDAY)
    copy = make()
    assert f"data:application/pdf;base64,{base64.b64encode(b'%PDF mine').decode()}" in copy
    assert base64.b64encode(b"%PDF theirs").decode() not in copy
    data = json.loads(re.findall(r'<script type="application/json" id="data">(.*)</script>', copy)[0])
    assert [each["file"] for each in data["enclosures"]] == ["p-1"]


def another(session: Session) -> int:
    other = Contact(sender_id=1, channel=Channel.WHATSAPP, address="628000", address_index=b"x")
    session.add(other)
    session.flush()
    return other.id


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
        session.add(
            Event(
                contact_id=another(session),
                channel=Channel.WHATSAPP,
                kind=EventKind.MESSAGE,
                body={"text": "rahasia orang"},
            )
        )
    assert "rahasia orang" not in make()


def test_a_missing_or_too_large_file_is_told(desk: Desk, make: Make) -> None:
    desk.open()
    with desk.database.writing() as session:
        session.exec(select(Upload).order_by("id")).all()[0].object_key = 32 * "a"
    assert "1 berkas lain tidak muat" in make()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("service", sorted(services()))
def test_every_service_can_be_put_into_words(copy_page: CopyPage, service: str, language: str) -> None:
    answers = {q.key: next(iter(q.options), "2020-01-01") for q in services()[service].question}
    data = {"number": "DS-0001", "made_at": MONDAY.isoformat(), "draft": [], "van": [], "files": [], "messages": [],
            "enclosures": [], "complaints": [], "requests": [], "families": [], "helper": [],
            "contact": {"address": "62", "flags": [], "since": MONDAY.isoformat(), "no_notices_since": None},
            "cases": [{"number": "BPP-1", "service": service, "office": "BPP", "state": "closed", "closed_at": None,
                       "opened_at": MONDAY.isoformat(), "erased_at": None, "answers": answers, "reason": None,
                       "papers": [{"paper": p.key, "state": "sent", "reason": None} for p in services()[service].paper],
                       "documents": [{"document": d.name, "state": "issued", "sent_to": []}
                                     for d in services()[service].document],
                       "flags": [], "rating": None, "looked_at": [], "suket_listed": True,
                       "corrections": [{"answer": next(iter(answers), "name"), "before": None, "after": None,
                                        "at": MONDAY.isoformat()}]}]}  # fmt: skip
    copy = data_copy.Copy("DS-0001", language, "Asia/Makassar", data, [])
    assert b"BPP-1" in copy_page.render(copy, {}, 0)


def test_what_is_noted_beside_the_answers_is_in_it(desk: Desk, store: ObjectStore, make: Make) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        contact.flags = ["ikd_wish-code"]
        session.get_one(Case, case_id).flags = ["many-families", "of-a-new-version"]
        upload = session.exec(select(Upload).order_by("id")).all()[0]
        upload.object_key, upload.media_type = store.put(b"photo"), "image/jpeg"
        upload.read = Reading(("ktp",), ("6471041708870000",), "2026-11-21", lost=("kk", "other")).to_json()
        known: dict[str, Any] = {"phone": "628", "name": "Bu Contoh", "role": HelperRole.MIDWIFE, "family_limit": 9}
        session.add(SuketHolder(office_id=desk.office_id, nik_index=b"n", kk_index=b"k", case_id=case_id))
        session.add(Helper(office_id=desk.office_id, phone_index=phone_index(contact.address), **known))
    copy = make()
    assert "Daftar suket kantor" in copy
    noted = ["pernah menanyakan kode IKD", "banyak keluarga dari satu nomor", "of-a-new-version", "1 dalam 30 hari"]
    for held in (
        *noted,
        "Bu Contoh, bidan, Balikpapan",
        "KTP-el, 6471041708870000, 21 November 2026, yang hilang: KK dan barang lain",
    ):
        assert held in copy


def test_every_flag_officers_read_has_words_for_the_citizen() -> None:
    said = (Path("backoffice") / "texts" / "id.ftl").read_text("utf-8")
    flags = set(re.findall(r"^(flag-[\w-]+) =", said, re.MULTILINE)) - {f"flag-{quality}" for quality in Quality}
    assert len(flags) > 5 and flags - Wording(TEXTS, services=None).keys("id") == set()


def test_places_at_the_mobile_van_are_in_it(desk: Desk, make: Make) -> None:
    form = {"vehicle": "KT 8001 XX", "place": "Balai Karang Jati", "village": "Karang Jati", "every": "week",
            "weekday": "1", "nth": "1", "opens": "9", "closes": "12", "quota": "5"}  # fmt: skip
    with desk.database.writing() as session:
        made = writing.add(session, desk.officers[Role.SUPERVISOR], form, ["rekam"], load_regions(), MONDAY)
        contact = session.get_one(Contact, desk.contact_id)
        booked = booking.book(session, Actor.citizen(contact), contact, f"{made.id}-20261124", "", 4, MONDAY)
    copy = make()
    assert booked.code in copy and "Balai Karang Jati" in copy and "4 orang, terdaftar" in copy
