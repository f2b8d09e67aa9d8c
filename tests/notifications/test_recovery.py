"""After the carrier was away, with nothing else to send: one of those that wait finds out that it is back."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlmodel import col, select

from notifications import dispatch
from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy
from notifications.dispatch import Dispatcher
from notifications.recovery import PROBE
from registry.models import Outgoing, OutgoingState
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox, no_links, sorry

DOWN, FROZEN = DeliveryFailed("unreachable", Remedy.WHEN_BACK), AnswerLost("ReadTimeout")
BEFORE = (0, 8, 27, 62, 125)  # seconds at which a row was tried in vain; the next is due a minute later, or two


class Counter(FakeCarrier):
    """Away until told otherwise."""

    def __init__(self, fault: Exception) -> None:
        super().__init__()
        self.fault: Exception | None = fault
        self.asked: list[str] = []

    def send(self, *given: object, **named: object) -> str:
        self.asked.append("send")
        self.faults = [self.fault] if self.fault else []
        return super().send(*given, **named)  # type: ignore[arg-type]

    def look_up(self, *given: object, **named: object) -> list[str]:
        self.asked.append("look up")
        if self.fault:
            raise self.fault
        return list(super().look_up(*given, **named))  # type: ignore[arg-type]


@pytest.fixture(params=[DOWN, FROZEN], ids=["down", "frozen"])
def carrier(request: pytest.FixtureRequest) -> Counter:
    return Counter(request.param)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a run takes, it takes no time here."""
    monkeypatch.setattr(dispatch, "time", SimpleNamespace(monotonic=lambda: 0.0))


@pytest.fixture
def away(outbox: Outbox, carrier: Counter) -> datetime:
    """Two of one citizen and one of another wait since then."""
    contact = outbox.contact()
    for said in ("satu", "dua"):
        outbox.put(contact, said)
    outbox.put(outbox.contact(), "tiga")
    for seconds in BEFORE:
        Dispatcher(outbox.database, carrier, no_links, sorry).run(at=NOON + timedelta(seconds=seconds))
    carrier.asked.clear()
    return NOON + timedelta(seconds=BEFORE[-1] + 11)


def rows(outbox: Outbox) -> list[Outgoing]:
    with outbox.database.reading() as session:
        return list(session.exec(select(Outgoing).order_by(col(Outgoing.id))))


def test_its_success_lets_all_others_go_at_once_in_order(outbox: Outbox, carrier: Counter, away: datetime) -> None:
    carrier.fault = None
    Dispatcher(outbox.database, carrier, no_links, sorry).run(at=away)
    assert sorted(carrier.texts) == ["dua", "satu", "tiga"]
    assert carrier.texts.index("satu") < carrier.texts.index("dua")
    assert {row.state for row in rows(outbox)} == {OutgoingState.SENT}


def test_in_vain_it_changes_nothing_and_is_no_try(outbox: Outbox, carrier: Counter, away: datetime) -> None:
    before = [(row.due_at, row.attempts, row.error) for row in rows(outbox)]
    Dispatcher(outbox.database, carrier, no_links, sorry).run(at=away)
    assert len(carrier.asked) == 1
    assert [(row.due_at, row.attempts, row.error) for row in rows(outbox)] == before


def test_one_is_tried_every_ten_seconds(outbox: Outbox, carrier: Counter, away: datetime) -> None:
    dispatcher = Dispatcher(outbox.database, carrier, no_links, sorry)
    for second in range(3 * int(PROBE.total_seconds())):
        dispatcher.run(at=away + timedelta(seconds=second))
    assert len(carrier.asked) == 3


def test_after_hours_all_go_in_their_order(outbox: Outbox, carrier: Counter, away: datetime) -> None:
    dispatcher = Dispatcher(outbox.database, carrier, no_links, sorry)
    at = away
    while at - NOON < timedelta(hours=2):
        at += timedelta(seconds=20)
        dispatcher.run(at=at)
    assert OutgoingState.FAILED not in {row.state for row in rows(outbox)}
    carrier.fault = None
    dispatcher.run(at=at + 2 * PROBE)
    assert carrier.texts.index("satu") < carrier.texts.index("dua")
    assert {row.state for row in rows(outbox)} == {OutgoingState.SENT}
