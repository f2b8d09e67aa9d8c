"""Files in a folder, encrypted before they are written, under names the server makes."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import Protocol

_KEY = re.compile(r"[0-9a-f]{32}")


class Cipher(Protocol):
    """The vault. `context` is bound to the data: sealed under one key it does not open under another."""

    def seal(self, data: bytes, context: str, /) -> bytes: ...

    def open(self, data: bytes, context: str, /) -> bytes: ...


class ObjectMissing(Exception):
    """No object has this key: it was deleted, or the key was never one."""


class StoreUnwritable(Exception):
    """The folder takes no files: a full disk, or permissions."""


class ObjectStore:
    def __init__(self, folder: Path, cipher: Cipher) -> None:
        self._folder = folder
        self._cipher = cipher

    def put(self, data: bytes) -> str:
        """Store and return the new key. After a crash the object is there whole or not at all."""
        key = secrets.token_hex(16)
        sealed = self._cipher.seal(data, key)
        try:
            _write(self._path(key), sealed)
        except OSError as fault:
            raise StoreUnwritable(
                f"Cannot write to {self._folder}: {fault.strerror}. Check OBJECT_STORE, its owner and the free space."
            ) from fault
        return key

    def get(self, key: str) -> bytes:
        try:
            sealed = self._path(key).read_bytes()
        except FileNotFoundError:
            raise ObjectMissing(key) from None
        return self._cipher.open(sealed, key)

    def delete(self, key: str) -> None:
        """Deleting twice is deleting once."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ObjectMissing("not a key of this store")
        return self._folder / key[:2] / key[2:4] / key


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
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
