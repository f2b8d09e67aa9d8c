"""Is this file safe to keep, and can the paper on it be read?"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path

from registry.uploads import file_types
from registry.uploads.verdict import Inspected, Kind, NotAcceptable, Quality, Refusal

MEGABYTE = 1 << 20
READY = b"ready\n"
LONGEST = 30  # seconds an inspection may take; the confined process limits its own CPU time and memory

_ROOT = Path(__file__).parents[2]
_KINDS = {
    file_types.JPEG: Kind.IMAGE,
    file_types.PNG: Kind.IMAGE,
    file_types.WEBP: Kind.IMAGE,
    file_types.PDF: Kind.PDF,
}

log = logging.getLogger(__name__)


def inspect(data: bytes, *, max_bytes: int) -> Inspected:
    """Judge by content alone and return what to keep. Raises NotAcceptable with the reason. Blocks for about 0.3 s
    while a process of its own decodes the file: not for use inside a transaction."""
    limit = max_bytes // MEGABYTE
    if len(data) > max_bytes:
        raise NotAcceptable(Refusal.TOO_LARGE, limit=limit)
    media_type = file_types.recognise(data)
    kind = _KINDS.get(media_type, Kind.VOICE)
    if kind is Kind.VOICE:
        return Inspected(kind, media_type, data)
    try:
        return _decoded(kind, data)
    except NotAcceptable as refusal:
        if refusal.key is Refusal.TOO_LARGE:  # in pixels; the citizen is told the same as for bytes
            raise NotAcceptable(refusal.key, limit=limit) from None
        raise


def _decoded(kind: Kind, data: bytes) -> Inspected:
    header, _, clean = _confined(kind, data).partition(b"\n")
    found = json.loads(header)
    if "refused" in found:
        raise NotAcceptable(Refusal(found["refused"]), **found["numbers"])
    return Inspected(kind, data=clean, **found | {"quality": Quality(found["quality"])})


def _confined(kind: Kind, data: bytes) -> bytes:
    """What the decoding process answers. Its death once it was ready is the file's doing, before that it is ours."""
    command = [sys.executable, "-s", "-m", "registry.uploads.confined", kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, cwd=_ROOT, env={}, timeout=LONGEST)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF) from None
    if not done.stdout.startswith(READY):
        raise RuntimeError(f"The inspection of uploads does not start: {done.stderr.decode(errors='replace')[-500:]}")
    if done.returncode:
        log.warning("an upload of kind %s could not be decoded, exit %d", kind, done.returncode)
        raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF)
    return done.stdout.removeprefix(READY)
