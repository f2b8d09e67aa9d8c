"""What citizens write to a modem of the office is taken in once and answered by the same modem."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bot.handlers import modems
from notifications.channels.gammu.carrier import GammuCarrier
from notifications.channels.gammu.inbox import GammuInbox
from notifications.channels.gammu.joining import Letter
from notifications.dispatch import Dispatcher
from registry.models import Channel, Contact, Event, Sender
from registry.models.columns import now
from tests.bot.conftest import Carrier
from tests.notifications.conftest import no_links, sorry
from tests.notifications.smsd import Smsd

CITIZEN = "+6281200000999"
AKL = "AKL#6471044506900000#6471041203150000#Bima Contoh#12-11-2026#Balikpapan"


@pytest.fixture
def smsd(tmp_path: Path) -> Smsd:
    return Smsd(f"sqlite:///{tmp_path / 'smsd.db'}")


@pytest.fixture
def inbox(smsd: Smsd) -> GammuInbox:
    return GammuInbox(smsd.engine)


@pytest.fixture
def office(carrier: Carrier) -> Carrier:
    """Balikpapan's SMS number goes by a modem."""
    with carrier.database.writing() as session:
        sender = session.exec(select(Sender).where(Sender.channel == Channel.SMS)).first()
        assert sender
        sender.modem = "balikpapan"
        session.add(sender)
    return carrier


def answer(office: Carrier, smsd: Smsd) -> list[str]:
    office.conversations.drain_due()
    Dispatcher(office.database, GammuCarrier(smsd.engine), no_links, sorry).run(at=now())
    return smsd.waiting()


def texts(office: Carrier) -> list[str]:
    return [event.body["text"] for event in office.rows(Event)]


def test_a_message_is_taken_in_once_and_answered_by_its_modem(office: Carrier, smsd: Smsd, inbox: GammuInbox) -> None:
    smsd.receive("kk hilang", "081200000999")
    assert modems.take_in(office.database, inbox) == 1
    assert smsd.rows("SELECT 1 FROM inbox") == []
    assert "KK hilang" in answer(office, smsd)[-1]
    assert set(smsd.rows('SELECT "DestinationNumber", "SenderID" FROM outbox')) == {(CITIZEN, "balikpapan")}
    assert office.rows(Contact)[0].channel is Channel.SMS


def test_one_that_a_crash_left_behind_is_not_taken_in_again(office: Carrier, smsd: Smsd, inbox: GammuInbox) -> None:
    class Crashed(GammuInbox):
        def taken(self, ids: object) -> None:
            """The machine went down before this was done."""

    smsd.receive("menu")
    assert modems.take_in(office.database, Crashed(smsd.engine)) == 1
    assert modems.take_in(office.database, inbox) == 0
    assert (texts(office), smsd.rows("SELECT 1 FROM inbox")) == (["menu"], [])


def test_a_long_message_whose_parts_come_the_wrong_way_round_is_one(
    office: Carrier, smsd: Smsd, inbox: GammuInbox
) -> None:
    smsd.receive(AKL[40:], header="050003D30202")
    assert modems.take_in(office.database, inbox) == 0
    smsd.receive(AKL[:40], header="050003D30201")
    assert modems.take_in(office.database, inbox) == 1
    assert texts(office) == [AKL]


def test_one_whose_other_part_never_comes_is_taken_as_it_is(office: Carrier, smsd: Smsd, inbox: GammuInbox) -> None:
    smsd.receive("kk saya hilang", header="050003D30201")
    assert modems.take_in(office.database, inbox) == 0
    smsd.age("inbox", 6)
    assert modems.take_in(office.database, inbox) == 1
    assert texts(office) == ["kk saya hilang ..."]


@pytest.mark.parametrize("operator", ["TELKOMSEL", "3636", ""])
def test_an_operators_message_is_put_aside_and_not_answered(
    office: Carrier, smsd: Smsd, inbox: GammuInbox, operator: str
) -> None:
    smsd.receive("Paket internet murah!", operator)
    assert modems.take_in(office.database, inbox) == modems.take_in(office.database, inbox) == 0
    assert smsd.rows('SELECT "Processed" FROM inbox') == [("true",)]
    assert office.events() == []


def test_what_another_modem_got_and_what_the_network_says_stays(office: Carrier, smsd: Smsd, inbox: GammuInbox) -> None:
    smsd.receive("halo", modem="orang-lain")
    smsd.receive("Sisa pulsa Rp 12.000", "*888#", kind=127)
    assert modems.take_in(office.database, inbox) == 0
    assert smsd.rows('SELECT "Processed" FROM inbox') == [("false",), ("false",)]


def test_what_is_no_text_is_said_to_be_none(office: Carrier, smsd: Smsd, inbox: GammuInbox) -> None:
    """A note that an MMS waits, for one."""
    smsd.receive("\x00\x01", coding="8bit", header="0605040B8423F0")
    assert modems.take_in(office.database, inbox) == 1
    assert office.events()[0].body == {"oddity": "mms"}
    assert any("MMS" in said for said in answer(office, smsd))


def test_one_message_goes_in_although_another_is_ill(office: Carrier, smsd: Smsd, inbox: GammuInbox) -> None:
    smsd.receive("a" * 153, header="zz")
    smsd.receive("menu")
    assert modems.take_in(office.database, inbox) == 2


def test_an_installation_without_such_numbers_asks_nobody(carrier: Carrier) -> None:
    class Unasked(GammuInbox):
        def letters(self, modems: object) -> list[Letter]:
            raise AssertionError

    assert modems.take_in(carrier.database, Unasked(carrier.database.engine)) == 0
