"""Modems of our own: what is put into SMSD's tables, once, in parts, and what it says became of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from notifications.channels.carrier import MODEM, AnswerLost, DeliveryFailed, Outbound, Remedy
from notifications.channels.gammu.carrier import GammuCarrier
from notifications.channels.gammu.cutting import cut, numbered
from notifications.channels.gammu.tables import connect
from notifications.channels.remedies import remedy_for
from notifications.claiming import LEASE, claim
from notifications.dispatch import Dispatcher
from registry.models import Channel, OutgoingState, Sender
from simulator.segments import count
from tests.notifications.conftest import NOON, Outbox, no_links, sorry
from tests.notifications.smsd import Smsd

MODEM_1 = f"{MODEM}balikpapan"
CITIZEN = "+6281200000999"
LONG_AGO = datetime.now(UTC) - timedelta(hours=1)
LATER = NOON + timedelta(minutes=1)
LONG = "Kelurahan mana? " * 12
DOCUMENTED = Path("/usr/share/doc/gammu-smsd/examples/sqlite.sql")


@pytest.fixture
def carrier(smsd: Smsd) -> GammuCarrier:
    return GammuCarrier(smsd.engine)


def send(carrier: GammuCarrier, text: str, tag: str = "7.1") -> str:
    return carrier.send(MODEM_1, CITIZEN, Outbound(text), tag)


@pytest.mark.parametrize(
    "text",
    ["a" * 160, "a" * 161, "€" * 80, "€" * 81, "a" * 152 + "€" * 9, "é" * 70, "ā" * 70, "ā" * 71, "🙏" * 36,
     "a" * 66 + "🙏" * 40, LONG],
)  # fmt: skip
def test_a_text_is_cut_as_it_is_counted(text: str) -> None:
    found, counted = cut(text), count(text)
    assert "".join(found.texts) == text
    assert (len(found.texts), found.coding.startswith("Unicode")) == (counted.parts, counted.encoding == "UCS-2")
    alone = counted.parts == 1
    most = (160 if alone else 153) if counted.encoding == "GSM-7" else (70 if alone else 67)
    assert all(count(part).units <= most for part in found.texts)


def test_the_parts_of_one_message_say_which_of_how_many() -> None:
    assert [part.header for part in numbered(("a", "b", "c"), 0x1D3)] == [
        "050003D30301",
        "050003D30302",
        "050003D30303",
    ]
    assert [part.header for part in numbered(("a",), 5)] == [""]


def test_a_long_message_is_one_row_and_its_further_parts(smsd: Smsd, carrier: GammuCarrier) -> None:
    send(carrier, LONG)
    (row,) = smsd.rows('SELECT "SenderID", "MultiPart", "DeliveryReport", "UDH", "Coding" FROM outbox')
    assert (row[0], str(row[1]).lower(), *row[2:]) == (
        "balikpapan", "true", "yes", "050003070201", "Default_No_Compression",
    )  # fmt: skip
    assert smsd.rows('SELECT "SequencePosition", "UDH" FROM outbox_multipart') == [(2, "050003070202")]
    assert smsd.waiting() == [LONG]


def test_letters_gsm_does_not_have_go_as_unicode(smsd: Smsd, carrier: GammuCarrier) -> None:
    send(carrier, "Terima kasih 🙏")
    assert smsd.rows('SELECT "Coding", "TextDecoded" FROM outbox') == [("Unicode_No_Compression", "Terima kasih 🙏")]


def test_a_database_that_is_away_took_nothing(tmp_path: Path) -> None:
    away = GammuCarrier(connect(f"sqlite:///{tmp_path}/nowhere/smsd.db"))
    with pytest.raises(DeliveryFailed) as failed:
        send(away, "halo")
    assert (failed.value.reason, failed.value.permanent) == ("gammu-away", False)


def test_tables_that_are_not_there_took_nothing(tmp_path: Path) -> None:
    empty = GammuCarrier(connect(f"sqlite:///{tmp_path / 'empty.db'}"))
    with pytest.raises(DeliveryFailed) as failed:
        send(empty, "halo")
    assert failed.value.reason == "gammu-away"


def test_a_commit_without_an_answer_may_have_been_done(smsd_on_sqlite: Smsd) -> None:
    def lost(connection: object) -> None:
        raise OperationalError("COMMIT", {}, ConnectionError())

    event.listen(smsd_on_sqlite.engine, "commit", lost)
    with pytest.raises(AnswerLost):
        send(GammuCarrier(smsd_on_sqlite.engine), "halo")


@pytest.mark.parametrize("transmitted", [False, True])
def test_a_sender_that_died_after_its_commit_sends_nothing_twice(
    outbox: Outbox, smsd: Smsd, carrier: GammuCarrier, transmitted: bool
) -> None:
    outbox.change(Sender, outbox.senders[Channel.SMS], modem="balikpapan")
    row = outbox.put(outbox.contact(Channel.SMS), "halo")
    with outbox.database.writing() as session:
        (task,) = claim(session, 1, LATER)
    sid = carrier.send(task.sender_address, task.address, Outbound("halo"), task.tag)
    if transmitted:
        smsd.transmit()
    Dispatcher(outbox.database, carrier, no_links, sorry).run(at=LATER + LEASE)
    assert (outbox.row(row).state, outbox.row(row).sid) == (OutgoingState.SENT, sid)
    assert smsd.waiting() + smsd.rows("SELECT 1 FROM sentitems") in (["halo"], [(1,)])


def test_one_that_died_before_its_commit_sends_it_once(outbox: Outbox, smsd: Smsd, carrier: GammuCarrier) -> None:
    outbox.change(Sender, outbox.senders[Channel.SMS], modem="balikpapan")
    row = outbox.put(outbox.contact(Channel.SMS), "halo")
    with outbox.database.writing() as session:
        claim(session, 1, LATER)
    Dispatcher(outbox.database, carrier, no_links, sorry).run(at=LATER + LEASE)
    assert (outbox.row(row).state, smsd.waiting()) == (OutgoingState.SENT, ["halo"])


def test_a_message_of_another_life_of_the_database_is_not_ours(smsd: Smsd, carrier: GammuCarrier) -> None:
    """SMSD's tables were made anew: the number is the same, the message is another's."""
    sid = send(carrier, "halo")
    smsd.change("""UPDATE outbox SET "CreatorID" = 'Loket 7.1 00000000'""")
    smsd.transmit("SendingError", 21)
    assert carrier.status(sid) == ("queued", None)
    carrier.delete_message(sid)
    assert smsd.rows("SELECT 1 FROM sentitems") == [(1,)]


def test_it_is_delivered_with_its_last_part(smsd: Smsd, carrier: GammuCarrier) -> None:
    sid = send(carrier, LONG)
    assert carrier.status(sid) == ("queued", None)
    (number,) = smsd.transmit()
    assert carrier.status(sid) == ("sent", None)
    smsd.report(number, "DeliveryOK")
    assert carrier.status(sid) == ("sent", None)
    smsd.report(number, "DeliveryOK", places=[2])
    assert carrier.status(sid) == ("delivered", None)


@pytest.mark.parametrize(
    ("status", "code", "reason", "remedy"),
    [
        ("SendingError", 21, "gammu-send-21", Remedy.OUR_SIM),
        ("SendingError", 310, "gammu-send-310", Remedy.OUR_SIM),
        ("SendingError", 1, "gammu-send-1", Remedy.BAD_ADDRESS),
        ("SendingError", 331, "gammu-send-331", Remedy.WHEN_BACK),
        ("Error", -1, "gammu-send", Remedy.ONCE_MORE),
    ],
)
def test_what_the_network_refused_says_what_helps(
    smsd: Smsd, carrier: GammuCarrier, status: str, code: int, reason: str, remedy: Remedy
) -> None:
    sid = send(carrier, LONG)
    smsd.transmit(status, code)
    assert carrier.status(sid) == ("failed", reason)
    assert remedy_for(reason) is remedy


def test_half_a_message_that_did_not_arrive_is_one_that_did_not(smsd: Smsd, carrier: GammuCarrier) -> None:
    sid = send(carrier, LONG)
    (number,) = smsd.transmit()
    smsd.report(number, "DeliveryOK")
    smsd.report(number, "DeliveryFailed", 70, places=[2])
    assert carrier.status(sid) == ("failed", "gammu-report-70")


def test_another_programs_messages_are_left_alone(smsd: Smsd, carrier: GammuCarrier) -> None:
    smsd.change(
        """INSERT INTO outbox ("TextDecoded", "CreatorID", "DestinationNumber") VALUES ('halo', 'Lain', :to)""",
        to=CITIZEN,
    )
    assert not carrier.look_up(MODEM_1, CITIZEN, "halo", LONG_AGO, "7.2")


@pytest.mark.skipif(not DOCUMENTED.exists(), reason="gammu-smsd is not installed")
def test_the_tables_of_these_tests_are_those_of_the_daemon(tmp_path: Path, smsd_on_sqlite: Smsd) -> None:
    real = connect(f"sqlite:///{tmp_path / 'real.db'}")
    with real.connect() as connection:
        connection.connection.driver_connection.executescript(DOCUMENTED.read_text())  # type: ignore[union-attr]
        columns = (
            "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.name NOT LIKE '%sqlite%'"
        )
        theirs = {tuple(row) for row in connection.exec_driver_sql(columns)}
    assert {(table, column) for table, column in theirs if table != "gammu"} == set(smsd_on_sqlite.rows(columns))
