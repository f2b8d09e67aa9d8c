"""For how many families a telephone files, and whose telephones may file for many."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.vault import Sealed


class Filing(SQLModel, table=True):
    """This telephone filed for this family, last at `filed_at`. Blind indexes: neither is read from it."""

    phone_index: bytes = Field(primary_key=True)
    office_id: int = Field(primary_key=True, foreign_key="office.id")
    family_index: bytes = Field(primary_key=True)
    filed_at: datetime = Field(index=True)


class HelperRole(StrEnum):
    RT = "rt"
    VILLAGE = "village"  # who does the office's errands in a village: operator desa, petugas registrasi
    MIDWIFE = "midwife"
    SCHOOL = "school"
    OTHER = "other"


class Helper(SQLModel, table=True):
    """Somebody the office knows, who files for other families: up to `family_limit` in 30 days."""

    __table_args__ = (UniqueConstraint("office_id", "phone_index"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id")
    phone_index: bytes
    phone: str = Field(sa_type=Sealed("helper.phone"))
    name: str = Field(sa_type=Sealed("helper.name"))
    role: HelperRole = Field(sa_type=Named(HelperRole))
    family_limit: int
    created_at: datetime = Field(default_factory=now)
