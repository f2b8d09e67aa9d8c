"""The hash chain over the audit log: seals committed rows, and finds what was changed or removed since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, func, select, text, update
from sqlmodel import Session, SQLModel

from registry.models import AuditEntry

START = 64 * "0"
BATCH = 5_000
LOCK = 7_236_746  # any number that nobody else locks in this database
SEALED_WITHIN = timedelta(minutes=10)

LOG = SQLModel.metadata.tables[str(AuditEntry.__tablename__)]
UNSEALED = LOG.c.seq.is_(None)
TOLD = [column for column in LOG.c if column.name not in ("seq", "hash")]


@dataclass(frozen=True)
class Verdict:
    """`rows` and `head`, noted outside the database, also show whether the end of the chain was cut off."""

    rows: int
    head: str
    fault: str | None = None

    @property
    def intact(self) -> bool:
        return self.fault is None


def seal(session: Session) -> int:
    """Chains up to BATCH committed rows in the order of their ids and says how many; call it until it says 0.

    Sealing apart from the change spares writers the wait for the end of the chain. A row with a smaller id that was
    committed late comes with the next batch: `seq` is the order of the chain.
    """
    if session.get_bind().dialect.name == "postgresql":  # SQLite's writing transaction is alone anyway
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    last = session.execute(select(LOG.c.seq, LOG.c.hash).where(~UNSEALED).order_by(LOG.c.seq.desc()).limit(1)).first()
    seq, head = last or (0, START)
    sealed = []
    for row in session.execute(select(*TOLD).where(UNSEALED).order_by(LOG.c.id).limit(BATCH)):
        seq += 1
        head = _hash(head, seq, row)
        sealed.append({"row": row.id, "seq": seq, "hash": head})
    if sealed:
        session.connection().execute(
            update(LOG).where(LOG.c.id == bindparam("row")).values(seq=bindparam("seq"), hash=bindparam("hash")), sealed
        )
    return len(sealed)


def verify(session: Session, at: datetime) -> Verdict:
    """Walks the whole chain, a batch of rows in memory at a time, and stops at the first fault."""
    rows, head = 0, START
    chain = select(*TOLD, LOG.c.seq, LOG.c.hash).where(~UNSEALED).order_by(LOG.c.seq)
    for row in session.execute(chain, execution_options={"yield_per": BATCH}):
        if row.seq != rows + 1:
            return Verdict(rows, head, f"the row with seq {rows + 1} is missing")
        if row.hash != _hash(head, row.seq, row):
            return Verdict(rows, head, f"row {row.id} (seq {row.seq}) is not as it was sealed")
        rows, head = row.seq, row.hash
    late = session.execute(select(func.min(LOG.c.id)).where(UNSEALED, LOG.c.at < at - SEALED_WITHIN)).scalar()
    return Verdict(rows, head, f"row {late} has stayed unsealed for more than ten minutes" if late else None)


def _hash(previous: str, seq: int, row: Row[Any]) -> str:
    told = {column.name: row._mapping[column] for column in TOLD} | {"at": row.at.isoformat(), "seq": seq}
    canonical = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{canonical}".encode()).hexdigest()
