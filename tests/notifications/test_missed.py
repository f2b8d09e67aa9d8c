"""Messages whose webhook never came, found in the list of the real client against the local Twilio."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.handlers import missed
from bot.handlers.arrivals import Arrival, store
from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy
from notifications.channels.incoming import Incoming
from notifications.channels.media import MediaUnavailable
from notifications.channels.twilio import TwilioCarrier
from registry.database import Database
from registry.models import Channel, Contact, Event, Sender, Trouble
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
    """A carrier whose list is given; it tells from when until when it was asked. Of `withheld` it tells no files."""

    def __init__(self, *messages: Incoming, lost: bool = False, withheld: Exception | None = None) -> None:
        self.messages, self.lost, self.withheld = messages, lost, withheld
        self.asked: list[tuple[datetime, datetime]] = []

    def incoming(self, to: str, since: datetime, until: datetime) -> Sequence[Incoming]:
        if to != SMS_SENDER:
            return []
        if self.lost:
            raise AnswerLost("timeout")
        self.asked.append((since, until))
        return [each for each in self.messages if since <= each.at <= until]

    def media_of(self, message_sid: str) -> Sequence[tuple[str, str]]:
        if self.withheld:
            raise self.withheld
        return [("ME" + 32 * "7", "image/jpeg")]


def sms(number: int, at: datetime, files: int = 0) -> Incoming:
    return Incoming(f"SM{number:032x}", CITIZEN, f"nomor {number}", files, at)


def bodies(outbox: Outbox) -> list[dict[str, object]]:
    return [event.body for event in events(outbox)]


def troubles(outbox: Outbox) -> list[tuple[str, str, int]]:
    with outbox.database.reading() as session:
        return [(each.subject, each.error, each.times) for each in session.exec(select(Trouble))]


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


def test_a_list_that_does_not_come_needs_attention_and_is_asked_for_again(outbox: Outbox) -> None:
    looked_until(outbox, NOON)
    at = NOON + timedelta(minutes=5)
    assert [missed.take_in(outbox.database, Listing(sms(1, NOON), lost=True), at) for _ in range(2)] == [0, 0]
    assert troubles(outbox) == [(SMS_SENDER, "timeout", 2)]
    assert missed.take_in(outbox.database, Listing(sms(1, NOON)), at) == 1
    assert troubles(outbox) == []


LOST, GONE = AnswerLost("503"), DeliveryFailed("20404", Remedy.NONE)
PHOTO = {"text": "nomor 1", "media": ["ME" + 32 * "7"]}


def test_a_message_of_whose_files_nobody_tells_keeps_no_other_waiting(outbox: Outbox) -> None:
    looked_until(outbox, NOON)
    written = sms(1, NOON, files=1), sms(2, NOON), sms(3, NOON + timedelta(hours=8))
    at = NOON + timedelta(hours=8, minutes=5)
    assert missed.take_in(outbox.database, Listing(*written, withheld=LOST), at) == 1
    assert bodies(outbox) == [{"text": "nomor 2"}] and troubles(outbox) == [(f"{SMS_SENDER} media", "503", 1)]
    assert [missed.take_in(outbox.database, Listing(*written), at) for _ in range(3)] == [1, 1, 0]
    assert bodies(outbox)[1:] == [PHOTO, {"text": "nomor 3"}] and troubles(outbox) == []


@pytest.mark.parametrize(("fault", "minutes"), [(LOST, [0, 1, 9, 10]), (GONE, [0])])
def test_files_that_nobody_tells_of_are_asked_for_once_more_at_the_citizens(
    outbox: Outbox, carrier: TwilioCarrier, fault: Exception, minutes: list[int]
) -> None:
    looked_until(outbox, NOON)
    listing = Listing(sms(1, NOON, files=2), withheld=fault)
    looks = [NOON + timedelta(days=1, minutes=minute) for minute in minutes]
    assert [missed.take_in(outbox.database, listing, at) for at in looks] == [0] * (len(looks) - 1) + [1]
    assert bodies(outbox) == [{"text": "nomor 1", "media": [missed.NOWHERE, missed.NOWHERE]}]
    with pytest.raises(MediaUnavailable) as refusal:
        carrier.fetch_media("SM" + 32 * "1", missed.NOWHERE, 1_000)
    assert refusal.value.permanent and troubles(outbox) == []
    carrier.delete_media("SM" + 32 * "1", missed.NOWHERE)  # as the uploads' worker does; quiet


def test_a_message_that_cannot_be_stored_keeps_no_other_from_it(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(database: Database, arrival: Arrival) -> int | None:
        if arrival.sid == broken.sid:
            raise ValueError("what it says")
        return store(database, arrival)

    broken, other = sms(1, NOON), sms(2, NOON)
    monkeypatch.setattr(missed, "store", breaks)
    looked_until(outbox, NOON)
    missed.take_in(outbox.database, Listing(broken, other), NOON + timedelta(minutes=5))
    assert bodies(outbox) == [{"text": "nomor 2"}]
    assert troubles(outbox) == [(f"message:{broken.sid}", "ValueError", 1)]


class Slow(Listing):
    """Each question takes ten seconds, by the clock that measures them."""

    def __init__(self, clock: list[float], *messages: Incoming, lost: bool = False) -> None:
        super().__init__(*messages, lost=lost)
        self.clock, self.addresses = clock, list[str]()

    def incoming(self, to: str, since: datetime, until: datetime) -> Sequence[Incoming]:
        self.clock[0] += 10
        self.addresses.append(to)
        return super().incoming(to, since, until)

    def media_of(self, message_sid: str) -> Sequence[tuple[str, str]]:
        self.clock[0] += 10
        return super().media_of(message_sid)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    shown = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: shown[0])
    return shown


def test_what_the_time_does_not_do_for_is_left_for_the_next_look(outbox: Outbox, clock: list[float]) -> None:
    looked_until(outbox, NOON)
    carrier = Slow(clock, *(sms(number, NOON + number * missed.OVERLAP, files=1) for number in range(1, 6)))
    at = NOON + timedelta(hours=2)
    assert [missed.take_in(outbox.database, carrier, at, seconds=40) for _ in range(4)] == [2, 3, 0, 0]
    assert [body["text"] for body in bodies(outbox)] == [f"nomor {number}" for number in range(1, 6)]


def test_a_sender_whose_list_is_refused_comes_last(outbox: Outbox, clock: list[float]) -> None:
    outbox.change(Sender, outbox.senders[Channel.SMS], looked_until=NOON - timedelta(hours=1))
    outbox.change(Sender, outbox.senders[Channel.WHATSAPP], looked_until=NOON)
    carrier = Slow(clock, lost=True)
    for _ in range(3):
        missed.take_in(outbox.database, carrier, NOON + timedelta(minutes=5), seconds=10)
    assert carrier.addresses == [SMS_SENDER, WHATSAPP_SENDER, WHATSAPP_SENDER]


@pytest.mark.parametrize("strange", ["", "SM1", "XX" + 32 * "0"])
def test_a_message_without_a_proper_number_is_not_kept(outbox: Outbox, strange: str) -> None:
    looked_until(outbox, NOON)
    assert (
        missed.take_in(outbox.database, Listing(Incoming(strange, CITIZEN, "x", 0, NOON)), NOON + missed.OVERLAP) == 0
    )
    assert events(outbox) == []
