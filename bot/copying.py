"""Makes the copies of data whose officers are sure who asks, and lays them ready behind a link."""

from __future__ import annotations

import time
from datetime import datetime

import structlog

from bot.handlers.pages.copy_page import CopyPage
from registry.database import Database
from registry.rights import data_copy
from registry.rights.data_copy import Copy, File
from registry.uploads.store import ObjectMissing, ObjectStore

log = structlog.get_logger()

LARGEST = 60 * 1024 * 1024  # bytes of files in one copy: a telephone has to open it


class Copier:
    def __init__(self, database: Database, store: ObjectStore, page: CopyPage) -> None:
        self._database = database
        self._store = store
        self._page = page

    def run(self, at: datetime, seconds: float) -> int:
        """Returns how many were made. Safe to run twice at once: the copy that comes second is thrown away."""
        deadline, made = time.monotonic() + seconds, 0
        with self._database.reading() as session:
            wanted = data_copy.to_make(session)
        for request_id in wanted:
            if time.monotonic() < deadline:
                made += self._make(request_id, at)
        return made

    def _make(self, request_id: int, at: datetime) -> bool:
        with self._database.reading() as session:
            copy = data_copy.gather(session, request_id, at)
        key = self._store.put(self._rendered(copy))
        with self._database.writing() as session:
            told = data_copy.hand_in(session, request_id, key, at)
        if not told:
            self._store.delete(key)
        return told

    def _rendered(self, copy: Copy) -> bytes:
        contents, room = {}, LARGEST
        for file in reversed(copy.files):  # the newest first
            data = self._read(file)
            if data is not None and len(data) <= room:
                contents[file.id] = (file.media_type, data)
                room -= len(data)
        return self._page.render(copy, contents, len(copy.files) - len(contents))

    def _read(self, file: File) -> bytes | None:
        try:
            return self._store.get(file.key)
        except ObjectMissing:
            log.warning("file_missing", file=file.id)
            return None
