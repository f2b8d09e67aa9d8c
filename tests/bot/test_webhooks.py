"""What strangers and the carrier post to us: who is let in, and what is kept of it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from werkzeug.test import Client

from bot.handlers.parsing import parse
from bot.handlers.webhooks import STATUS
from bot.uploads import Fetcher
from notifications.channels.twilio import TwilioCarrier
from notifications.outbox import Message, queue
from registry.database import Database
from registry.models import Channel, Contact, EventKind, Outgoing, OutgoingState, Upload
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.bot.carrier_forms import ACCOUNT, CASES, OFFICE, Case, files, media, numbered, sid, sms, whatsapp
from tests.bot.conftest import Carrier, carrier_of
from tests.simulator.product import Product

GENUINE = whatsapp("kk saya hilang")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_of_each_form_this_is_kept(case: Case) -> None:
    assert parse(case.form) == case.row


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_each_form_becomes_one_row_and_is_answered(carrier: Carrier, case: Case) -> None:
    assert carrier.post(case.form) == 200
    event, *timers = carrier.events()
    assert all(timer.kind is EventKind.TIMER for timer in timers)
    assert (event.message_sid, event.body, event.state.value) == (case.form["MessageSid"], case.row, "processed")
    assert carrier.texts()


def altered(name: str, value: str | None) -> dict[str, str]:
    left = {key: given for key, given in GENUINE.items() if key != name}
    return left if value is None else left | {name: value}


@pytest.mark.parametrize("signature", ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "\u00e9"])
def test_a_stranger_is_turned_away(carrier: Carrier, signature: str) -> None:
    assert carrier.post(GENUINE, signature) == 403
    assert (carrier.events(), carrier.rows(Contact)) == ([], [])


def test_without_a_signature_nobody_comes_in(carrier: Carrier) -> None:
    assert Client(carrier.door).post("/webhooks/twilio/inbound", data=GENUINE).status_code == 403
    assert carrier.events() == []


@pytest.mark.parametrize("name", sorted(GENUINE))
@pytest.mark.parametrize("value", [None, "diubah"], ids=["removed", "changed"])
def test_no_parameter_may_change_on_the_way(carrier: Carrier, name: str, value: str | None) -> None:
    assert carrier.post(altered(name, value), carrier.sign(GENUINE)) == 403
    assert carrier.events() == []


@pytest.mark.parametrize("added", [{"Admin": "1"}, {"ButtonPayload": "!officer"}, {"NumMedia0": ""}])
def test_no_parameter_may_be_added_on_the_way(carrier: Carrier, added: dict[str, str]) -> None:
    assert carrier.post(GENUINE | added, carrier.sign(GENUINE)) == 403
    assert carrier.events() == []


def test_the_address_is_signed_too(carrier: Carrier) -> None:
    assert carrier.post(GENUINE, path="/webhooks/twilio/inbound?x=1") == 200
    other = numbered(GENUINE, 2)
    assert carrier.post(other, carrier.sign(other), "/webhooks/twilio/inbound?x=1") == 403
    assert len(carrier.events()) == 1


@pytest.mark.parametrize(
    "foreign",
    [{"AccountSid": "AC" + 32 * "1"}, {"AccountSid": ""}, {"To": "whatsapp:+628999999999"}, {"To": ""},
     {"To": OFFICE.removeprefix("whatsapp:")}],
)  # fmt: skip
def test_what_is_signed_but_not_for_us_is_refused(carrier: Carrier, foreign: dict[str, str]) -> None:
    assert carrier.post(GENUINE | foreign) == 403
    assert (carrier.events(), carrier.rows(Contact)) == ([], [])


@pytest.mark.parametrize("wrong", ["", "SM1", "SM" + 32 * "z", sid(1) + "0", sid(1) + "\n", "ME" + 32 * "0"])
def test_a_message_without_a_proper_number_is_not_kept(carrier: Carrier, wrong: str) -> None:
    assert carrier.post(GENUINE | {"MessageSid": wrong}) == 400
    assert carrier.events() == []


def test_a_replayed_request_is_thanked_for_and_nothing_more(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    assert [carrier.post(GENUINE), carrier.post(GENUINE), carrier.post(GENUINE)] == [200, 200, 200]
    assert (len(carrier.events()), len(carrier.texts())) == (1, 1)


def test_an_endless_body_is_not_read(carrier: Carrier) -> None:
    assert carrier.post(whatsapp(3_000_000 * "a"), "x") == 413
    assert carrier.events() == []


@pytest.mark.parametrize("host", ["169.254.169.254", "localhost:6379", "[::1]", "10.0.0.1@loket"])
def test_a_file_is_fetched_by_its_number_never_by_its_address(
    carrier: Carrier, settings: Settings, vault: Vault, host: str
) -> None:
    with closing(Product()) as trap, closing(Product()) as api:
        ours = replace(settings, twilio_api_url=api.url)
        address = f"{trap.url if 'localhost' in host else 'http://' + host}/latest/Media/{media(0)}"
        assert carrier.post(files("image/png", kind="image", MediaUrl0=address)) == 200
        store = ObjectStore(ours.object_store, vault)
        assert Fetcher(carrier.database, TwilioCarrier(ours), store, None).run() == 1
        asked = f"GET /2010-04-01/Accounts/{ACCOUNT}/Messages/{sid(1, 'MM')}/Media/{media(0)}"
        assert (api.fetched, trap.fetched) == ([asked], [])
    assert [upload.verdict for upload in carrier.rows(Upload)] == ["gone"]


RECEIPTS = (
    ("as it should be", ["sent", "delivered", "read"], "read"),
    ("twice", ["sent", "sent", "delivered", "delivered"], "delivered"),
    ("late", ["delivered", "sent"], "delivered"),
    ("after it was read", ["read", "delivered", "sent", "failed"], "read"),
    ("words we do not know", ["queued", "sending", "", "accepted", "x" * 9000], None),
)


@pytest.mark.parametrize(("told", "kept"), [row[1:] for row in RECEIPTS], ids=[row[0] for row in RECEIPTS])
def test_receipts_come_in_any_order(carrier_anywhere: Carrier, told: list[str], kept: str | None) -> None:
    carrier, outgoing = carrier_anywhere, sent_message(carrier_anywhere)
    assert {carrier.post(receipt(sid(5), status), path=STATUS) for status in told} == {204}
    (row,) = carrier.rows(Outgoing)
    assert (row.id, row.delivery, row.state) == (outgoing, kept, OutgoingState.SENT)


def test_a_receipt_for_a_message_that_is_not_ours_changes_nothing(carrier: Carrier) -> None:
    sent_message(carrier)
    assert carrier.post(receipt(sid(6), "read"), path=STATUS) == 204
    assert [row.delivery for row in carrier.rows(Outgoing)] == [None]


def test_a_forged_receipt_is_refused(carrier: Carrier) -> None:
    sent_message(carrier)
    assert carrier.post(receipt(sid(5), "read"), carrier.sign(receipt(sid(5), "sent"), STATUS), STATUS) == 403
    assert [row.delivery for row in carrier.rows(Outgoing)] == [None]


def receipt(message_sid: str, status: str) -> dict[str, str]:
    return {
        "MessageSid": message_sid, "SmsSid": message_sid, "AccountSid": ACCOUNT, "From": OFFICE,
        "To": "whatsapp:+6281200000012", "MessageStatus": status, "SmsStatus": status, "ApiVersion": "2010-04-01",
        "ChannelPrefix": "whatsapp",
    }  # fmt: skip


def sent_message(carrier: Carrier) -> int:
    at = datetime(2026, 11, 23, 1, tzinfo=UTC)
    with carrier.database.writing() as session:
        contact = Contact(sender_id=1, channel=Channel.WHATSAPP, address=OFFICE, address_index=b"x", window_until=at)
        session.add(contact)
        session.flush()
        row = session.get_one(Outgoing, queue(session, contact.id, Message("halo")))
        row.state, row.sid, row.sent_at, row.attempts = OutgoingState.SENT, sid(5), at, 1
        return row.id


@pytest.mark.parametrize("url", ["sqlite:////nowhere/loket.db", "postgresql+psycopg://127.0.0.1:1/loket"])
@pytest.mark.parametrize("form", [GENUINE, sms("status")], ids=["whatsapp", "sms"])
def test_what_cannot_be_kept_is_not_acknowledged(settings: Settings, url: str, form: dict[str, str]) -> None:
    carrier = carrier_of(Database(url), settings)
    assert carrier.post(form) >= 500
    assert carrier.post(receipt(sid(5), "read"), path=STATUS) >= 500
