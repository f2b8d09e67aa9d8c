"""What SMSD tells of messages it took becomes what an officer sees of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from notifications import receipts
from notifications.channels.carrier import Outbound
from notifications.channels.gammu.carrier import GammuCarrier
from notifications.channels.gammu.reports import Reports
from notifications.claiming import claim
from notifications.dispatch import Dispatcher
from registry.models import Channel, Outgoing, OutgoingState, Sender
from tests.notifications.conftest import NOON, Outbox, no_links, sorry
from tests.notifications.smsd import Smsd

LATER = NOON + timedelta(minutes=1)


@pytest.fixture
def row(outbox: Outbox, smsd: Smsd) -> int:
    """Of a message that SMSD has."""
    outbox.change(Sender, outbox.senders[Channel.SMS], modem="balikpapan")
    row_id = outbox.put(outbox.contact(Channel.SMS), "halo")
    Dispatcher(outbox.database, GammuCarrier(smsd.engine), no_links, sorry).run(at=LATER)
    return row_id


@pytest.fixture
def reports(smsd: Smsd) -> Reports:
    return Reports(smsd.engine)


def hear(outbox: Outbox, reports: Reports) -> int:
    return sum(
        receipts.take(outbox.database, told.sid, told.tag, told.fate, LATER + timedelta(minutes=1))
        for told in reports.news()
    )


def test_it_is_sent_then_delivered_and_each_is_told_once(
    outbox: Outbox, smsd: Smsd, row: int, reports: Reports
) -> None:
    assert hear(outbox, reports) == 0 and outbox.row(row).delivery is None
    (number,) = smsd.transmit()
    assert (hear(outbox, reports), outbox.row(row).delivery) == (1, "sent")
    assert list(reports.news()) == []
    smsd.report(number, "DeliveryOK")
    assert (hear(outbox, reports), outbox.row(row).delivery) == (1, "delivered")
    assert list(reports.news()) == []


def test_a_new_process_tells_what_it_finds_and_that_changes_nothing(
    outbox: Outbox, smsd: Smsd, row: int, reports: Reports
) -> None:
    smsd.transmit()
    hear(outbox, reports)
    assert len(list(Reports(smsd.engine).news())) == 1
    assert hear(outbox, Reports(smsd.engine)) == 0


def test_of_an_early_message_it_is_heard_late(
    outbox: Outbox, smsd: Smsd, row: int, reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    (number,) = smsd.transmit()
    monkeypatch.setattr("notifications.channels.gammu.reports.NEWEST", 0)  # as if thousands had been sent since
    smsd.report(number, "DeliveryOK")
    assert list(reports.news()) == []
    (late,) = reports.late_news()
    assert receipts.take(outbox.database, late.sid, late.tag, late.fate, LATER + timedelta(minutes=1))
    assert outbox.row(row).delivery == "delivered" and list(reports.late_news()) == []


def test_what_was_told_in_vain_is_told_again(smsd: Smsd, row: int, reports: Reports) -> None:
    smsd.transmit()
    next(reports.news())  # and then the database of ours was away
    assert len(list(reports.news())) == 1


def test_a_sim_without_credit_is_a_failure_that_an_officer_sees(
    outbox: Outbox, smsd: Smsd, row: int, reports: Reports
) -> None:
    smsd.transmit("SendingError", 21)
    hear(outbox, reports)
    assert (outbox.row(row).state, outbox.row(row).error) == (OutgoingState.FAILED, "gammu-send-21")


def test_without_a_network_it_goes_again(outbox: Outbox, smsd: Smsd, row: int, reports: Reports) -> None:
    smsd.transmit("SendingError", 331)
    hear(outbox, reports)
    assert outbox.row(row).state is OutgoingState.QUEUED
    Dispatcher(outbox.database, GammuCarrier(smsd.engine), no_links, sorry).run(at=LATER + timedelta(minutes=5))
    assert smsd.waiting() == ["halo"]


def test_a_report_finds_a_message_whose_sender_died(outbox: Outbox, smsd: Smsd, reports: Reports) -> None:
    """SMSD has it, our row does not say so yet: the tag tells."""
    row = outbox.put(outbox.contact(Channel.SMS), "halo")
    with outbox.database.writing() as session:
        (task,) = claim(session, 1, LATER)
    sid = GammuCarrier(smsd.engine).send("modem:balikpapan", task.address, Outbound("halo"), task.tag)
    smsd.transmit()
    hear(outbox, reports)
    kept: Outgoing = outbox.row(row)
    assert (kept.state, kept.sid, kept.delivery) == (OutgoingState.SENT, sid, "sent")


def test_what_another_program_sent_is_no_news(smsd: Smsd, reports: Reports) -> None:
    smsd.change("""INSERT INTO outbox ("TextDecoded", "CreatorID", "SenderID") VALUES ('halo', 'Lain', '')""")
    smsd.change("""INSERT INTO outbox ("TextDecoded", "CreatorID", "SenderID") VALUES ('halo', 'Loket itu', '')""")
    smsd.transmit()
    assert list(reports.news()) == []
