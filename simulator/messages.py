"""A message and its media, as the carrier keeps them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

from simulator.account import is_whatsapp
from simulator.contents import Rendered
from simulator.segments import count


def new_sid(prefix: str) -> str:
    return prefix + secrets.token_hex(16)


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Media:
    content_type: str
    data: bytes
    name: str = ""
    sid: str = field(default_factory=lambda: new_sid("ME"))
    created: datetime = field(default_factory=now)
    deleted: bool = False


@dataclass
class Message:
    """One message. `deleted` hides it from the REST API only: the handset keeps what it once showed."""

    sender: str
    to: str
    body: str
    inbound: bool
    status: str
    sid: str
    shape: Rendered | None = None
    media: list[Media] = field(default_factory=list)
    media_urls: tuple[str, ...] = ()
    status_callback: str = ""
    template: bool = False
    error_code: int | None = None
    replied_to: str = ""
    place: dict[str, str] = field(default_factory=dict)
    webhook: dict[str, object] | None = None
    created: datetime = field(default_factory=now)
    updated: datetime = field(default_factory=now)
    sent: datetime | None = None
    deleted: bool = False
    serial: int = 0
    revision: int = 0

    @property
    def citizen(self) -> str:
        return self.sender if self.inbound else self.to

    @property
    def office(self) -> str:
        return self.to if self.inbound else self.sender

    @property
    def on_whatsapp(self) -> bool:
        return is_whatsapp(self.sender)

    @property
    def segments(self) -> int:
        """Parts an SMS is cut into; a WhatsApp message is always one."""
        return 1 if self.on_whatsapp else count(self.body).parts

    def find_media(self, sid: str) -> Media | None:
        return next((media for media in self.media if media.sid == sid), None)
