"""Who may read a chat on the office's page: a telephone is proven by a code, and then a cookie opens its chat."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from registry.models.columns import now
from registry.vault import Sealed


class WebCode(SQLModel, table=True):
    """A code that went to a telephone, for whoever holds the cookie of `token_index`. The row outlives the code by a
    day: it counts against the limits. `source_index` is the address the request came from, as a blind index."""

    id: int = Field(default=None, primary_key=True)
    token_index: bytes = Field(index=True)
    office_id: int = Field(foreign_key="office.id")
    phone: str = Field(sa_type=Sealed("webcode.phone"))
    phone_index: bytes = Field(index=True)
    source_index: bytes = Field(index=True)
    code_index: bytes
    tries: int = 0
    created_at: datetime = Field(default_factory=now, index=True)
    until: datetime
    used_at: datetime | None = None


class WebVisit(SQLModel, table=True):
    """A browser that is let into a contact's chat. Its token is kept only as an index."""

    id: int = Field(default=None, primary_key=True)
    token_index: bytes = Field(unique=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    created_at: datetime = Field(default_factory=now)
    until: datetime = Field(index=True)


class StatusTry(SQLModel, table=True):
    """A number and PIN that did not go together, on an office's status page. Kept for a day, for the limits."""

    id: int = Field(default=None, primary_key=True)
    number_index: bytes = Field(index=True)
    source_index: bytes = Field(index=True)
    created_at: datetime = Field(default_factory=now, index=True)
