"""The chat on an office's page as a carrier: what it takes is read in the outbox by the page, and its files lie in our
own store from the start."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from notifications.channels.carrier import Outbound
from notifications.channels.media import MediaTooLarge, MediaUnavailable
from registry.uploads.store import ObjectMissing

PAGE = "web:"  # begins the address of an office's page, and those of its citizens
OF_PAGES = "W"  # begins the SIDs of its messages and files
FILE = re.compile(r"W[0-9a-f]{32}")


class Files(Protocol):
    def put(self, data: bytes) -> str: ...

    def get(self, key: str) -> bytes: ...

    def delete(self, key: str) -> None: ...


class PageCarrier:
    """Nothing leaves the house: no call can be lost, so a look-up finds nothing and the row is simply taken again."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def send(self, sender_address: str, to: str, outbound: Outbound, tag: str = "") -> str:
        return OF_PAGES + tag

    def look_up(self, sender_address: str, to: str, body: str | None, since: datetime, tag: str = "") -> Sequence[str]:
        return ()

    def status(self, sid: str) -> tuple[str, str | None]:
        """That it was read, the page itself notes."""
        return "sent", None

    def delete_message(self, sid: str) -> None:
        """It is nowhere but in the outbox."""

    def keep(self, data: bytes) -> str:
        """A file as it came, unlooked at: it is judged by who fetches it, as those of other carriers are."""
        return OF_PAGES + self._files.put(data)

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
        try:
            data = self._files.get(_key(media_sid))
        except ObjectMissing as error:
            raise MediaUnavailable("missing", permanent=True) from error
        if len(data) > max_bytes:
            raise MediaTooLarge(f"more than {max_bytes} bytes")
        return data

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        if FILE.fullmatch(media_sid):
            self._files.delete(_key(media_sid))


def _key(media_sid: str) -> str:
    if not FILE.fullmatch(media_sid):
        raise MediaUnavailable("malformed-sid", permanent=True)
    return media_sid.removeprefix(OF_PAGES)
