"""Sealing of what fraudsters buy: fields and files by AES-GCM, look-ups by a keyed blind index."""

from __future__ import annotations

import hmac
import json
import os
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

NONCE = 12


class Unreadable(Exception):
    """Sealed data that no key here opens: it was altered, moved to another column, or its key is gone."""


class Vault:
    """Seals under the first key, opens under any. Sealed is: length of the key name, key name, nonce, ciphertext."""

    def __init__(self, sealing: Mapping[str, bytes], index: bytes) -> None:
        self._ciphers = {name.encode(): AESGCM(key) for name, key in sealing.items()}
        self._current = next(iter(self._ciphers))
        self._index = index
        keys = {**sealing, "index": index}
        self._fingerprints = {name: hmac.digest(key, b"fingerprint", "sha256")[:8].hex() for name, key in keys.items()}

    def seal(self, data: bytes, context: str) -> bytes:
        """`context` (table.column, or an object's key) is bound to the value: it opens nowhere else."""
        nonce = os.urandom(NONCE)
        body = self._ciphers[self._current].encrypt(nonce, data, context.encode())
        return bytes([len(self._current)]) + self._current + nonce + body

    def open(self, sealed: bytes, context: str) -> bytes:
        end = 1 + sealed[0] if sealed else 0
        cipher = self._ciphers.get(sealed[1:end])
        if cipher is None:
            raise Unreadable(f"No key opens {context}: is its key still named in VAULT_KEYS?")
        try:
            return cipher.decrypt(sealed[end : end + NONCE], sealed[end + NONCE :], context.encode())
        except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
            raise Unreadable(f"{context} was altered or belongs elsewhere") from None

    def fingerprints(self) -> dict[str, str]:
        """Of each key, by name: whether two installations have the same ones is told without showing them."""
        return dict(self._fingerprints)

    def blind(self, purpose: str, value: str) -> bytes:
        """16 bytes by which `value` is found again without being readable; the purpose keeps columns apart."""
        return hmac.digest(self._index, f"{purpose}\0{value}".encode(), "sha256")[:16]

    def blind_words(self, purpose: str, text: str) -> list[bytes]:
        """One index a normalised word, so that a name is found by whole words only."""
        return sorted({self.blind(purpose, word) for word in normalised_words(text)})


def normalised_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+", plain)


_opened: Vault | None = None


def unlock(vault: Vault) -> None:
    """Make `vault` the one that this process's columns use. Called once, where the parts are joined."""
    global _opened
    _opened = vault


def vault() -> Vault:
    if _opened is None:
        raise Unreadable("The vault is still locked: VAULT_KEYS was not given to this process")
    return _opened


class Sealed(TypeDecorator[Any]):
    """A column of JSON values, encrypted. The place is its table and column, which the ciphertext is bound to."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        return vault().seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), self.place)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else json.loads(vault().open(value, self.place))
