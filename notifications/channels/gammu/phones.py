"""How each modem does, as SMSD notes it every `statusfrequency` seconds, and what it has still to send."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, Engine, func, select

from notifications.channels.gammu.tables import OUTBOX, PHONES, clock


@dataclass(frozen=True)
class Phone:
    """`silent`: since it last gave a sign; none where it never did. `signal` in percent."""

    silent: timedelta | None
    signal: int | None
    network: str
    waiting: int


def phones(engine: Engine, modems: Collection[str]) -> Mapping[str, Phone]:
    """Of each of these. Raises SQLAlchemyError when SMSD's database does not answer."""
    with engine.connect() as connection:
        waiting = _waiting(connection, modems)
        # A row for each device a modem's name was ever given to: the newest is the one that is plugged in.
        mine = select(PHONES, clock(engine).label("now")).where(PHONES.c.id.in_(modems))
        rows = {row.id: row for row in connection.execute(mine.order_by(PHONES.c.UpdatedInDB))}
    found: dict[str, Phone] = {}
    for modem in modems:
        row = rows.get(modem)
        if row is None:
            found[modem] = Phone(None, None, "", waiting.get(modem, 0))
            continue
        signal = row.Signal if row.Signal >= 0 else None
        silent = max(row.now - row.UpdatedInDB, timedelta())  # whole seconds, some of them rounded up
        found[modem] = Phone(silent, signal, row.NetName or "", waiting.get(modem, 0))
    return found


def _waiting(connection: Connection, modems: Collection[str]) -> Mapping[str, int]:
    """SMSD's outbox holds only what has not gone yet, and has an index by modem."""
    counted = select(OUTBOX.c.SenderID, func.count()).where(OUTBOX.c.SenderID.in_(modems)).group_by(OUTBOX.c.SenderID)
    return {str(modem): int(count) for modem, count in connection.execute(counted)}
