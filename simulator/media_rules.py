"""Media the product sends: fetched from its URL as Twilio does, HEAD first, and checked."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from simulator.messages import Media
from simulator.wire import Broken, NotConnected, exchange, fetch

MAX_BYTES = 16 * 1024 * 1024
MAX_IMAGE_BYTES = 5 * 1024 * 1024
TOO_LARGE, WRONG_TYPE, NOT_FETCHED = 11751, 12300, 63019

# First bytes of the types WhatsApp takes; the others are told by their header alone.
FIRST_BYTES = {
    "application/pdf": b"%PDF",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG",
    "image/webp": b"RIFF",
    "audio/ogg": b"OggS",
}
TAKEN = {*FIRST_BYTES, "audio/mpeg", "audio/mp4", "audio/amr", "audio/aac", "video/mp4", "text/vcard"}


class MediaRefused(Exception):
    """The file cannot be sent; `code` goes into the receipt."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


def fetch_media(url: str) -> Media:
    """Fetches and checks one file. Raises MediaRefused."""
    try:
        exchange("HEAD", url, {"User-Agent": "TwilioProxy/1.1"})
        answer = fetch(url, MAX_BYTES + 1)
    except (Broken, NotConnected) as error:
        raise MediaRefused(NOT_FETCHED) from error
    if answer.status != 200 or not answer.body:
        raise MediaRefused(NOT_FETCHED)
    content_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    check(content_type, answer.body)
    return Media(content_type, answer.body, name=_name(url, answer.headers.get("content-disposition", "")))


def check(content_type: str, data: bytes) -> None:
    """Raises MediaRefused when the type is not taken, is not what the bytes are, or the file is too large."""
    if content_type not in TAKEN or not data.startswith(FIRST_BYTES.get(content_type, b"")):
        raise MediaRefused(WRONG_TYPE)
    if len(data) > (MAX_IMAGE_BYTES if content_type.startswith("image/") else MAX_BYTES):
        raise MediaRefused(TOO_LARGE)


def _name(url: str, disposition: str) -> str:
    if "filename=" in disposition:
        return disposition.partition("filename=")[2].partition(";")[0].strip(' "')
    return unquote(urlsplit(url).path.rpartition("/")[2])
