"""The carrier: what all parts of the simulator share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flask import current_app

from simulator.account import Account
from simulator.contents import Shelf
from simulator.faults import Faults
from simulator.posting import Postman
from simulator.store import Store
from simulator.strands import Strands


@dataclass
class Carrier:
    account: Account
    shelf: Shelf = field(default_factory=Shelf)
    store: Store = field(default_factory=Store)
    faults: Faults = field(default_factory=Faults)
    strands: Strands = field(default_factory=Strands)
    # What WhatsApp decides about new templates: approved, pending or rejected.
    verdict: str = "approved"

    def __post_init__(self) -> None:
        self.postman = Postman(self.account, self.faults)


def build_carrier(account: Account, contents_file: Path | None) -> Carrier:
    return Carrier(account, Shelf(contents_file))


def carrier() -> Carrier:
    """The carrier of the running app."""
    return cast(Carrier, current_app.extensions["carrier"])
