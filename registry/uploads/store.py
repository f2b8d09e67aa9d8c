"""Files in a folder, encrypted before they are written, under names the server makes."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

_KEY = re.compile(r"[0-9a-f]{32}")
_UNFINISHED = ".part"
PARTS = 256  # folders of the first floor


class Cipher(Protocol):
    """The vault. `context` is bound to the data: sealed under one key it does not open under another."""

    def seal(self, data: bytes, context: str, /) -> bytes: ...

    def open(self, data: bytes, context: str, /) -> bytes: ...


class ObjectMissing(Exception):
    """No object has this key: it was deleted, or the key was never one."""


class StoreUnwritable(Exception):
    """The folder takes no files: a full disk, or permissions."""


@dataclass(frozen=True)
class Stored:
    """A file of the store; one that is not whole was never finished, and its key opens nothing."""

    key: str
    whole: bool


class ObjectStore:
    def __init__(self, folder: Path, cipher: Cipher) -> None:
        self._folder = folder
        self._cipher = cipher

    def put(self, data: bytes) -> str:
        """Store and return the new key. After a crash the object is there whole or not at all."""
        key = secrets.token_hex(16)
        self._write(key, self._cipher.seal(data, key))
        return key

    def get(self, key: str) -> bytes:
        try:
            sealed = self._path(key).read_bytes()
        except FileNotFoundError:
            raise ObjectMissing(key) from None
        return self._cipher.open(sealed, key)

    def has(self, key: str) -> bool:
        return bool(_KEY.fullmatch(key)) and self._path(key).exists()

    def sealed(self, key: str) -> bytes:
        """As it lies there: what a backup keeps."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            raise ObjectMissing(key) from None

    def put_sealed(self, key: str, sealed: bytes) -> None:
        """Back from a backup. One that is there stays: what lies under a key never changes. Raises as `put`."""
        if not self.has(key):
            self._write(key, sealed)

    def delete(self, key: str) -> None:
        """Deleting twice is deleting once."""
        self._path(key).unlink(missing_ok=True)

    def written_before(self, time: datetime, part: int) -> Iterator[Stored]:
        """What lies under one of the `PARTS` since then, a folder at a time. Files that are none of ours are passed."""
        for folder in _entries(self._folder / f"{part:02x}"):
            for file in _entries(folder):
                key = file.name.removesuffix(_UNFINISHED)
                if _KEY.fullmatch(key) and _is_older(file, time):
                    yield Stored(key, whole=file.name == key)

    def drop_unfinished(self, file: Stored) -> bool:
        """False when it was gone already."""
        try:
            self._path(file.key).with_suffix(_UNFINISHED).unlink()
        except FileNotFoundError:
            return False
        return True

    def _write(self, key: str, sealed: bytes) -> None:
        try:
            _write(self._path(key), sealed)
        except OSError as fault:
            raise StoreUnwritable(
                f"Cannot write to {self._folder}: {fault.strerror}. Check OBJECT_STORE, its owner and the free space."
            ) from fault

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ObjectMissing("not a key of this store")
        return self._folder / key[:2] / key[2:4] / key


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(_UNFINISHED)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        unfinished.rename(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A rename is on the disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _entries(folder: Path) -> Iterator[Path]:
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        yield from (Path(entry) for entry in entries)


def _is_older(file: Path, time: datetime) -> bool:
    try:
        return file.stat().st_mtime < time.timestamp()
    except FileNotFoundError:
        return False  # just finished, or just deleted
