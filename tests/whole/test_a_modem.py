"""A whole chat by SMS through the real daemon: gammu-smsd with its dummy telephone, whose memory is a folder."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlmodel import select

from assembly.chat import conversations
from assembly.modems import Modems
from assembly.parts import Parts
from notifications.channels.gammu.carrier import GammuCarrier
from notifications.channels.gammu.tables import connect
from notifications.dispatch import Dispatcher
from notifications.queues import Waker
from registry.database import Database
from registry.models import Case, Channel, Modem, Outgoing, Sender
from registry.models.columns import now
from registry.offices.modems import Standing, standing
from registry.retention.journal import Journal
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.notifications.conftest import no_links, sorry
from tests.transcripts.town import Town

DAEMON = shutil.which("gammu-smsd")
TABLES = Path("/usr/share/doc/gammu-smsd/examples/sqlite.sql")
CITIZEN = "+6281200000999"
PATIENCE = 60  # seconds
RC = """
[gammu]
model = dummy
connection = none
port = {folder}/telephone
[smsd]
service = sql
driver = sqlite3
dbdir = {folder}
database = smsd.db
phoneid = balikpapan
deliveryreport = log
commtimeout = 1
receivefrequency = 1
logfile = {folder}/log
"""
SMS = """[SMSBackup000]
SMSC = "+62811000000"
State = UnRead
Number = "{number}"
Coding = Unicode_No_Compression
Folder = 1
Length = {length}
Class = -1
PDU = Deliver
DateTime = {at:%Y%m%dT%H%M%S}
"""

pytestmark = pytest.mark.skipif(DAEMON is None, reason="gammu-smsd is not installed")


class Telephone:
    """The modem's SIM card, as the dummy keeps it."""

    def __init__(self, folder: Path) -> None:
        self._memory = folder / "telephone" / "sms" / "1"
        self._memory.mkdir(parents=True)
        self._count = 0

    def gets(self, text: str, header: str = "") -> None:
        """Written elsewhere first: the daemon must not read half of it."""
        self._count += 1
        sms = SMS.format(number=CITIZEN, length=len(text), at=datetime.now())  # noqa: DTZ005 - the modem's own clock
        sms += f"UDH = {header}\n" if header else ""
        sms += f"Text00 = {text.encode('utf-16-be').hex().upper()}\n"
        written = self._memory.parent / f"{self._count}.new"
        written.write_text(sms)
        written.rename(self._memory / str(self._count))


class Chat:
    """Loket with one modem, and what the daemon has sent."""

    def __init__(self, parts: Parts, url: str) -> None:
        self._parts = parts
        self._engine = connect(url)
        self._talk = conversations(parts)
        self._modems = Modems(parts, self._engine)
        self._dispatcher = Dispatcher(parts.database, GammuCarrier(self._engine), no_links, sorry)

    def hears(self, words: str) -> None:
        """Works until the modem has sent these."""
        end = time.monotonic() + PATIENCE
        pause = threading.Event()
        while not any(words in said for said in self.sent()):
            assert time.monotonic() < end, f"{words!r} was not sent: {self.sent()}"
            self._modems.look()
            self._talk.drain_due()
            self._dispatcher.run(at=now())
            pause.wait(0.1)
        self._modems.look()

    def asks(self) -> None:
        self._modems.ask_how_they_do()

    def sent(self) -> list[str]:
        """Of which all parts are."""
        query = """SELECT "ID", "TextDecoded" FROM sentitems WHERE "ID" NOT IN (SELECT "ID" FROM outbox)
            ORDER BY "ID", "SequencePosition" """
        said: dict[int, str] = {}
        with self._engine.connect() as connection:
            for number, part in connection.exec_driver_sql(query):
                said[number] = said.get(number, "") + part
        return list(said.values())


@pytest.fixture
def telephone(tmp_path: Path) -> Telephone:
    return Telephone(tmp_path)


@pytest.fixture
def daemon(tmp_path: Path, telephone: Telephone) -> Iterator[str]:
    """The address of its database."""
    url = f"sqlite:///{tmp_path / 'smsd.db'}"
    with connect(url).connect() as connection:
        connection.connection.driver_connection.executescript(TABLES.read_text())  # type: ignore[union-attr]
    (tmp_path / "rc").write_text(RC.format(folder=tmp_path))
    command = [str(DAEMON), "--config", str(tmp_path / "rc")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        yield url
        process.terminate()


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url, pool=5)
    yield opened
    opened.dispose()


@pytest.fixture
def chat(database: Database, settings: Settings, daemon: str) -> Chat:
    Town(database)
    with database.writing() as session:
        sender = session.exec(select(Sender).where(Sender.channel == Channel.SMS)).first()
        assert sender
        sender.modem = "balikpapan"
        session.add(sender)
    vault = Vault(settings.vault_keys.sealing, settings.vault_keys.index)
    parts = Parts(
        settings,
        database,
        Waker(settings.redis_url),
        ObjectStore(settings.object_store, vault),
        Journal(settings.deletion_journal),
    )
    return Chat(parts, daemon)


def test_a_citizen_asks_for_a_lost_card(chat: Chat, telephone: Telephone, database: Database) -> None:
    telephone.gets("#Karang Rejo#Balikpapan Tengah#Hilang", "050003A10202")
    telephone.gets("#KTP#6471044506900000#6471041203150000#Rina Contoh", "050003A10201")
    chat.hears("Untuk siapa?")
    for answer, heard in (("1", "KK Anda dari"), ("1", "BAWA"), ("bawa", "Periksa"), ("1", "Diterima, No. BPP-")):
        telephone.gets(answer)
        chat.hears(heard)
    with database.reading() as session:
        assert session.exec(select(Case.service)).all() == ["KTP-H"]
        assert set(session.exec(select(Outgoing.delivery)).all()) == {"sent"}
    assert len(chat.sent()) == len(set(chat.sent()))


def test_the_daemon_tells_how_the_modem_does(chat: Chat, database: Database, telephone: Telephone) -> None:
    telephone.gets("menu")
    chat.hears("Loket")
    chat.asks()
    with database.reading() as session:
        (modem,) = session.exec(select(Modem)).all()
    assert (modem.name, modem.signal, modem.network) == ("balikpapan", 42, "GammuT3l")
    assert standing(modem, now()) is Standing.READY
