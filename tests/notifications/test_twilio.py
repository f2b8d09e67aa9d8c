"""The carrier's real client against the local Twilio."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from notifications.channels.carrier import AnswerLost, DeliveryFailed, Outbound, Remedy
from notifications.channels.twilio import TwilioCarrier
from notifications.claiming import LEASE
from notifications.content import QuickReply
from notifications.dispatch import Dispatcher
from notifications.outbox import Choice, Message
from notifications.pushing import push
from notifications.retrying import WAITS
from registry.models import Channel, OutgoingState
from settings import Settings
from tests.conftest import free_port
from tests.notifications.conftest import NOON, SMS_SENDER, LocalTwilio, Outbox, no_links, sorry

CITIZEN = "+6281200000999"
LATER = NOON + timedelta(minutes=1)
LONG_AGO = datetime.now(UTC) - timedelta(hours=1)


@pytest.fixture
def carrier(twilio_settings: Settings) -> TwilioCarrier:
    return TwilioCarrier(twilio_settings)


def test_it_sends_text_and_asks_for_receipts(carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    sid = carrier.send(SMS_SENDER, CITIZEN, Outbound("Halo, loket."))
    (message,) = twilio.messages_to(CITIZEN)
    assert (message["sid"], message["body"]) == (sid, "Halo, loket.")
    assert carrier.status(sid)[0] in ("queued", "sent", "delivered")


@pytest.mark.parametrize(
    ("code", "remedy"),
    [(20429, Remedy.WHEN_BACK), (21610, Remedy.BLOCKED), (21211, Remedy.BAD_ADDRESS), (21617, Remedy.OUR_CONTENT)],
)
def test_a_refusal_names_its_remedy(carrier: TwilioCarrier, twilio: LocalTwilio, code: int, remedy: Remedy) -> None:
    twilio.control("faults", calls=[{"kind": "refuse", "code": code}])
    with pytest.raises(DeliveryFailed) as refused:
        carrier.send(SMS_SENDER, CITIZEN, Outbound("Halo"))
    assert (refused.value.reason, refused.value.remedy) == (str(code), remedy)


@pytest.mark.parametrize("fault", [{"kind": "refuse", "code": 20503}, {"kind": "timeout"}])
def test_what_may_have_been_taken_is_lost(
    carrier: TwilioCarrier, twilio: LocalTwilio, fault: dict[str, object]
) -> None:
    twilio.control("faults", calls=[fault])
    with pytest.raises(AnswerLost):
        carrier.send(SMS_SENDER, CITIZEN, Outbound("Halo"))


def test_a_list_that_is_refused_names_its_remedy_too(twilio_settings: Settings, twilio: LocalTwilio) -> None:
    carrier = TwilioCarrier(replace(twilio_settings, twilio_auth_token="0" * 32))
    for asked in (carrier.contents, lambda: carrier.look_up(SMS_SENDER, CITIZEN, None, NOON)):
        with pytest.raises(DeliveryFailed) as refused:
            asked()
        assert (refused.value.reason, refused.value.remedy) == ("20003", Remedy.WHEN_BACK)


def test_without_a_connection_nothing_was_sent(settings: Settings) -> None:
    away = TwilioCarrier(replace(settings, twilio_api_url=f"http://127.0.0.1:{free_port()}"))
    with pytest.raises(DeliveryFailed) as failed:
        away.send(SMS_SENDER, CITIZEN, Outbound("Halo"))
    assert (failed.value.reason, failed.value.permanent) == ("unreachable", False)


def test_a_look_up_finds_the_same_words_newest_first(carrier: TwilioCarrier) -> None:
    sids = [carrier.send(SMS_SENDER, CITIZEN, Outbound(text)) for text in ("satu", "dua", "satu")]
    assert list(carrier.look_up(SMS_SENDER, CITIZEN, "satu", LONG_AGO)) == [sids[2], sids[0]]
    assert list(carrier.look_up(SMS_SENDER, CITIZEN, None, LONG_AGO)) == sids[::-1]
    assert not carrier.look_up(SMS_SENDER, CITIZEN, "satu", datetime.now(UTC) + timedelta(hours=1))


def test_a_message_is_deleted_once_it_is_over(carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    sid = twilio.write(CITIZEN, SMS_SENDER, files={"body": (None, "kk saya hilang")})
    carrier.delete_message(sid)
    carrier.delete_message(sid)
    with pytest.raises(DeliveryFailed) as gone:
        carrier.status(sid)
    assert gone.value.reason == "20404"


def test_one_still_under_way_cannot_be_deleted_yet(carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    sid = carrier.send(SMS_SENDER, CITIZEN, Outbound("Halo"))
    twilio.control("faults", calls=[{"kind": "refuse", "code": 20009, "on": "any"}])
    with pytest.raises(DeliveryFailed) as early:
        carrier.delete_message(sid)
    assert early.value.reason == "20009"


def test_taken_then_timed_out_reaches_the_citizen_once(
    outbox: Outbox, carrier: TwilioCarrier, twilio: LocalTwilio
) -> None:
    twilio.control("faults", calls=[{"kind": "timeout", "next": 1}])
    contact = outbox.contact(Channel.SMS)
    row = outbox.put(contact, "halo")
    dispatcher = Dispatcher(outbox.database, carrier, no_links, sorry)
    dispatcher.run(at=LATER)
    dispatcher.run(at=LATER + WAITS[0] + timedelta(seconds=5))
    (message,) = twilio.messages_to(contact.address)
    assert (outbox.row(row).state, outbox.row(row).sid) == (OutgoingState.SENT, message["sid"])


def test_too_many_requests_are_sent_later(outbox: Outbox, carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    twilio.control("faults", calls=[{"kind": "refuse", "code": 20429, "next": 1}])
    contact = outbox.contact(Channel.SMS)
    row = outbox.put(contact, "halo")
    dispatcher = Dispatcher(outbox.database, carrier, no_links, sorry)
    dispatcher.run(at=LATER)
    assert outbox.row(row).state is OutgoingState.QUEUED
    dispatcher.run(at=LATER + LEASE)
    assert [message["body"] for message in twilio.messages_to(contact.address)] == ["halo"]


def test_buttons_and_lists_carry_their_ids(outbox: Outbox, carrier: TwilioCarrier, twilio: LocalTwilio) -> None:
    push(carrier, outbox.database, [QuickReply(("Lanjut", "Batal"))])
    contact = outbox.contact()
    twilio.control("window", **{"from": contact.address, "to": "whatsapp:+628110000001", "open": True})
    buttons = (Choice("a", "Lanjut"), Choice("b", "Batal"))
    villages = tuple(Choice(f"v{n}", f"Kelurahan {n}", "Balikpapan") for n in range(4))
    outbox.put(contact, Message("Kirim?", buttons))
    outbox.put(contact, Message("Kelurahan?", villages, list_button="Pilih"))
    Dispatcher(outbox.database, carrier, no_links, sorry).run(at=LATER)
    first, second = twilio.messages_to(contact.address)
    assert first["buttons"] == [{"id": "a", "title": "Lanjut"}, {"id": "b", "title": "Batal"}]
    assert (second["list_button"], second["items"][3]["id"], second["items"][3]["description"]) == (
        "Pilih",
        "v3",
        "Balikpapan",
    )
