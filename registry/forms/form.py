"""What a form of Permendagri 109/2019 consists of. Data only, read from TOML by registry/forms/files.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from registry.services.service import Condition


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tick(_Part):
    """A box, ticked where one of the conditions holds; `service` stands in them beside the answers."""

    label: str
    when: tuple[Condition, ...] = ()

    @field_validator("when", mode="before")
    @classmethod
    def _several(cls, when: Any) -> Any:
        return [when] if isinstance(when, Mapping) else when


class Table(_Part):
    """Of people: `rows` names a list, `columns` a fact of each under its heading. It has `least` rows, known or not."""

    rows: str
    columns: Mapping[str, str] = Field(min_length=1)
    least: int = 0


class Block(_Part):
    """A part of the form under its own title: words, then lines, boxes, or a table.

    A line's value is the first of its facts that is known; where none is, it stays empty for the hand.
    """

    title: str = ""
    when: Condition = {}
    text: str = ""
    rows: Mapping[str, tuple[str, ...]] = {}
    ticks: tuple[Tick, ...] = ()
    table: Table | None = None


class Signature(_Part):
    """`stamp` leaves room for the duty stamp (meterai)."""

    role: str
    name: tuple[str, ...] = ()
    stamp: bool = False


class Form(_Part):
    """`signed`: the citizen prints and signs it, and its photo is a paper; the others are filled for the officer."""

    code: str = Field(pattern=r"^F-[12]\.0[1-7]$")
    title: str
    english: str
    signed: bool = False
    block: tuple[Block, ...] = Field(min_length=1)
    signatures: tuple[Signature, ...] = Field(min_length=1)
