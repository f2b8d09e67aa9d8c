"""What the outgoing desk asks of any carrier: the same tests against the local Twilio and against modems' tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from notifications.channels.carrier import MODEM, Carrier, DeliveryFailed, Outbound, Remedy
from notifications.channels.gammu.carrier import GammuCarrier
from notifications.channels.routes import Carriers
from notifications.channels.twilio import TwilioCarrier
from notifications.dispatch import Dispatcher
from notifications.retrying import WAITS
from registry.models import Channel, OutgoingState, Sender
from settings import Settings
from tests.notifications.conftest import NOON, SMS_SENDER, LocalTwilio, Outbox, no_links, sorry
from tests.notifications.smsd import Smsd

CITIZEN = "+6281200000999"
LONG_AGO = datetime.now(UTC) - timedelta(hours=1)
LATER = NOON + timedelta(minutes=1)
SECONDS = timedelta(seconds=5)


@dataclass
class Line:
    """A carrier, the address of ours it sends from, and what has left for a number."""

    carrier: Carrier
    sender: str
    heard: Callable[[str], list[str]]


@pytest.fixture
def by_twilio(twilio_settings: Settings, twilio: LocalTwilio) -> Line:
    def heard(to: str) -> list[str]:
        return [message["body"] for message in twilio.messages_to(to)]

    return Line(TwilioCarrier(twilio_settings), SMS_SENDER, heard)


@pytest.fixture
def by_modem(smsd_on_sqlite: Smsd) -> Line:
    smsd = smsd_on_sqlite

    def heard(to: str) -> list[str]:
        smsd.transmit()
        said = 'SELECT "TextDecoded" FROM sentitems WHERE "DestinationNumber" = :to ORDER BY "ID", "SequencePosition"'
        return [str(text) for (text,) in smsd.rows(said, to=to)]

    return Line(GammuCarrier(smsd.engine), f"{MODEM}balikpapan", heard)


@pytest.fixture(params=["by_twilio", "by_modem"])
def line(request: pytest.FixtureRequest) -> Line:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Line)
    return found


def test_what_is_sent_reaches_the_number_and_has_a_name(line: Line) -> None:
    sid = line.carrier.send(line.sender, CITIZEN, Outbound("Halo, loket."), "7.1")
    assert line.heard(CITIZEN) == ["Halo, loket."]
    assert line.carrier.status(sid)[0] in ("queued", "sent", "delivered")
    assert len(sid) <= 34


def test_each_message_has_a_name_of_its_own(line: Line) -> None:
    assert len({line.carrier.send(line.sender, CITIZEN, Outbound("Halo"), f"{row}.1") for row in range(3)}) == 3


def test_an_earlier_attempt_is_found_again(line: Line) -> None:
    sid = line.carrier.send(line.sender, CITIZEN, Outbound("satu"), "7.1")
    line.carrier.send(line.sender, "+6281200000998", Outbound("satu"), "8.1")
    assert list(line.carrier.look_up(line.sender, CITIZEN, "satu", LONG_AGO, "7.2")) == [sid]
    line.heard(CITIZEN)
    assert list(line.carrier.look_up(line.sender, CITIZEN, "satu", LONG_AGO, "7.3")) == [sid]


def test_what_was_never_sent_is_not_found(line: Line) -> None:
    assert not line.carrier.look_up(line.sender, CITIZEN, "satu", LONG_AGO, "7.2")


def test_what_nobody_can_send_is_ours_to_mend(line: Line) -> None:
    with pytest.raises(DeliveryFailed) as refused:
        line.carrier.send(line.sender, CITIZEN, Outbound(""), "7.1")
    assert refused.value.remedy in (Remedy.OUR_CONTENT, Remedy.NONE)


def test_deleting_twice_is_quiet(line: Line) -> None:
    sid = line.carrier.send(line.sender, CITIZEN, Outbound("NIK 6471044506900000"), "7.1")
    line.heard(CITIZEN)
    line.carrier.delete_message(sid)
    line.carrier.delete_message(sid)
    assert not line.carrier.look_up(line.sender, CITIZEN, None, LONG_AGO, "7.2")


def test_one_office_by_twilio_another_by_its_modem(outbox: Outbox, by_twilio: Line, by_modem: Line) -> None:
    both = Carriers(by_twilio.carrier, by_modem.carrier, by_twilio.carrier)  # type: ignore[arg-type]
    by_the_one = outbox.contact(Channel.SMS)
    with outbox.database.writing() as session:
        sender = Sender(channel=Channel.SMS, address="+628110000099", modem="balikpapan")
        session.add(sender)
    outbox.senders[Channel.SMS] = sender.id
    by_the_other = outbox.contact(Channel.SMS)
    rows = [outbox.put(by_the_one, "lewat Twilio"), outbox.put(by_the_other, "lewat modem")]
    Dispatcher(outbox.database, both, no_links, sorry).run(at=LATER)
    assert [outbox.row(row).state for row in rows] == [OutgoingState.SENT] * 2
    assert by_twilio.heard(by_the_one.address) == ["lewat Twilio"]
    assert by_modem.heard(by_the_other.address) == ["lewat modem"]
    assert by_modem.heard(by_the_one.address) == by_twilio.heard(by_the_other.address) == []


def test_without_modems_theirs_wait_and_the_others_go(outbox: Outbox, by_twilio: Line) -> None:
    one = Carriers(by_twilio.carrier, None, by_twilio.carrier)  # type: ignore[arg-type]
    outbox.change(Sender, outbox.senders[Channel.SMS], modem="balikpapan")
    row = outbox.put(outbox.contact(Channel.SMS), "lewat modem")
    Dispatcher(outbox.database, one, no_links, sorry).run(at=LATER)
    assert (outbox.row(row).state, outbox.row(row).error) == (OutgoingState.QUEUED, "gammu-away")
    outbox.change(Sender, outbox.senders[Channel.SMS], modem=None)
    Dispatcher(outbox.database, one, no_links, sorry).run(at=LATER + WAITS[0] + SECONDS)
    assert outbox.row(row).state is OutgoingState.SENT
