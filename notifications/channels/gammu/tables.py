"""The tables of Gammu SMSD that we read and write, of its schema 17. It makes them, and owns them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
    literal,
    literal_column,
)
from sqlalchemy.dialects.sqlite import DATETIME
from sqlalchemy.types import TypeDecorator, TypeEngine

CONNECT_SECONDS = 5
POOL, MORE = 5, 25  # connections: as many as may send at once


class Flag(TypeDecorator[bool]):
    """A boolean in PostgreSQL, the words true and false in SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Boolean() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        return value if dialect.name == "postgresql" else str(value).lower()

    def process_result_value(self, value: Any, dialect: Dialect) -> bool:
        return value is True or value == "true"


# Whole seconds, as SMSD writes them: in SQLite times are compared as words.
Moment = DateTime().with_variant(DATETIME(truncate_microseconds=True), "sqlite")  # type: ignore[no-untyped-call]

TABLES = MetaData()

INBOX = Table(
    "inbox", TABLES,
    Column("ID", Integer, primary_key=True, key="id"), Column("UpdatedInDB", Moment),
    Column("ReceivingDateTime", Moment), Column("SenderNumber", Text), Column("Coding", Text), Column("UDH", Text),
    Column("Class", Integer), Column("TextDecoded", Text), Column("RecipientID", Text), Column("Processed", Flag),
)  # fmt: skip
NOT_YET = literal(False, Flag())

# `CreatorID` names the program that wrote a row, `SenderID` the modem that shall send it.
OUTBOX = Table(
    "outbox", TABLES,
    Column("ID", Integer, primary_key=True, key="id"), Column("DestinationNumber", Text), Column("TextDecoded", Text),
    Column("Coding", Text), Column("UDH", Text), Column("MultiPart", Flag), Column("SenderID", Text),
    Column("DeliveryReport", Text), Column("CreatorID", Text),
)  # fmt: skip

# The second and every further part.
FURTHER = Table(
    "outbox_multipart", TABLES,
    Column("ID", Integer, primary_key=True, key="id"), Column("SequencePosition", Integer, primary_key=True),
    Column("TextDecoded", Text), Column("Coding", Text), Column("UDH", Text),
)  # fmt: skip

# A row for each part, once it was sent or given up; of an outbox row that is gone then.
SENT = Table(
    "sentitems", TABLES,
    Column("ID", Integer, primary_key=True, key="id"), Column("SequencePosition", Integer, primary_key=True),
    Column("UpdatedInDB", Moment), Column("DestinationNumber", Text), Column("UDH", Text), Column("CreatorID", Text),
    Column("Status", Text), Column("StatusError", Integer), Column("StatusCode", Integer),
)  # fmt: skip


# A row for each device that is, or was, plugged in.
PHONES = Table(
    "phones", TABLES,
    Column("ID", Text, key="id"), Column("IMEI", Text, primary_key=True), Column("UpdatedInDB", Moment),
    Column("NetName", Text), Column("Signal", Integer),
)  # fmt: skip


def clock(engine: Engine) -> ColumnElement[datetime]:
    """The time of day as the tables have it: of the server's own zone, and Greenwich's in SQLite."""
    return literal_column("CURRENT_TIMESTAMP" if engine.dialect.name == "sqlite" else "LOCALTIMESTAMP", Moment)


def connect(url: str) -> Engine:
    """To SMSD's database, which is another program's: nothing is changed in how it is kept."""
    patience = {"timeout": CONNECT_SECONDS} if url.startswith("sqlite") else {"connect_timeout": CONNECT_SECONDS}
    return create_engine(url, pool_size=POOL, max_overflow=MORE, connect_args=patience, hide_parameters=True)
