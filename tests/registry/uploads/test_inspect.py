"""Inspection as a whole: what is recognised, what is refused, and that a hostile file harms nothing but itself."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from registry.uploads.file_types import recognise
from registry.uploads.inspect import MEGABYTE, inspect
from registry.uploads.verdict import Inspected, Kind, NotAcceptable, Quality, Refusal
from tests.registry.uploads.hostile_pdfs import armed_pdf, letter_pdf, locked_pdf, packed_pdf, saved
from tests.registry.uploads.papers import blurred, encoded, letter

LIMIT = 16 * MEGABYTE
PHOTO = encoded(letter(900, 1200))

OGG = b"OggS\0\2" + 8 * b"\0" + b"\1\0\0\0" + 4 * b"\0" + b"crc!\1\x13OpusHead\1\1" + 60 * b"\0"
VOICES = {
    "audio/ogg": OGG,
    "audio/mpeg": b"\xff\xfb\x90\x64" + 400 * b"\0",
    "audio/amr": b"#!AMR\n\x3c" + 60 * b"\0",
    "audio/mp4": b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom" + 40 * b"\0",
}


def zipped(name: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and has hardly any pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def webp_header(width: int, height: int) -> bytes:
    canvas = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", len(canvas)) + canvas
    return b"RIFF" + struct.pack("<I", len(body)) + body


def refused(data: bytes) -> tuple[Refusal, dict[str, int]]:
    with pytest.raises(NotAcceptable) as refusal:
        inspect(data, max_bytes=LIMIT)
    return refusal.value.key, refusal.value.numbers


def peak_of_opening(data: bytes) -> int:
    """Kilobytes of memory that a fresh process reached over `data`."""
    program = (
        "import sys, contextlib; from registry.uploads.photos import clean_photo\n"
        "with contextlib.suppress(Exception): clean_photo(sys.stdin.buffer.read())\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", program], input=data, stdout=subprocess.PIPE, check=True)
    return int(done.stdout)


def test_a_photo_comes_back_clean_and_measured() -> None:
    found = inspect(PHOTO, max_bytes=LIMIT)
    assert (found.kind, found.media_type, found.quality) == (Kind.IMAGE, "image/jpeg", Quality.FINE)
    assert (found.width, found.height, found.pages) == (900, 1200, None)
    assert Image.open(BytesIO(found.data)).size == (900, 1200)


def test_a_blurred_photo_is_kept_and_called_so() -> None:
    assert inspect(encoded(blurred(letter(), 5)), max_bytes=LIMIT).quality is Quality.BLURRED


def test_a_pdf_comes_back_clean_and_counted() -> None:
    found = inspect(armed_pdf(), max_bytes=LIMIT)
    assert (found.kind, found.media_type, found.pages) == (Kind.PDF, "application/pdf", 1)
    assert b"evil" not in found.data


@pytest.mark.parametrize("media_type", VOICES)
def test_a_voice_note_is_kept_as_it_is(media_type: str) -> None:
    data = VOICES[media_type]
    assert inspect(data, max_bytes=LIMIT) == Inspected(Kind.VOICE, media_type, data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xd8", id="two bytes"),
        pytest.param(b"halo min", id="text"),
        pytest.param(b"MZ\x90\0" + 200 * b"\0" + b"%PDF-1.7", id="exe with a PDF inside"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", id="svg"),
        pytest.param(b"<?xml version='1.0'?><svg/>", id="svg with a prologue"),
        pytest.param(b"<!doctype html><script>alert(1)</script>%PDF-1.7", id="html"),
        pytest.param(b"BEGIN:VCARD\r\nFN:Rina\r\nEND:VCARD\r\n", id="vcard"),
        pytest.param(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", id="video"),
        pytest.param(b"\x1a\x45\xdf\xa3webm", id="webm"),
        pytest.param(b"OggS\0\2" + 20 * b"\0" + b"\x80theora", id="ogg video"),
        pytest.param(b"RIFF\x10\0\0\0WAVEfmt ", id="wav"),
        pytest.param(b"GIF89a\1\0\1\0", id="gif"),
        pytest.param(b"II*\0", id="tiff"),
        pytest.param(b"%!PS-Adobe-3.0", id="postscript"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", id="old word"),
        pytest.param(zipped("word/document.xml"), id="word"),
        pytest.param(zipped("AndroidManifest.xml"), id="apk"),
        pytest.param(b"\xff\xfe<\0s\0c\0r\0", id="utf-16 html"),
    ],
)
def test_what_is_no_photo_or_pdf_is_refused_by_content(data: bytes) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        recognise(data)
    assert refusal.value.key is Refusal.NOT_PHOTO_OR_PDF


def test_a_heic_photo_is_named_as_such() -> None:
    assert refused(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")[0] is Refusal.HEIC_PHOTO


def test_too_many_bytes() -> None:
    assert refused(b"%PDF-" + bytes(LIMIT)) == (Refusal.TOO_LARGE, {"limit": 16})


def test_a_locked_pdf() -> None:
    assert refused(locked_pdf("rahasia"))[0] is Refusal.LOCKED_PDF


def test_a_book_tells_the_limit() -> None:
    assert refused(saved(letter_pdf(51))) == (Refusal.TOO_MANY_PAGES, {"limit": 50})


@pytest.mark.parametrize("flood", [png_header(50_000, 50_000), png_header(9_000, 9_000), webp_header(16_000, 16_000)])
def test_a_pixel_flood_is_refused(flood: bytes) -> None:
    assert refused(flood) == (Refusal.TOO_LARGE, {"limit": 16})


def test_a_pixel_flood_leaves_memory_flat() -> None:
    """Pillow itself would still decode this one: its own limit is higher."""
    assert peak_of_opening(png_header(9_000, 9_000)) < peak_of_opening(PHOTO)


def test_a_pdf_that_unpacks_to_gigabytes_dies_alone() -> None:
    assert inspect(packed_pdf(blanks=5), max_bytes=LIMIT).pages == 1
    assert refused(packed_pdf(blanks=1200))[0] is Refusal.NOT_PHOTO_OR_PDF


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(PHOTO[:5000], id="half a photo"),
        pytest.param(b"\xff\xd8\xff" + bytes(500), id="jpeg in name only"),
        pytest.param(b"%PDF-1.7\nhalo", id="pdf in name only"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 500_000, id="deeply nested pdf"),
        pytest.param(
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj trailer<</Root 1 0 R>>", id="loop"
        ),
    ],
)
def test_a_broken_file_is_refused(broken: bytes) -> None:
    assert refused(broken)[0] is Refusal.NOT_PHOTO_OR_PDF


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_gives_a_verdict_and_nothing_else(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(
        saved(letter_pdf(3)) if seed % 2 else encoded(letter(650, 700), dice.choice(["JPEG", "PNG", "WEBP"]))
    )
    for _ in range(dice.randrange(1, 40)):
        data[dice.randrange(12, len(data))] = dice.randrange(256)
    try:
        assert inspect(bytes(data), max_bytes=LIMIT).data
    except NotAcceptable as refusal:
        assert refusal.key in {Refusal.NOT_PHOTO_OR_PDF, Refusal.TOO_LARGE, Refusal.LOCKED_PDF}
