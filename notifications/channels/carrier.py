"""What the outgoing desk asks of a carrier, and how a carrier says no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

MODEM = "modem:"  # begins the address of a sender whose messages go by a modem; the modem's name follows


@dataclass(frozen=True)
class Outbound:
    """One message as the carrier takes it: free text with or without a file, or a stored form with its variables."""

    body: str = ""
    media_url: str | None = None
    content_sid: str | None = None
    variables: tuple[str, ...] = ()  # of the form, {{1}} first


class Remedy(StrEnum):
    """What helps after a refusal."""

    WHEN_BACK = "when_back"  # nothing is wrong with the message: later, for a day at most
    AGAIN = "again"  # later, for ten minutes at most
    ONCE_MORE = "once_more"
    TEMPLATE = "template"  # the 24-hour window is closed
    BAD_ADDRESS = "bad_address"
    BLOCKED = "blocked"  # the citizen opted out, or the channel bars them
    OUR_CONTENT = "our_content"  # only we can mend it
    OUR_SIM = "our_sim"  # the SIM card of our modem: its credit, its time, its PIN
    NONE = "none"


class DeliveryFailed(Exception):
    """The carrier surely did not take the message. `reason` is its code or an error class, never text."""

    def __init__(self, reason: str, remedy: Remedy) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy

    @property
    def permanent(self) -> bool:
        return self.remedy not in (Remedy.WHEN_BACK, Remedy.AGAIN, Remedy.ONCE_MORE, Remedy.TEMPLATE)


class AnswerLost(Exception):
    """The carrier may or may not have taken it: look it up before anything else."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MediaCarrier(Protocol):
    """Where the files of inbound messages lie until they are fetched."""

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
        """Raises media.MediaTooLarge or media.MediaUnavailable, nothing else."""

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        """Quiet when it is gone already. Raises DeliveryFailed or AnswerLost."""


class Carrier(Protocol):
    """Each method raises DeliveryFailed or AnswerLost."""

    def send(self, sender_address: str, to: str, outbound: Outbound, tag: str = "") -> str:
        """Returns the carrier's SID; every receipt brings `tag` back."""

    def look_up(self, sender_address: str, to: str, body: str | None, since: datetime, tag: str = "") -> Sequence[str]:
        """SIDs of messages it took since then, newest first; `body` none: whatever they say. `tag` is the look-up's
        own: a carrier that keeps the tags knows by it what earlier attempts of the same row sent."""

    def status(self, sid: str) -> tuple[str, str | None]:
        """What a receipt would say now: the status, and the code of a failure."""

    def delete_message(self, sid: str) -> None:
        """Quiet when it is gone already."""
