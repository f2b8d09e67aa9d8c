"""Killed at every commit of a message's way, the next start finishes the work: nothing is lost, nothing said twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from itertools import count

import pytest
import requests
from sqlalchemy import update
from sqlmodel import select

from assembly.chat import services, words
from bot.forms import forms
from launch.welcome import answers
from notifications.channels.twilio import TwilioCarrier
from notifications.pushing import push
from registry import cases
from registry.cards import printing
from registry.database import Database
from registry.demo.population import RINA
from registry.demo.staff import PASSWORD
from registry.demo.stock import stock_up
from registry.issuing.certificates import make_demo_authority
from registry.issuing.issuing_desk import IssuingDesk
from registry.lifecycle import DocumentState, Role
from registry.models import Case, Sender
from registry.models.columns import now
from registry.places.regions import load_regions
from registry.post import delivery
from registry.uploads.store import ObjectStore
from registry.vault import vault
from settings import Settings
from tests.conftest import free_port
from tests.registry.desk import ADDRESS, Desk
from tests.registry.issuing_office import PlainWords
from tests.whole.desk import Desk as OfficersBrowser
from tests.whole.handset import Handset
from tests.whole.installation import ACCOUNT, ROOT, TOKEN, furnish, simulator
from tests.whole.mortal_town import Town
from tests.whole.test_whole_way import reply

SIGNED = (DocumentState.ISSUED, DocumentState.SUPERSEDED)  # by the next family card of the same person
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # others try both

pytestmark = pytest.mark.long


@pytest.fixture
def town(settings: Settings, database_url: str, database: Database, redis_url: str) -> Iterator[Town]:
    web, twilio = free_port(), free_port()
    told = replace(
        settings,
        database_url=database_url,
        redis_url=redis_url,
        public_url=f"http://127.0.0.1:{web}",
        twilio_api_url=f"http://127.0.0.1:{twilio}",
        twilio_account_sid=ACCOUNT,
        twilio_auth_token=TOKEN,
    )
    office, staff = furnish(database, make_demo_authority(at=now()), ObjectStore(told.object_store, vault()))
    with database.writing() as session:
        session.execute(update(Sender).values(looked_until=now()))
        stock_up(session, office, staff, now())
    with subprocess.Popen([sys.executable, *simulator(twilio, web)], cwd=ROOT) as carrier:
        assert answers(f"{told.twilio_api_url}/simulator/state")
        push(TwilioCarrier(told), database, forms(services(), words()))
        yield Town(told, database, Desk(database, office.id, 0, staff))
        carrier.terminate()


def dies_everywhere(
    town: Town,
    citizens: Iterable[Handset],
    act: Callable[[Handset], object],
    answer: str,
    again: Callable[[Handset], object] = lambda citizen: None,
) -> int:
    """How often it was killed until it outlived what was asked of it; each time the next life must finish the work,
    when who got no answer has pressed the button `again`."""
    with ExitStack() as lives:
        here = lives.enter_context(town.life())
        for place, citizen in enumerate(citizens, start=1):
            assert town.rests(here)
            here.commits.arm(place)
            act(citizen)
            town.rests(here)
            if struck := here.commits.disarm():
                town.leases_run_out()
                here = lives.enter_context(town.life())
                again(citizen)
            citizen.hears(answer)
            assert town.rests(here)
            assert citizen.times_heard(answer) == 1, place
            if not struck:
                return place - 1
    raise AssertionError("there are always citizens")


def standing(town: Town, *said: tuple[str, str]) -> Iterator[Handset]:
    """Citizens whose conversation stands after these questions and answers."""
    first = town.handset()
    with town.life() as here:
        for question, answer in (("", "halo"), *said):
            if question:
                first.hears(question)
            reply(first, answer)
        assert town.rests(here)
    return (town.another(first) for _ in count())


class Browser:
    """An officer's, logged in once. The dead give no answer, and who presses twice may be told that it is done."""

    def __init__(self, town: Town, username: str) -> None:
        self._web = town.settings.public_url
        with town.life():
            self._desk = OfficersBrowser(self._web, username)

    def press(self, path: str, **form: str) -> None:
        with suppress(requests.RequestException):
            self._desk.do(path, **form)


