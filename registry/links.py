"""Secret addresses: made here, kept only as a blind index, and gone after their time."""

from __future__ import annotations

import secrets

from registry.vault import vault

TOKEN_BYTES = 16


class Gone(Exception):
    """The link was good once: its time is over, it was used, or its document is withdrawn (410)."""


def new_token() -> str:
    """128 bits, fit for a path."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def index(purpose: str, token: str) -> bytes:
    return vault().blind(purpose, token)
