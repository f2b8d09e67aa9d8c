"""Officers, and what they sign in with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from registry.models.columns import now
from registry.vault import Sealed


class Officer(SQLModel, table=True):
    """`office_id` is none for the province. `session_key` changes to end every live session."""

    id: int = Field(default=None, primary_key=True)
    office_id: int | None = Field(default=None, foreign_key="office.id", index=True)
    username: str = Field(unique=True, max_length=60)
    name: str
    password_hash: str
    password_given: bool = False  # by another: they have to choose their own
    roles: list[str] = Field(sa_type=JSON)
    language: str = Field(default="id", max_length=2)
    session_key: str = Field(max_length=32)
    signing_key: str | None = None  # the object that holds the PKCS#12
    signing_nik: str | None = Field(default=None, sa_type=Sealed("officer.signing_nik"))  # as BSrE knows the signatory
    failures: int = 0
    locked_until: datetime | None = None
    disabled_at: datetime | None = None
    created_at: datetime = Field(default_factory=now)


class SecondFactor(SQLModel, table=True):
    """What an officer types besides the password: codes of an authenticator app, or one of ten kept on paper."""

    officer_id: int = Field(primary_key=True, foreign_key="officer.id")
    secret: str = Field(sa_type=Sealed("secondfactor.secret"))
    confirmed_at: datetime | None = None  # none: shown, but no code of it was typed yet
    last_step: int = 0  # no code of this half minute, or one before, is taken again
    backup: list[str] = Field(default_factory=list, sa_type=JSON)  # keyed hashes of those left
