"""What no key opens concerns whose it is, and nobody else: they go on, and the office is told."""

from __future__ import annotations

from datetime import timedelta
from math import inf

import pytest
from sqlalchemy import LargeBinary, text, type_coerce, update
from sqlmodel import SQLModel, select

from notifications.dispatch import Dispatcher
from registry.database import Database
from registry.models import Case, Conversation, EventState, Trouble, TroubleKind
from registry.retention.nightly import Retention
from settings import Settings
from tests.bot.carrier_forms import numbered, whatsapp
from tests.bot.conftest import Carrier, carrier_of
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox, no_links, sorry
from tests.registry.desk import MONDAY
from tests.registry.retention.conftest import Kept
from tests.registry.retention.conftest import kept as kept
from tests.transcripts.town import Town

HARMED = b"harmed"


def harm(database: Database, table: str, column: str, key: str, row_id: int) -> None:
    rows = SQLModel.metadata.tables[table]
    with database.writing() as session:
        harmed = update(rows).where(rows.c[key] == row_id).values({column: type_coerce(HARMED, LargeBinary)})
        session.execute(harmed)


@pytest.fixture
def carrier(database: Database, settings: Settings) -> Carrier:
    Town(database)
    return carrier_of(database, settings)


@pytest.fixture
def began_anew(carrier: Carrier) -> Carrier:
    """The citizen writes twice after the conversation was harmed."""
    carrier.post(whatsapp("kk saya hilang"))
    harm(carrier.database, "conversation", "data", "contact_id", 1)
    for number in (2, 3):
        assert carrier.post(numbered(whatsapp("bantuan"), number)) == 200
    return carrier


def test_a_conversation_that_no_key_opens_begins_anew(began_anew: Carrier) -> None:
    assert {event.state for event in began_anew.events()} == {EventState.PROCESSED}
    assert [said.startswith("Maaf, catatan obrolan ini") for said in began_anew.texts()[1:3]] == [True, False]


def test_what_lay_there_is_kept_and_the_office_is_told(began_anew: Carrier) -> None:
    with began_anew.database.reading() as session:
        assert session.get_one(Conversation, 1).data["unopened"] == "aGFybWVk"
        troubles = [(each.kind, each.subject, each.times) for each in session.exec(select(Trouble))]
    assert troubles == [(TroubleKind.TALK, "contact:1", 1)]


def test_an_address_that_no_key_opens_keeps_no_other_message_from_going(database: Database) -> None:
    outbox = Outbox(database)
    mine, other = outbox.contact(), outbox.contact()
    rows = [outbox.put(mine, "satu"), outbox.put(other, "dua")]
    harm(database, "contact", "address", "id", mine.id)
    carrier = FakeCarrier()
    Dispatcher(database, carrier, no_links, sorry).run(at=NOON + timedelta(minutes=1))
    assert carrier.texts == ["dua"]
    with database.reading() as session:
        broken = session.execute(text("SELECT state, error FROM outgoing WHERE id = :id"), {"id": rows[0]}).one()
    assert tuple(broken) == ("failed", "unreadable")


def test_its_case_is_deleted_in_time_all_the_same(kept: Kept) -> None:
    case_id = kept.case()
    with kept.database.writing() as session:
        session.add(Conversation(contact_id=kept.desk.contact_id, data={}))
    harm(kept.database, "conversation", "data", "contact_id", kept.desk.contact_id)
    Retention(kept.database, kept.journal).run(MONDAY, inf)
    assert [case.erased_at is not None for case in kept.all(Case) if case.id == case_id] == [True]
