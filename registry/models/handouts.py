"""Forms filled in for a citizen's signature. No documents of the office: no case need exist yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from registry.models.columns import now
from registry.vault import Sealed


class Handout(SQLModel, table=True):
    """One form for one contact, rendered from `data` whenever the carrier fetches it. Only the last link leads to it.

    `data`: the service, its answers, the office's id; the case's number where there is one.
    """

    id: int = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    form: str = Field(max_length=10)
    data: dict[str, Any] = Field(sa_type=Sealed("handout.data"))
    token_index: bytes | None = Field(default=None, unique=True)
    fetches_left: int = 0
    link_until: datetime | None = None
    created_at: datetime = Field(default_factory=now, index=True)
