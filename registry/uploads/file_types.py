"""What a file is, by its content alone: a declared type or a name is a stranger's word."""

from __future__ import annotations

from registry.uploads.verdict import NotAcceptable, Refusal

JPEG, PNG, WEBP, PDF = "image/jpeg", "image/png", "image/webp", "application/pdf"
OGG, MP3, AMR, M4A = "audio/ogg", "audio/mpeg", "audio/amr", "audio/mp4"

_STARTS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"%PDF-", PDF),
    (b"#!AMR", AMR),
    (b"ID3", MP3),
)
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_M4A_BRANDS = (b"M4A ", b"M4B ")


def recognise(data: bytes) -> str:
    """The media type, one of the constants here. Raises NotAcceptable for anything else."""
    for start, media_type in _STARTS:
        if data.startswith(start):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp":
        return _iso_media(data[8:12])
    if data[:4] == b"OggS" and (b"OpusHead" in data[:64] or b"\x01vorbis" in data[:64]):
        return OGG
    if _is_mp3_frame(data[:4]):
        return MP3
    raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF)


def _iso_media(brand: bytes) -> str:
    if brand in _M4A_BRANDS:
        return M4A
    raise NotAcceptable(Refusal.HEIC_PHOTO if brand in _HEIC_BRANDS else Refusal.NOT_PHOTO_OR_PDF)


def _is_mp3_frame(header: bytes) -> bool:
    """MPEG layer III: eleven sync bits, the layer, and a bit rate and sampling rate that exist."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return False
    return header[1] & 0x18 != 0x08 and header[2] >> 4 not in (0, 15) and header[2] & 0x0C != 0x0C
