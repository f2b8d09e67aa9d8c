"""Stand-ins for what lies outside the product, with the faults a test asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from notifications.channels.carrier import AnswerLost, Outbound


@dataclass
class FakeCarrier:
    """Takes everything. The next sends raise `faults`, one each; `taken_anyway`: though it has the message."""

    faults: list[Exception] = field(default_factory=list)
    taken_anyway: bool = False
    sent: list[tuple[str, Outbound]] = field(default_factory=list)
    sids: list[str] = field(default_factory=list)
    deaf: bool = False  # a look-up finds nothing out
    lock: Lock = field(default_factory=Lock)

    def send(self, sender_address: str, to: str, outbound: Outbound, tag: str = "") -> str:
        with self.lock:
            fault = self.faults.pop(0) if self.faults else None
            if fault is None or self.taken_anyway:
                self.sent.append((to, outbound))
                self.sids.append(f"SM{len(self.sids):032x}")
            if fault is not None:
                raise fault
            return self.sids[-1]

    def look_up(self, sender_address: str, to: str, body: str | None, since: datetime, tag: str = "") -> Sequence[str]:
        with self.lock:
            if self.deaf:
                raise AnswerLost("ReadTimeout")
            there = zip(self.sids, self.sent, strict=True)
            return [sid for sid, (whom, said) in there if whom == to and body in (None, said.body)][::-1]

    def status(self, sid: str) -> tuple[str, str | None]:
        return "sent", None

    def delete_message(self, sid: str) -> None:
        """It keeps nothing that a test would miss."""

    @property
    def texts(self) -> list[str]:
        return [outbound.body for _, outbound in self.sent]
