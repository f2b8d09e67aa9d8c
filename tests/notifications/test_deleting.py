"""What is left of erased data, in the object store and at the carrier: tried until it is gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import inf
from threading import Lock

import pytest
from sqlmodel import select

from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy
from notifications.deleting import Deleter
from registry.database import Database
from registry.models import Remnant
from registry.retention import remnants
from registry.uploads.store import ObjectMissing

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@dataclass
class Elsewhere:
    """A store and a carrier in one; deleting what stands in `faults` raises it."""

    faults: dict[str, Exception] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def delete(self, key: str) -> None:
        with self.lock:
            if fault := self.faults.get(key):
                raise fault
            self.gone.append(key)

    def delete_message(self, sid: str) -> None:
        self.delete(sid)

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        self.delete(f"{message_sid}/{media_sid}")


@pytest.fixture
def elsewhere(database: Database) -> Elsewhere:
    with database.writing() as session:
        remnants.leave_objects(session, ["aa"], AT)
        remnants.leave_messages(session, ["SM1"], AT)
        remnants.leave_media(session, "SM2", "ME2", AT)
    return Elsewhere()


def run(database: Database, elsewhere: Elsewhere, at: datetime = AT) -> int:
    return Deleter(database, elsewhere, elsewhere).run(at, inf)


def left(database: Database) -> list[Remnant]:
    with database.reading() as session:
        return list(session.exec(select(Remnant).order_by("id")))


def test_files_messages_and_their_media_go(database: Database, elsewhere: Elsewhere) -> None:
    assert run(database, elsewhere) == 3
    assert sorted(elsewhere.gone) == ["SM1", "SM2/ME2", "aa"]
    assert left(database) == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [(DeliveryFailed("20009", Remedy.NONE), "20009"), (AnswerLost("ReadTimeout"), "ReadTimeout"),
     (PermissionError(), "PermissionError")],
)  # fmt: skip
def test_what_cannot_be_deleted_yet_is_tried_again(
    database: Database, elsewhere: Elsewhere, fault: Exception, told: str
) -> None:
    elsewhere.faults = {"SM1": fault}
    assert run(database, elsewhere) == 2
    [remnant] = left(database)
    assert (remnant.error, remnant.attempts, remnant.due_at) == (told, 1, AT + timedelta(minutes=2))
    elsewhere.faults = {}
    assert run(database, elsewhere, AT + timedelta(minutes=1)) == 0
    assert run(database, elsewhere, AT + timedelta(minutes=3)) == 1


def test_after_more_than_two_weeks_it_is_given_up_and_stays_to_be_seen(
    database: Database, elsewhere: Elsewhere
) -> None:
    elsewhere.faults = {"SM1": DeliveryFailed("20003", Remedy.NONE)}
    for day in range(25):
        run(database, elsewhere, AT + timedelta(days=day))
    [remnant] = left(database)
    assert remnant.due_at is None and remnant.attempts == len(remnants.WAITS) + 1
    with database.reading() as session:
        assert remnants.given_up(session) == 1


def test_what_was_never_a_file_is_no_fault(database: Database, elsewhere: Elsewhere) -> None:
    elsewhere.faults = {"aa": ObjectMissing("aa")}
    assert run(database, elsewhere) == 3
