"""Is this file safe to keep, and can the paper on it be read?"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

from registry.uploads import file_types
from registry.uploads.verdict import Inspected, Kind, NotAcceptable, Pixels, Quality, Refusal

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
    answers = _parts(_confined(kind, data))
    if not answers:
        raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF)
    found, clean = answers[0]
    if "refused" in found:
        raise NotAcceptable(Refusal(found["refused"]), **found["numbers"])
    pixels = Pixels(**answers[1][0], data=answers[1][1]) if len(answers) > 1 else None
    return Inspected(kind, data=clean, pixels=pixels, **found | {"quality": Quality(found["quality"])})


def _parts(answer: bytes) -> list[tuple[dict[str, Any], bytes]]:
    """Each a header and the bytes it announces; one that is not there whole was cut off by the process's death."""
    parts = list[tuple[dict[str, Any], bytes]]()
    while b"\n" in answer:
        line, _, answer = answer.partition(b"\n")
        header = json.loads(line)
        size = header.pop("bytes")
        if len(answer) < size:
            break
        parts.append((header, answer[:size]))
        answer = answer[size:]
    return parts


def _confined(kind: Kind, data: bytes) -> bytes:
    """What the decoding process answers. Its death once it was ready is the file's doing, before that it is ours."""
    command = [sys.executable, "-s", "-m", "registry.uploads.confined", kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, cwd=_ROOT, env={}, timeout=LONGEST)  # noqa: S603
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").removeprefix(READY)
    if not done.stdout.startswith(READY):
        raise RuntimeError(f"The inspection of uploads does not start: {done.stderr.decode(errors='replace')[-500:]}")
    if done.returncode:
        log.warning("the process that opened an upload of kind %s ended with %d", kind, done.returncode)
    return done.stdout.removeprefix(READY)
