"""How often an office may ask the data service in a day: its agreement with the centre says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel

from registry.models import LookUps, Office

USED = SQLModel.metadata.tables["lookups"]
TAKEN = {  # of two at once that find one left, one gets it
    name: statement.on_conflict_do_update(
        index_elements=["office_id", "day"],
        set_={"used": USED.c.used + 1},
        where=USED.c.used < bindparam("most"),
    ).returning(USED.c.used)
    for name, statement in (("sqlite", sqlite_insert(USED)), ("postgresql", postgresql_insert(USED)))
}


def take(session: Session, office: Office, at: datetime) -> bool:
    """One of today's, taken before the service is asked: whoever dies on the way has used it."""
    if not office.lookups_a_day:
        return False
    connection = session.connection()
    day = at.astimezone(ZoneInfo(office.timezone)).date()
    row = {"office_id": office.id, "day": day, "used": 1, "most": office.lookups_a_day}
    return connection.execute(TAKEN[connection.dialect.name], row).first() is not None


def used(session: Session, office: Office, at: datetime) -> int:
    """Today."""
    row = session.get(LookUps, (office.id, at.astimezone(ZoneInfo(office.timezone)).date()))
    return row.used if row else 0


def next_day(office: Office, at: datetime) -> datetime:
    """When there are new ones."""
    local = at.astimezone(ZoneInfo(office.timezone)) + timedelta(days=1)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)
