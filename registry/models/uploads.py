"""What citizens send: photos, PDFs, voice notes, and the one-time page for sending them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.vault import Sealed

LOOSE = text("paper_id IS NULL")
IN_WORK = text("state IN ('to_fetch','to_read')")


class UploadState(StrEnum):
    TO_FETCH = "to_fetch"
    TO_READ = "to_read"  # stored, and not yet read
    STORED = "stored"
    REFUSED = "refused"  # not a photo or PDF, locked, too large: `verdict` says which


class Upload(SQLModel, table=True):
    """One file. It belongs to the contact until a case opens, then to one of the case's papers."""

    __table_args__ = (
        UniqueConstraint("message_sid", "position"),
        Index("upload_loose", "created_at", "id", sqlite_where=LOOSE, postgresql_where=LOOSE),
        Index("upload_due", "due_at", sqlite_where=IN_WORK, postgresql_where=IN_WORK),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    paper_id: int | None = Field(default=None, foreign_key="paper.id", index=True)
    link_id: int | None = Field(default=None, foreign_key="uploadlink.id", index=True)  # it came by the page
    link_paper: str | None = Field(default=None, max_length=40)  # which of the papers wanted there it is
    message_sid: str | None = Field(default=None, max_length=34)
    media_sid: str | None = Field(default=None, max_length=34)
    position: int = 0  # which of the message's files
    state: UploadState = Field(default=UploadState.TO_FETCH, sa_type=Named(UploadState))
    verdict: str | None = Field(default=None, max_length=40)  # a Quality, or why it was refused
    read: dict[str, Any] | None = Field(default=None, sa_type=Sealed("upload.read"))  # a Reading; none: not read
    kind: str | None = Field(default=None, max_length=10)  # image | pdf | voice
    media_type: str | None = Field(default=None, max_length=60)
    object_key: str | None = Field(default=None, index=True)  # several rows may share a file
    size: int | None = None  # bytes, as stored
    sha256: str | None = Field(default=None, max_length=64)
    attempts: int = 0
    due_at: datetime = Field(default_factory=now)
    created_at: datetime = Field(default_factory=now)


class UploadLink(SQLModel, table=True):
    """A page for sending papers without a chat. The token itself is kept only as an index.

    `files` counts what was sent, refused or taken back included; `as_it_is` are papers whose poor photos shall do.
    """

    id: int = Field(default=None, primary_key=True)
    token_index: bytes = Field(unique=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    wanted: list[str] = Field(sa_type=Sealed("uploadlink.wanted"))
    files: int = 0
    as_it_is: list[str] = Field(default_factory=list, sa_type=JSON)
    expires_at: datetime
    used_at: datetime | None = None
    created_at: datetime = Field(default_factory=now)
