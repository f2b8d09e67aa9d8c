"""A province's archive: cases of eleven offices in all states, put into PostgreSQL by a few statements.

Made up from serial numbers, the same in each run: name, NIK and telephone can be told from the number. Sealed answers
are used again and again, since what is sealed is bound to its column alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlmodel import Session

from registry.database import Database
from registry.demo.offices import WEEK, WITA
from registry.demo.staff import make_authority, make_province, make_staff
from registry.lifecycle import CaseState, DocumentState, Role
from registry.models import Channel, Office, Sender
from registry.models.columns import now
from registry.uploads.store import ObjectStore
from registry.vault import vault

SQL = Path(__file__).with_suffix(".sql")
FIRST_NAMES, LAST_NAMES = 200, 3_000
REACHES_BACK = timedelta(days=4 * 365)
C, D = CaseState, DocumentState
LIVE = (*3 * (C.SUBMITTED,), C.IN_REVIEW, C.NEEDS_CORRECTION, C.ON_HOLD, *4 * (C.APPROVED,))
ENDS = (*6 * (C.CLOSED,), C.REFUSED, C.WITHDRAWN, *2 * (C.CLOSED,))
IN_WORK = (
    D.IN_SIAK, D.AWAITING_SIGNATURE, D.WAITING_PRR, D.TO_PRINT, D.PRINTED, D.CHOOSING_HANDOVER, D.TO_POST, D.POSTED,
    D.RETURNED, D.READY_FOR_PICKUP,
)  # fmt: skip
CARDS = (D.WAITING_PRR, D.TO_PRINT, D.PRINTED, D.CHOOSING_HANDOVER, D.TO_POST, D.POSTED, D.RETURNED, D.READY_FOR_PICKUP)
ANSWERS = {"reason": "lost", "still_have": "none", "name": "Contoh Warga", "kk_number": "", "village": "64.71.04.1003"}

ENVELOPE = {
    "name": "Contoh Warga", "phone": "+628990000000", "street": "Jl. Contoh 1", "rt": "001", "rw": "002",
    "village": "64.71.04.1003", "postal_code": "76114", "landmark": "",
}  # fmt: skip

Rows = Iterable[dict[str, Any]]


def nik(person: int) -> str:
    """There is nobody of serial 0000."""
    day, month, year, place = 1 + person % 28, 1 + person // 28 % 12, person // 336 % 100, 1 + person // 33_600
    return f"6471{place:02d}{day:02d}{month:02d}{year:02d}0000"


def name(case: int) -> str:
    return f"depan{case % FIRST_NAMES} belakang{case % LAST_NAMES}"


def phone(person: int) -> str:
    return f"+62899{person:08d}"


@dataclass(frozen=True)
class Extent:
    cases: int
    open: int
    offices: int = 11
    people: int = 200_000


def build(database: Database, store: ObjectStore, extent: Extent) -> None:
    """Offices with the demo's officers (`petugas.k00` and so on; its password), and their cases."""
    with database.writing() as session:
        make_province(session)
        towns = list(_towns(session, store, extent.offices))
        connection = session.connection()
        _give(connection, "given_town", "n int, id int, code text, sender_id int, officer_id int", towns)
        _give(connection, "given_person", "n int, address_index bytea, nik_index bytea", _people(extent.people))
        _give(connection, "given_word", "is_first bool, n int, word bytea", _words())
        _give(connection, "given_state", "live bool, n int, name text", _states())
        _give(connection, "given_work", "n int, name text, is_card bool", _work())
        _give(connection, "given", GIVEN, [_whole(extent)])
        for statement in SQL.read_text().split(";\n\n"):
            connection.execute(text(statement))
    with database.engine.connect() as connection:
        connection.execute(text("ANALYZE"))


GIVEN = (
    "cases int, ended int, offices int, people int, at timestamptz, since timestamptz, address bytea, answers bytea, "
    "words bytea, envelope bytea, complaint bytea"
)


def _give(connection: Connection, table: str, columns: str, rows: Rows) -> None:
    connection.execute(text(f"CREATE TEMPORARY TABLE {table} ({columns})"))
    names = [column.split()[0] for column in columns.split(", ")]
    values = ", ".join(f":{each}" for each in names)
    connection.execute(text(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"), list(rows))  # noqa: S608


def _towns(session: Session, store: ObjectStore, offices: int) -> Rows:
    at = now()
    authority = make_authority(at)
    for n in range(offices):
        office = Office(
            code=f"K{n:02d}", name=f"Disdukcapil {n}", region="64.71", timezone=WITA, address="Jl. Contoh 1",
            hours={"zone": WITA, "weekly": WEEK}, signatory_name="Contoh", signatory_nip=18 * "0", signatory_title="-",
        )  # fmt: skip
        session.add(office)
        session.flush()
        sender = Sender(channel=Channel.WHATSAPP, address=f"whatsapp:+62811{n:08d}", office_id=office.id)
        session.add(sender)
        session.flush()
        counter = make_staff(session, office, authority, store, at)[Role.COUNTER]
        yield {
            "n": n, "id": office.id, "code": office.code, "sender_id": sender.id, "officer_id": counter.officer_id
        }  # fmt: skip


def _people(people: int) -> Rows:
    blind = vault().blind
    return (
        {"n": n, "address_index": blind("address", f"whatsapp:{phone(n)}"), "nik_index": blind("nik", nik(n))}
        for n in range(1, people + 1)
    )


def _words() -> Rows:
    for is_first, stem, count in ((True, "depan", FIRST_NAMES), (False, "belakang", LAST_NAMES)):
        for n in range(count):
            yield {"is_first": is_first, "n": n, "word": vault().blind("name", f"{stem}{n}")}


def _states() -> Rows:
    for live, states in ((True, LIVE), (False, ENDS)):
        yield from ({"live": live, **row} for row in _numbered(states))


def _work() -> Rows:
    return ({**row, "is_card": row["name"] in CARDS} for row in _numbered(IN_WORK))


def _numbered(names: Iterable[str]) -> Rows:
    return ({"n": n, "name": str(name)} for n, name in enumerate(names))


def _whole(extent: Extent) -> dict[str, Any]:
    at = now()
    return {
        "cases": extent.cases, "ended": extent.cases - extent.open, "offices": extent.offices, "people": extent.people,
        "at": at, "since": at - REACHES_BACK, "address": sealed("contact", "address", f"whatsapp:{phone(1)}"),
        "answers": sealed("case", "answers", {**ANSWERS, "nik": nik(1)}),
        "words": sealed("event", "body", {"text": "kk saya hilang"}),
        "envelope": sealed("shipment", "address", ENVELOPE), "complaint": sealed("complaint", "words", ["lama"]),
    }  # fmt: skip


def sealed(table: str, column: str, value: Any) -> bytes:
    """As the column seals it."""
    return vault().seal(json.dumps(value).encode(), f"{table}.{column}")
