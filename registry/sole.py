"""A row of which there may be one, made by whoever comes first of several at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel


def make_sure(session: Session, row: SQLModel, *key: str) -> None:
    """There is a row of this key afterwards, this one or an earlier one. Who comes second waits for the first."""
    connection = session.connection()
    insert: Any = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    values = row.model_dump(exclude={"id"} - set(key))
    connection.execute(
        insert(SQLModel.metadata.tables[str(row.__tablename__)])
        .values(values)
        .on_conflict_do_nothing(index_elements=key)
    )
