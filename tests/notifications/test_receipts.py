"""What the carrier says afterwards, in any order."""

from __future__ import annotations

import time
from datetime import timedelta
from itertools import permutations

import pytest

from notifications import outcomes, receipts
from notifications.claiming import Task, claim
from notifications.outbox import Message
from registry.models import Contact, Outgoing, OutgoingState
from tests.notifications.conftest import NOON, Outbox

SID = "SM" + 32 * "a"
LATER = NOON + timedelta(minutes=2)


@pytest.fixture
def row(outbox: Outbox) -> int:
    return sent_row(outbox)


def sent_row(outbox: Outbox, text: str = "halo", sid: str = SID) -> int:
    row_id = outbox.put(outbox.contact(), Message(text, template="case_news"))
    outbox.change(Outgoing, row_id, state=OutgoingState.SENT, sid=sid, sent_at=NOON, attempts=1)
    return row_id


def tell(outbox: Outbox, status: str, code: str | None = None, *, tag: str = "") -> bool:
    with outbox.database.writing() as session:
        return receipts.record(session, SID, status, code, LATER, tag=tag)


@pytest.mark.parametrize("order", list(permutations(["sent", "delivered", "read"])))
def test_the_furthest_receipt_stays_whatever_the_order(outbox: Outbox, row: int, order: tuple[str, ...]) -> None:
    for status in order:
        tell(outbox, status)
    assert outbox.row(row).delivery == "read"


def test_a_receipt_counts_once_and_nothing_follows_a_failure(outbox: Outbox, row: int) -> None:
    assert [tell(outbox, "undelivered", "63003"), tell(outbox, "undelivered", "63003")] == [True, False]
    assert not tell(outbox, "delivered")
    assert (outbox.row(row).state, outbox.row(row).delivery) == (OutgoingState.FAILED, "failed")


@pytest.mark.parametrize("status", ["queued", "sending", "", "nonsense"])
def test_other_words_change_nothing(outbox: Outbox, row: int, status: str) -> None:
    assert not tell(outbox, status)
    assert outbox.row(row).delivery is None


def test_a_receipt_for_an_unknown_message_is_ignored(outbox: Outbox) -> None:
    assert not tell(outbox, "failed", "30003")


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("63016", OutgoingState.QUEUED),
        ("63018", OutgoingState.QUEUED),
        ("30003", OutgoingState.QUEUED),
        ("30005", OutgoingState.QUEUED),
        ("63019", OutgoingState.QUEUED),
        ("21211", OutgoingState.FAILED),
        ("63033", OutgoingState.FAILED),
        ("12300", OutgoingState.FAILED),
        ("99999", OutgoingState.FAILED),
        (None, OutgoingState.FAILED),
    ],
)
def test_what_follows_a_failure_stands_in_the_table(
    outbox: Outbox, row: int, code: str | None, state: OutgoingState
) -> None:
    tell(outbox, "failed", code)
    assert (outbox.row(row).state, outbox.row(row).error) == (state, code or "none-given")


def test_an_unreachable_telephone_is_tried_once_more_only(outbox: Outbox, row: int) -> None:
    outbox.change(Outgoing, row, attempts=2)
    tell(outbox, "failed", "30003")
    assert outbox.row(row).state is OutgoingState.FAILED


def test_a_closed_window_is_remembered_unless_the_citizen_wrote_since(outbox: Outbox, row: int) -> None:
    contact_id = outbox.row(row).contact_id
    tell(outbox, "failed", "63016")
    with outbox.database.reading() as session:
        assert session.get_one(Contact, contact_id).window_until is None


def test_an_answer_that_came_in_meanwhile_keeps_the_window_open(outbox: Outbox, row: int) -> None:
    contact_id = outbox.row(row).contact_id
    outbox.change(Contact, contact_id, window_until=NOON + timedelta(hours=24, seconds=30))
    tell(outbox, "failed", "63016")
    with outbox.database.reading() as session:
        assert session.get_one(Contact, contact_id).window_until is not None


def test_a_template_outside_the_window_is_not_sent_again(outbox: Outbox) -> None:
    row = sent_row(outbox, text="")
    tell(outbox, "failed", "63016")
    assert outbox.row(row).state is OutgoingState.FAILED


def test_who_blocked_us_is_marked(outbox: Outbox, row: int) -> None:
    tell(outbox, "failed", "63014")
    with outbox.database.reading() as session:
        assert session.get_one(Contact, outbox.row(row).contact_id).opted_out_at == LATER


def test_a_lost_receipt_is_asked_for(outbox: Outbox, row: int) -> None:
    assert receipts.sweep(outbox.database, lambda sid: ("failed", "21211"), NOON + receipts.SILENCE) == 1
    assert outbox.row(row).state is OutgoingState.FAILED
    assert receipts.sweep(outbox.database, lambda sid: ("failed", "21211"), NOON + receipts.SILENCE) == 0


def test_what_the_time_does_not_do_for_is_asked_for_in_the_next_minute(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each answer takes ten seconds, by the clock that measures them."""
    rows = [sent_row(outbox, sid=f"SM{number}") for number in range(5)]
    shown = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: shown[0])

    def ask(sid: str) -> tuple[str, None]:
        shown[0] += 10
        return "delivered", None

    assert [receipts.sweep(outbox.database, ask, NOON + receipts.SILENCE, seconds=20) for _ in range(4)] == [2, 2, 1, 0]
    assert {outbox.row(row).delivery for row in rows} == {"delivered"}


@pytest.fixture
def under_way(outbox: Outbox) -> Task:
    """The carrier has it, and its answer has not come yet."""
    outbox.put(outbox.contact(), Message("halo", template="case_news"))
    with outbox.database.writing() as session:
        (task,) = claim(session, 1, NOON)
    return task


def test_a_receipt_that_is_quicker_than_the_answer_counts(outbox: Outbox, under_way: Task) -> None:
    assert tell(outbox, "failed", "63016", tag=under_way.tag)
    with outbox.database.writing() as session:
        outcomes.record(session, [outcomes.sent(under_way, SID, LATER)], LATER)
    row = outbox.row(under_way.row_id)
    assert (row.state, row.error, row.sid) == (OutgoingState.QUEUED, "63016", None)


def test_a_receipt_stands_for_an_answer_that_was_lost(outbox: Outbox, under_way: Task) -> None:
    with outbox.database.writing() as session:
        outcomes.record(session, [outcomes.lost(under_way, "ReadTimeout", LATER)], LATER)
    assert tell(outbox, "delivered", tag=under_way.tag)
    row = outbox.row(under_way.row_id)
    assert (row.state, row.sid, row.delivery) == (OutgoingState.SENT, SID, "delivered")


@pytest.mark.parametrize("tag", ["{row}.2", "{row}.0", "999.1", "{row}", "x.1", "1.1.1", ""])
def test_another_attempts_receipt_changes_nothing(outbox: Outbox, under_way: Task, tag: str) -> None:
    assert not tell(outbox, "failed", "63016", tag=tag.format(row=under_way.row_id))
    assert outbox.row(under_way.row_id).state is OutgoingState.SENDING


def test_what_is_waiting_to_be_sent_again_takes_no_receipt_of_before(outbox: Outbox, under_way: Task) -> None:
    assert tell(outbox, "failed", "63016", tag=under_way.tag)
    assert not tell(outbox, "sent", tag=under_way.tag)
    assert outbox.row(under_way.row_id).state is OutgoingState.QUEUED
