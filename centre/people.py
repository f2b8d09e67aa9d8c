"""Whom the stand-in knows: made-up people of a CSV file, nik,kk_number,name,born_on."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

EVERYBODY = Path(__file__).parent / "people.csv"  # of the demo's register


@dataclass(frozen=True)
class Known:
    kk_number: str
    name: str
    born_on: date

    def elements(self) -> Mapping[str, str]:
        return {
            "NO_KK": self.kk_number,
            "NAMA_LGKP": self.name,
            "TGL_LHR": self.born_on.strftime("%d-%m-%Y"),
        }


def read(path: Path = EVERYBODY) -> dict[str, Known]:
    """By NIK."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["nik"]: Known(row["kk_number"], row["name"], date.fromisoformat(row["born_on"])) for row in rows}
