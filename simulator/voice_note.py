"""A voice note without a recorder: two seconds of silence as Ogg Opus (RFC 3533, RFC 7845)."""

from __future__ import annotations

import struct

# One 20 ms Opus frame that decodes to silence.
SILENCE = b"\xf8\xff\xfe"
SAMPLES_PER_FRAME, FRAMES, SERIAL, POLYNOMIAL = 960, 100, 0x10CE7, 0x04C11DB7
FIRST_PAGE, LAST_PAGE = 2, 4


def voice_note() -> bytes:
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 0, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 5) + b"loket" + struct.pack("<I", 0)
    pages = [_page([head], 0, 0, FIRST_PAGE), _page([tags], 1, 0, 0)]
    pages.append(_page([SILENCE] * FRAMES, 2, SAMPLES_PER_FRAME * FRAMES, LAST_PAGE))
    return b"".join(pages)


def _page(packets: list[bytes], number: int, position: int, flags: int) -> bytes:
    lengths = bytes(len(packet) for packet in packets)
    parts = (b"OggS", 0, flags, position, SERIAL, number)
    rest = bytes([len(packets)]) + lengths + b"".join(packets)
    checksum = _crc(struct.pack("<4sBBqIII", *parts, 0) + rest)
    return struct.pack("<4sBBqIII", *parts, checksum) + rest


def _crc(data: bytes) -> int:
    """Ogg's own: no reflection, no final inversion, so zlib's does not serve."""
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = ((value << 1) ^ (POLYNOMIAL if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value
