"""Messages through Twilio's own client: accepted, refused, found, listed, deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.simulator.conftest import (
    CITIZEN,
    OFFICE,
    SID,
    SMS_CITIZEN,
    SMS_OFFICE,
    LocalHttpClient,
    Simulator,
)


def test_a_message_is_accepted_queued_and_found_again(client: Client) -> None:
    made = client.messages.create(to=SMS_CITIZEN, from_=SMS_OFFICE, body="Halo")
    found = client.messages(made.sid).fetch()
    assert (made.status, made.direction, made.num_segments, made.price) == ("queued", "outbound-api", "1", None)
    assert made.sid.startswith("SM") and len(made.sid) == 34
    assert (found.body, found.from_, found.to) == ("Halo", SMS_OFFICE, SMS_CITIZEN)
    assert found.date_created is not None and found.date_created.tzinfo is UTC


def test_the_citizens_own_message_is_listed_as_received(simulator: Simulator, client: Client) -> None:
    sid = simulator.write("kk saya hilang")["sid"]
    [found] = client.messages.list(to=OFFICE)
    assert (found.sid, found.status, found.direction, found.body) == (sid, "received", "inbound", "kk saya hilang")


def test_a_wrong_token_is_refused(simulator: Simulator) -> None:
    stranger = Client(SID, "salah", http_client=LocalHttpClient(simulator.url))
    with pytest.raises(TwilioRestException) as refused:
        stranger.messages.create(to=CITIZEN, from_=OFFICE, body="halo")
    with pytest.raises(TwilioRestException) as refused_too:
        stranger.content.v1.contents("HX" + "0" * 32).fetch()
    assert [(r.value.status, r.value.code) for r in (refused, refused_too)] == [(401, 20003)] * 2


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"to": "12", "from_": SMS_OFFICE, "body": "x"}, 21211),
        ({"to": SMS_CITIZEN, "from_": "+62811999", "body": "x"}, 21606),
        ({"to": CITIZEN, "from_": "whatsapp:+62811999", "body": "x"}, 63007),
        ({"to": CITIZEN, "from_": SMS_OFFICE, "body": "x"}, 21910),
        ({"to": CITIZEN, "from_": OFFICE}, 21619),
        ({"to": CITIZEN, "from_": OFFICE, "body": "x" * 1601}, 21617),
        ({"to": CITIZEN, "from_": OFFICE, "media_url": ["ftp://contoh.go.id/a.pdf"]}, 21620),
        ({"to": SMS_CITIZEN, "from_": SMS_OFFICE, "media_url": ["http://127.0.0.1/a.pdf"]}, 21623),
        ({"to": CITIZEN, "from_": OFFICE, "content_sid": "HX" + "0" * 32}, 21655),
    ],
)
def test_a_bad_call_gets_twilios_code(client: Client, fields: dict[str, object], code: int) -> None:
    with pytest.raises(TwilioRestException) as refused:
        client.messages.create(**fields)
    assert (refused.value.status, refused.value.code) == (400, code)


def test_an_unknown_message_is_not_found(client: Client) -> None:
    with pytest.raises(TwilioRestException) as refused:
        client.messages("SM" + "0" * 32).fetch()
    assert (refused.value.status, refused.value.code) == (404, 20404)


def test_a_list_runs_over_its_pages_newest_first(simulator: Simulator, client: Client) -> None:
    sids = [simulator.write(str(number))["sid"] for number in range(5)]
    assert [found.sid for found in client.messages.list(page_size=2)] == sids[::-1]


def test_a_page_does_not_shift_when_a_message_arrives(simulator: Simulator, client: Client) -> None:
    sids = [simulator.write(str(number))["sid"] for number in range(4)]
    first = client.messages.page(page_size=2)
    simulator.write("baru")
    assert [found.sid for found in first.next_page()] == [sids[1], sids[0]]


def test_a_list_keeps_to_its_dates(simulator: Simulator, client: Client) -> None:
    simulator.write("halo")
    hour = timedelta(hours=1)
    now = datetime.now(UTC)
    assert len(client.messages.list(to=OFFICE, date_sent_after=now - hour)) == 1
    assert len(client.messages.list(to=OFFICE, date_sent=now.date())) == 1
    assert client.messages.list(to=OFFICE, date_sent_after=now + hour) == []
    assert client.messages.list(to=OFFICE, date_sent_before=now - hour) == []


def test_a_list_keeps_to_its_addresses(simulator: Simulator, client: Client) -> None:
    simulator.write("halo")
    assert len(client.messages.list(from_=CITIZEN)) == 1
    assert client.messages.list(to=CITIZEN) == []


def test_a_deleted_message_leaves_the_api_but_not_the_handset(simulator: Simulator, client: Client) -> None:
    sid = simulator.write("halo")["sid"]
    assert client.messages(sid).delete()
    assert client.messages.list() == []
    assert [shown["sid"] for shown in simulator.messages()] == [sid]
