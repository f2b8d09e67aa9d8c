"""How the modems of the installation were when they were last looked at."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel


class Modem(SQLModel, table=True):
    """Written by the process that looks after them; `sender.modem` names one."""

    name: str = Field(primary_key=True, max_length=40)
    looked_at: datetime
    seen_at: datetime | None = None  # it last gave a sign then; none: never since its tables were made
    signal: int | None = None  # percent
    network: str = Field(default="", max_length=60)
    waiting: int = 0  # messages of ours it has still to send
