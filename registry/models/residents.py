"""The local table that stands in for SIAK's population register."""

from __future__ import annotations

from typing import Any

from sqlmodel import Field, SQLModel

from registry.vault import Sealed


class Resident(SQLModel, table=True):
    """One person. `data` holds what a family card prints; NIK and KK are found by blind index."""

    id: int = Field(default=None, primary_key=True)
    nik_index: bytes = Field(unique=True)
    kk_index: bytes = Field(index=True)
    region: str = Field(max_length=5)
    data: dict[str, Any] = Field(sa_type=Sealed("resident.data"))
