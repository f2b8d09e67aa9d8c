"""Which carrier brings a message: a number of ours goes by its modem or by Twilio, the chat of the page by none; a SID
tells whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from notifications.channels.carrier import MODEM, Carrier, DeliveryFailed, MediaCarrier, Outbound, Remedy
from notifications.channels.gammu.errors import AWAY
from notifications.channels.web import OF_PAGES, PAGE

OF_MODEMS = "G"  # how their SIDs begin; those of the pages with OF_PAGES, Twilio's with SM or MM


class WithFiles(Carrier, MediaCarrier, Protocol):
    """WhatsApp and the page have files."""


class Carriers:
    """All as one. `modems` is none where an installation has set up none."""

    def __init__(self, twilio: WithFiles, modems: Carrier | None, pages: WithFiles) -> None:
        self._twilio = twilio
        self._modems = modems
        self._pages = pages

    def send(self, sender_address: str, to: str, outbound: Outbound, tag: str = "") -> str:
        return self._from(sender_address).send(sender_address, to, outbound, tag)

    def look_up(self, sender_address: str, to: str, body: str | None, since: datetime, tag: str = "") -> Sequence[str]:
        return self._from(sender_address).look_up(sender_address, to, body, since, tag)

    def status(self, sid: str) -> tuple[str, str | None]:
        return self._of(sid).status(sid)

    def delete_message(self, sid: str) -> None:
        self._of(sid).delete_message(sid)

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
        return self._with_files(message_sid).fetch_media(message_sid, media_sid, max_bytes)

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        self._with_files(message_sid).delete_media(message_sid, media_sid)

    def _from(self, sender_address: str) -> Carrier:
        if sender_address.startswith(PAGE):
            return self._pages
        return self._by_modem() if sender_address.startswith(MODEM) else self._twilio

    def _of(self, sid: str) -> Carrier:
        return self._by_modem() if sid.startswith(OF_MODEMS) else self._with_files(sid)

    def _with_files(self, sid: str) -> WithFiles:
        return self._pages if sid.startswith(OF_PAGES) else self._twilio

    def _by_modem(self) -> Carrier:
        if self._modems is None:
            raise DeliveryFailed(AWAY, Remedy.WHEN_BACK)
        return self._modems
