"""Messages whose webhook never came, found in the list of the real client against the local Twilio."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.handlers import missed
from bot.handlers.arrivals import Arrival, store
from notifications.channels.carrier import AnswerLost
from notifications.channels.incoming import Incoming
from notifications.channels.twilio import TwilioCarrier
from registry.models import Channel, Contact, Event, Sender
from settings import Settings
from simulator.samples import draw
from tests.notifications.conftest import NOON, SMS_SENDER, WHATSAPP_SENDER, LocalTwilio, Outbox

CITIZEN, OTHER = "+6281200000999", "+6281200000998"


def later(**more: float) -> datetime:
    return datetime.now(UTC) + timedelta(**more)


def events(outbox: Outbox) -> list[Event]:
    with outbox.database.reading() as session:
        return list(session.exec(select(Event).order_by(col(Event.id))))


def looked_until(outbox: Outbox, at: datetime) -> None:
    for sender_id in outbox.senders.values():
        outbox.change(Sender, sender_id, looked_until=at)


@pytest.fixture
def carrier(twilio_settings: Settings) -> TwilioCarrier:
    return TwilioCarrier(twilio_settings)


def test_text_photo_and_sms_are_taken_in_once(outbox: Outbox, carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    looked_until(outbox, later(minutes=-5))
    first = twilio.write(f"whatsapp:{CITIZEN}", WHATSAPP_SENDER, "kk saya hilang")
    photo = {"media": ("ktp.jpg", draw("ktp.jpg"), "image/jpeg")}
    second = twilio.write(f"whatsapp:{CITIZEN}", WHATSAPP_SENDER, files=photo)
    third = twilio.write(OTHER, SMS_SENDER, "status")
    assert [missed.take_in(outbox.database, carrier, later(minutes=1)) for _ in range(2)] == [3, 0]
    found = events(outbox)
    assert [event.message_sid for event in found] == [first, second, third]
    assert [event.body for event in found] == [
        {"text": "kk saya hilang"},
        {"media": [twilio.media_of(f"whatsapp:{CITIZEN}")]},
        {"text": "status"},
    ]
    assert [event.channel for event in found] == [Channel.WHATSAPP, Channel.WHATSAPP, Channel.SMS]


def test_what_its_webhook_brought_is_known(outbox: Outbox, carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    looked_until(outbox, later(minutes=-5))
    sid = twilio.write(CITIZEN, SMS_SENDER, "status")
    came = Arrival(Channel.SMS, SMS_SENDER, CITIZEN, sid, None, {"text": "status"}, datetime.now(UTC))
    store(outbox.database, came)
    assert missed.take_in(outbox.database, carrier, later(minutes=1)) == 0
    assert len(events(outbox)) == 1


def test_what_may_still_be_on_its_way_is_left(outbox: Outbox, carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    looked_until(outbox, later(minutes=-5))
    twilio.write(CITIZEN, SMS_SENDER, "status")
    assert missed.take_in(outbox.database, carrier, later(seconds=20)) == 0
    assert missed.take_in(outbox.database, carrier, later(seconds=60)) == 1


def test_what_was_written_before_the_first_look_was_not_for_us(
    outbox: Outbox, carrier: TwilioCarrier, twilio: LocalTwilio
) -> None:
    twilio.write(CITIZEN, SMS_SENDER, "dulu")
    first = later(minutes=30)
    assert missed.take_in(outbox.database, carrier, first) == 0
    assert missed.take_in(outbox.database, carrier, first + timedelta(minutes=1)) == 0


class Listing:
    """A carrier whose list is given; it tells from when until when it was asked."""

    def __init__(self, *messages: Incoming, lost: bool = False) -> None:
        self.messages, self.lost = messages, lost
        self.asked: list[tuple[datetime, datetime]] = []

    def incoming(self, to: str, since: datetime, until: datetime) -> Sequence[Incoming]:
        if to != SMS_SENDER:
            return []
        if self.lost:
            raise AnswerLost("timeout")
        self.asked.append((since, until))
        return [each for each in self.messages if since <= each.at <= until]

    def media_of(self, message_sid: str) -> Sequence[tuple[str, str]]:
        return []


def sms(number: int, at: datetime) -> Incoming:
    return Incoming(f"SM{number:032x}", CITIZEN, f"nomor {number}", 0, at)


def test_after_two_days_without_us_nothing_is_missing(outbox: Outbox) -> None:
    """Many at once, in the order in which they were written, each at its own time."""
    written = [sms(number, NOON + number * timedelta(minutes=1)) for number in range(1, 2000, 2)]
    carrier, looked = Listing(*written), NOON
    looked_until(outbox, NOON)
    while looked < NOON + timedelta(days=2):
        missed.take_in(outbox.database, carrier, NOON + timedelta(days=2))
        looked += missed.AT_ONCE
    found = events(outbox)
    assert [(event.body["text"], event.received_at) for event in found] == [(each.body, each.at) for each in written]
    assert max(until - since for since, until in carrier.asked) <= missed.AT_ONCE + missed.OVERLAP
    with outbox.database.reading() as session:
        assert len(session.exec(select(Contact)).all()) == 1


def test_a_list_that_does_not_come_is_asked_for_again(outbox: Outbox) -> None:
    looked_until(outbox, NOON)
    at = NOON + timedelta(minutes=5)
    assert missed.take_in(outbox.database, Listing(sms(1, NOON), lost=True), at) == 0
    assert missed.take_in(outbox.database, Listing(sms(1, NOON)), at) == 1


@pytest.mark.parametrize("strange", ["", "SM1", "XX" + 32 * "0"])
def test_a_message_without_a_proper_number_is_not_kept(outbox: Outbox, strange: str) -> None:
    looked_until(outbox, NOON)
    assert (
        missed.take_in(outbox.database, Listing(Incoming(strange, CITIZEN, "x", 0, NOON)), NOON + missed.OVERLAP) == 0
    )
    assert events(outbox) == []
