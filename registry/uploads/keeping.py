"""A judged file put away, encrypted, and what its row should say: whichever way it came."""

from __future__ import annotations

from typing import Any

from registry.models import UploadState
from registry.uploads.store import ObjectStore
from registry.uploads.verdict import Inspected

MAX_BYTES = 16 * 1024 * 1024  # what the carrier passes on at most


def stored_values(store: ObjectStore, found: Inspected) -> dict[str, Any]:
    """Puts the file away and returns what its row should say."""
    return {
        "state": UploadState.TO_READ,
        "verdict": str(found.quality),
        "kind": str(found.kind),
        "media_type": found.media_type,
        "object_key": store.put(found.data),
        "size": len(found.data),
        "sha256": found.sha256,
    }
