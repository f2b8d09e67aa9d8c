"""Two web processes (of SQLite one) and two of each worker over one database, with more to do than they can at once."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path

import pytest
import requests
from sqlmodel import col, select
from twilio.request_validator import RequestValidator

from bot.handlers.pace import MOST
from bot.handlers.webhooks import INBOUND
from notifications.outbox import Message
from registry.models import Contact, Event, EventKind, EventState, Outgoing, OutgoingState
from tests.bot.carrier_forms import numbered, whatsapp
from tests.whole.handset import Handset
from tests.whole.installation import TOKEN, Installation, running
from tests.whole.test_whole_way import OFFICE

pytestmark = pytest.mark.long

PATIENCE = 120.0  # seconds until all is done
CARRIERS = 15.0  # seconds, after which it gives up a webhook
SORRY = "Pesan Anda banyak sekaligus."
NUMBER = "whatsapp:+6281299{:06d}"


@pytest.fixture(params=["sqlite", "postgresql"])
def twofold(request: pytest.FixtureRequest, redis_url: str, tmp_path: Path) -> Iterator[Installation]:
    """SQLite is for one web process (docs/operations.md)."""
    url = str(request.getfixturevalue(f"{request.param}_url"))
    with running(tmp_path, url, redis_url, webs=1 if request.param == "sqlite" else 2, workers=2) as installation:
        yield installation


def form(number: int, text: str, citizen: int) -> dict[str, str]:
    address = NUMBER.format(citizen)
    return numbered(whatsapp(text, From=address, ExternalUserId="", WaId=address[10:]), number)


def arrive(here: Installation, forms: Sequence[Mapping[str, str]], at_once: int) -> list[float]:
    """Each by a call of its own, one web process after the other in turn; the seconds that each took."""
    validator = RequestValidator(TOKEN)

    def bring(given: tuple[str, Mapping[str, str]]) -> float:
        web, told = given
        signed = {"X-Twilio-Signature": validator.compute_signature(here.web + INBOUND, told)}
        began = time.monotonic()
        requests.post(web + INBOUND, data=told, headers=signed, timeout=60).raise_for_status()
        return time.monotonic() - began

    with ThreadPoolExecutor(at_once) as carrier:
        return list(carrier.map(bring, zip(cycle(here.webs), forms)))


def may_be_answered(here: Installation, citizens: Iterable[int]) -> None:
    """The carrier takes free text for them, as for everybody whose message it has just brought."""
    for citizen in citizens:
        Handset(here.twilio, NUMBER.format(citizen), OFFICE).has_written()


def comes_to_rest(here: Installation) -> None:
    """Nothing waits that is due."""
    waits = (
        select(Event.id).where(Event.state == EventState.PENDING, Event.kind == EventKind.MESSAGE),
        select(Outgoing.id).where(col(Outgoing.state) != OutgoingState.SENT),
    )
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with here.database.reading() as session:
            if all(session.exec(each.limit(1)).first() is None for each in waits):
                return
        threading.Event().wait(0.2)
    raise AssertionError("it does not come to rest")


def heard(here: Installation, citizen: int) -> list[str]:
    """What the carrier brought, in the order in which it took it."""
    handset = Handset(here.twilio, NUMBER.format(citizen), OFFICE)
    handset.times_heard("")
    return [message["body"] for message in handset.received]


def rows(here: Installation, citizen: int) -> tuple[list[Event], list[Outgoing]]:
    with here.database.reading() as session:
        contact = next(each for each in session.exec(select(Contact)) if each.address == NUMBER.format(citizen))
        mine = select(Event).where(Event.contact_id == contact.id, Event.kind == EventKind.MESSAGE)
        said = select(Outgoing).where(Outgoing.contact_id == contact.id).order_by(col(Outgoing.id))
        return list(session.exec(mine.order_by(col(Event.id)))), list(session.exec(said))


def test_twenty_messages_at_once_are_answered_once_and_in_order(twofold: Installation) -> None:
    may_be_answered(twofold, [1])
    arrive(twofold, [form(number, "bantuan", 1) for number in range(1, 21)], at_once=20)
    comes_to_rest(twofold)
    events, said = rows(twofold, 1)
    assert [event.state for event in events] == 20 * [EventState.PROCESSED]
    assert list(dict.fromkeys(row.event_id for row in said)) == [event.id for event in events]
    assert len(said) == 20 + 1  # and the notice, before the first
    assert heard(twofold, 1) == [Message.from_body(row.body).text for row in said]


def test_two_first_messages_at_once_are_one_conversation(twofold: Installation) -> None:
    citizens = range(10, 18)
    may_be_answered(twofold, citizens)
    arrive(twofold, [form(100 + each, "bantuan", each // 2 * 2) for each in citizens], at_once=8)
    comes_to_rest(twofold)
    for citizen in citizens[::2]:
        events, said = rows(twofold, citizen)
        assert (len(events), len(said)) == (2, 3)


def test_a_flood_is_slowed_and_others_are_answered_meanwhile(twofold: Installation) -> None:
    """Two hundred messages of one citizen, as fast as they come; ten others write in the midst of them."""
    flood = [form(1_000 + number, "bantuan", 1) for number in range(200)]
    others = [form(5_000 + number, "bantuan", 100 + number) for number in range(10)]
    may_be_answered(twofold, [1, *range(100, 110)])
    waited = arrive(twofold, [*flood[:100], *others, *flood[100:]], at_once=32)
    assert max(waited) < CARRIERS
    theirs = [rows(twofold, 100 + number) for number in range(10)]
    while any(not said or said[-1].state is not OutgoingState.SENT for _, said in theirs):
        theirs = [rows(twofold, 100 + number) for number in range(10)]
    events, _ = rows(twofold, 1)
    slowed = [event for event in events if event.body.get("slowed")]
    waiting = [event for event in slowed if event.state is EventState.PENDING]
    assert len(events) == 200 and len(waiting) > 40  # while the flood is answered still
    told = [Message.from_body(row.body).text for row in rows(twofold, 1)[1]]
    assert sum(SORRY in text for text in told) <= 1
    assert MOST <= len(events) - len(slowed) < 2 * MOST


def test_when_more_come_than_can_be_answered_they_are_stored_first(twofold: Installation) -> None:
    """Four hundred citizens write in the same moment: the carrier waits for none, and all are answered."""
    may_be_answered(twofold, range(400))
    waited = arrive(twofold, [form(number, "bantuan", number) for number in range(400)], at_once=64)
    assert max(waited) < CARRIERS
    comes_to_rest(twofold)
    with twofold.database.reading() as session:
        states = Counter(session.exec(select(Event.state).where(Event.kind == EventKind.MESSAGE)))
        answered = Counter(session.exec(select(Outgoing.event_id)))
    assert states == {EventState.PROCESSED: 400} and set(answered.values()) == {2}
