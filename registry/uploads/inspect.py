"""Is this file safe to keep, and can the paper on it be read?"""

from __future__ import annotations

from registry.uploads import file_types
from registry.uploads.apart import parts_of
from registry.uploads.verdict import Inspected, Kind, NotAcceptable, Pixels, Quality, Refusal

MEGABYTE = 1 << 20
_KINDS = {
    file_types.JPEG: Kind.IMAGE,
    file_types.PNG: Kind.IMAGE,
    file_types.WEBP: Kind.IMAGE,
    file_types.PDF: Kind.PDF,
}


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
    answers = parts_of("registry.uploads.confined", kind, data=data)
    if not answers:
        raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF)
    found, clean = answers[0]
    if "refused" in found:
        raise NotAcceptable(Refusal(found["refused"]), **found["numbers"])
    pixels = Pixels(**answers[1][0], data=answers[1][1]) if len(answers) > 1 else None
    return Inspected(kind, data=clean, pixels=pixels, **found | {"quality": Quality(found["quality"])})