def test_a_first_message(town: Town) -> None:
    citizens = (town.handset() for _ in count())
    killed = dies_everywhere(town, citizens, lambda citizen: citizen.say("kk saya hilang"), "Lanjut lewat WhatsApp?")
    assert killed >= 8  # before and after it is stored, answered, taken to be sent, and noted as sent


@ON_SQLITE
def test_a_photo(town: Town) -> None:
    asked = (
        ("Lanjut lewat WhatsApp?", "[Lanjut]"),
        ("", "kk saya hilang"),
        ("Masih ada?", "[Tidak ada]"),
        ("Nama lengkap", "rina contoh"),
        ("NIK Anda?", RINA),
        ("Nomor KK?", "lupa"),
        ("Kelurahan di KK?", "karang rejo"),
    )
    citizens = standing(town, *asked)
    killed = dies_everywhere(town, citizens, lambda citizen: citizen.send("surat-hilang.jpg"), "Terakhir, foto KTP-el")
    assert killed >= 16  # it is fetched, kept, and told besides


@ON_SQLITE
def test_a_request_is_filed(town: Town) -> None:
    asked = (
        ("Lanjut lewat WhatsApp?", "[Lanjut]"),
        ("", "ktp baru sudah rekam"),
        ("Nama lengkap", "rina contoh"),
        ("NIK Anda?", RINA),
        ("Nomor KK?", "lupa"),
        ("Kelurahan di KK?", "karang rejo"),
    )
    killed = dies_everywhere(town, standing(town, *asked), lambda citizen: citizen.say("kirim"), "Nomor: BPP-")
    assert killed >= 8
    with town.database.reading() as session:
        cases = session.exec(select(Case.contact_id)).all()
    assert len(cases) == len(set(cases)) == killed + 1


def test_a_document_is_signed(town: Town) -> None:
    documents: dict[str, int] = {}
    issuing = IssuingDesk(
        town.database,
        ObjectStore(town.settings.object_store, vault()),
        load_regions(),
        public_url=town.settings.public_url,
        official=False,
    )

    def waiting() -> Iterator[Handset]:
        for citizen in standing(town, ("Lanjut lewat WhatsApp?", "[Lanjut]")):
            desk = town.desk_for(citizen)
            counter, case_id = desk.officers[Role.COUNTER], desk.open(at=now(), papers={}, nik=RINA)
            with town.database.writing() as session:
                cases.approve(session, counter, case_id, now())
            document_id = documents[citizen.address] = desk.documents(case_id)[0].id
            issuing.render_sample(counter, document_id, PlainWords(), now())
            yield citizen

    head = Browser(town, "kepala.bpp")

    def sign(citizen: Handset) -> None:
        head.press(f"/tanda-tangan/{documents[citizen.address]}", passphrase=PASSWORD)

    killed = dies_everywhere(town, waiting(), sign, "sudah terbit. Agar", again=sign)
    assert killed >= 8
    for document_id in documents.values():
        assert town.office.document(document_id).state in SIGNED


@ON_SQLITE
def test_a_card_is_posted(town: Town) -> None:
    documents: dict[str, int] = {}

    def waiting() -> Iterator[Handset]:
        for citizen in standing(town, ("Lanjut lewat WhatsApp?", "[Lanjut]")):
            desk = town.desk_for(citizen)
            printer, case_id = desk.officers[Role.PRINTING], desk.open("KTP-BARU", at=now(), papers={})
            with town.database.writing() as session:
                cases.approve(session, desk.officers[Role.COUNTER], case_id, now())
            document_id = documents[citizen.address] = desk.documents(case_id)[0].id
            with town.database.writing() as session:
                printing.ready_to_print(session, printer, [document_id], now())
                printing.mark_printed(session, printer, [document_id], now())
                delivery.choose_post(session, desk.citizen(session), document_id, ADDRESS, now())
            yield citizen

    post = Browser(town, "pos.bpp")

    def hand_over(citizen: Handset) -> None:
        document_id = documents[citizen.address]
        post.press(f"/pos/{document_id}/kirim", tracking=f"P2611 2300 {document_id:04d}")

    killed = dies_everywhere(town, waiting(), hand_over, "Nomor resi", again=hand_over)
    assert killed >= 8
    for document_id in documents.values():
        assert town.office.document(document_id).state is DocumentState.POSTED
