"""What the counter prints for who stands there: the slip of the queue, and letters to who has no telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from registry.issuing.render import render_slip


@dataclass(frozen=True, repr=False)
class QueueTicket:
    """`place`: none where the case waits for nobody in the queue; `promised`: none while nothing is promised."""

    office: str
    number: str
    service: str
    came: str
    place: int | None
    promised: str | None
    status: str  # where it can be looked up, and with which PIN

    def pdf(self, at: datetime) -> bytes:
        return render_slip("karcis_antrean", vars(self), qr=self.number, at=at)


@dataclass(frozen=True, repr=False)
class CounterLetter:
    """`papers`: those still to be brought."""

    title: str
    office: str
    address: str
    hours: str
    number: str
    service: str
    person: str
    written: str
    paragraphs: Sequence[str]
    papers: Sequence[str] = ()

    def pdf(self, at: datetime) -> bytes:
        return render_slip("surat_loket", vars(self), qr=self.number, at=at)
